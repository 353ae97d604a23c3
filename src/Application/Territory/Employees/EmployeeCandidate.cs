using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Domain.Territory.Employees;

namespace MethodCenter.Application.Territory.Employees;

/// <summary>Where the person of a row works.</summary>
internal sealed record TakenPlace(OrganisationFacts Organisation, Guid PositionId);

/// <summary>A row whose values are well formed.</summary>
/// <param name="Row">The row.</param>
/// <param name="Body">What it says.</param>
/// <param name="Organisation">The employer; null: a guest of whom none is said.</param>
/// <param name="Snils">The number.</param>
/// <param name="Key">The key of the source.</param>
internal sealed record Candidate(
    ImportRow<EmployeeRow> Row,
    RegisterEmployee Body,
    OrganisationFacts? Organisation,
    Snils? Snils,
    ExternalKey? Key
)
{
    public PersonClue Clue { get; } =
        new(
            Key?.Key,
            Snils,
            SearchText.Normalize($"{Body.LastName} {Body.FirstName} {Body.Patronymic}"),
            Body.BirthDate,
            Organisation?.Id
        )
        {
            Anywhere = Organisation is null,
        };
}

internal static class EmployeeBodies
{
    /// <summary>What the row says, as the single request says it.</summary>
    public static RegisterEmployee ToBody(this EmployeeRow row, TakenPlace? place) =>
        new()
        {
            LastName = row.LastName!,
            FirstName = row.FirstName!,
            Patronymic = row.Patronymic,
            Education = row.Education,
            TeachingSince = row.TeachingSince,
            BirthDate = row.BirthDate,
            Sex = row.Sex,
            Snils = row.Snils,
            OutsideTerritory = row.OutsideTerritory,
            Employment = place is null
                ? null
                : new EmploymentBody
                {
                    OrganisationId = place.Organisation.Id,
                    PositionId = place.PositionId,
                    Kind = row.Kind ?? EmploymentKind.Main,
                    Rate = row.Rate ?? 1m,
                    From = row.From!.Value,
                    To = row.To,
                },
        };

    /// <summary>An empty cell leaves what is on file.</summary>
    public static RegisterEmployee Complete(this RegisterEmployee body, Employee known) =>
        body with
        {
            Patronymic = body.Patronymic ?? known.Patronymic,
            Education = body.Education ?? known.Education,
            TeachingSince = body.TeachingSince ?? known.TeachingSince,
        };
}
