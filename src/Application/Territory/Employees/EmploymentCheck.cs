using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Domain.Territory.Employees;
using MethodCenter.Domain.Territory.Organisations;
using MethodCenter.Domain.Territory.Positions;

namespace MethodCenter.Application.Territory.Employees;

/// <summary>Whether a place of work names an organisation and a position that the caller may use.</summary>
internal sealed class EmploymentCheck(ITerritoryStore store, Caller caller)
{
    /// <summary>Whether the employer lies outside the territory, or the reason to refuse. One SQL command for both.</summary>
    public async Task<Result<bool>> JudgeAsync(EmploymentBody? place, string at, CancellationToken cancellationToken)
    {
        if (place is null)
        {
            // Callers limited to an organisation could not see a person who works nowhere.
            return caller.Scope.AllOrganisations ? false : OrganisationErrors.Unknown($"{at}/organisationId");
        }

        var positionId = place.PositionId;
        var organisation = await store
            .Organisations.Where(organisation => organisation.Id == place.OrganisationId)
            .Select(organisation => new
            {
                Standing = new OrganisationStanding(
                    organisation.ShortName,
                    organisation.Status,
                    organisation.StatusSince
                ),
                organisation.OutsideTerritory,
                PositionKnown = store.Set<Position>().Any(position => position.Id == positionId),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (organisation is null)
        {
            return OrganisationErrors.Unknown($"{at}/organisationId");
        }

        if (!organisation.PositionKnown)
        {
            return PositionErrors.Unknown($"{at}/positionId");
        }

        return organisation.Standing.RefuseOn(place.From, $"{at}/organisationId") is { } closed
            ? closed
            : organisation.OutsideTerritory;
    }
}

internal static class EmployeeCards
{
    public static Result<EmployeeCard> From(EmployeeBody body, DateOnly? birthDate, Sex? sex, string? snilsText)
    {
        Snils? snils = null;
        if (!string.IsNullOrEmpty(snilsText))
        {
            if (!Snils.TryParse(snilsText, out var parsed))
            {
                return EmployeeErrors.InvalidSnils;
            }

            snils = parsed;
        }

        return new EmployeeCard(body.LastName, body.FirstName, body.Patronymic)
        {
            BirthDate = birthDate,
            Sex = sex,
            Snils = snils,
            Education = body.Education,
            TeachingSince = body.TeachingSince,
            OutsideTerritory = body.OutsideTerritory ?? false,
        };
    }

    /// <summary>The same error, its pointer moved under a member of the request.</summary>
    public static Error Under(this Error error, string prefix) => error with { Pointer = prefix + error.Pointer };
}
