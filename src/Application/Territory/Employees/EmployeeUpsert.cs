using MethodCenter.Domain.Territory.Employees;

namespace MethodCenter.Application.Territory.Employees;

/// <summary>
/// Registers a person or brings the one on file up to date: the one rule behind the request by key and the import.
/// </summary>
/// <remarks>
/// Members of protected data that are absent leave what is on file, and so do those of callers who may not write them. A place of work is known by organisation, position, kind and first day: a new one is
/// added, a known one takes the rate and the last day of the body; others are left alone.
/// </remarks>
internal static class EmployeeUpsert
{
    /// <summary>Writes the card. A new person gets no place of work yet.</summary>
    public static Result<CardOutcome> WriteCard(Employee? known, RegisterEmployee body, DateOnly today, Caller caller)
    {
        if (!EmployeeCards.From(body, body.BirthDate, body.Sex, body.Snils).Succeeded(out var card, out var error))
        {
            return error;
        }

        var permitted = Permit(card, known is null, caller);
        var leftOut = permitted != card;
        if (known is null)
        {
            return Employee
                .Register(permitted, today)
                .Map(employee => new CardOutcome(employee, null, Changed: true, leftOut));
        }

        var (kept, present) = (Keep(permitted, known, body.OutsideTerritory), PresentCard(known));
        if (kept == present)
        {
            return new CardOutcome(known, present, Changed: false, leftOut);
        }

        var tells = caller.May(EmployeePermissions.ReadPersonalData);
        return known.UpdateCard(kept, today, tells).Map(_ => new CardOutcome(known, present, Changed: true, leftOut));
    }

    /// <summary>What of a card the caller may write.</summary>
    /// <remarks>
    /// Who may not write protected data says birth date and sex of somebody new at most. His СНИЛС is never taken, and
    /// nothing is taken of a person on file: whether a value is right, or whose a number is, must not show in the answer.
    /// </remarks>
    public static EmployeeCard Permit(EmployeeCard card, bool isNew, Caller caller) =>
        caller.May(EmployeePermissions.WritePersonalData) ? card
        : isNew ? card with { Snils = null }
        : card with { BirthDate = null, Sex = null, Snils = null };

    /// <summary>Adds or amends the place of work; true: something changed. The place was judged before.</summary>
    /// <param name="employee">With his places of work.</param>
    /// <param name="place">The place of work.</param>
    /// <param name="employerIsOutside">Whether the organisation lies outside the territory.</param>
    public static Result<bool> WritePlace(Employee employee, EmploymentBody place, bool employerIsOutside)
    {
        if (FindPlace(employee, place) is not { } known)
        {
            return employee
                .Employ(place.OrganisationId, place.PositionId, place.ToTerms(), employerIsOutside)
                .Map(_ => true)
                .Under("/employment");
        }

        return employee.Amend(known.Id, place.Rate, place.To ?? known.To).Under("/employment");
    }

    /// <summary>The place of work on file that a body means.</summary>
    public static Employment? FindPlace(Employee employee, EmploymentBody place) =>
        employee.Employments.FirstOrDefault(known =>
            known.OrganisationId == place.OrganisationId
            && known.PositionId == place.PositionId
            && known.Kind == place.Kind
            && known.From == place.From
        );

    private static EmployeeCard Keep(EmployeeCard card, Employee known, bool? outsideTerritory) =>
        card with
        {
            LastName = NameSpelling.Keep(known.LastName, card.LastName),
            FirstName = NameSpelling.Keep(known.FirstName, card.FirstName),
            Patronymic =
                known.Patronymic is { } patronymic && card.Patronymic is { } given
                    ? NameSpelling.Keep(patronymic, given)
                    : card.Patronymic,
            BirthDate = card.BirthDate ?? known.BirthDate,
            Sex = card.Sex ?? known.Sex,
            Snils = card.Snils ?? known.Snils,

            // A list that does not know the mark does not take it off.
            OutsideTerritory = outsideTerritory ?? known.OutsideTerritory,
        };

    private static EmployeeCard PresentCard(Employee known) =>
        new(known.LastName, known.FirstName, known.Patronymic)
        {
            BirthDate = known.BirthDate,
            Sex = known.Sex,
            Snils = known.Snils,
            Education = known.Education,
            TeachingSince = known.TeachingSince,
            OutsideTerritory = known.OutsideTerritory,
        };

    private static Result<bool> Under(this Result<bool> result, string prefix) =>
        result.Refused ? result.Error.Under(prefix) : result;
}

/// <summary>What became of a card.</summary>
/// <param name="Employee">The person.</param>
/// <param name="Before">The card as it was; null: the person is new.</param>
/// <param name="Changed">Whether it differs now.</param>
/// <param name="LeftOut">Whether something was left out that the caller may not write.</param>
internal sealed record CardOutcome(Employee Employee, EmployeeCard? Before, bool Changed, bool LeftOut)
{
    public bool Created => Before is null;

    /// <summary>Takes the card back: what else the row says was refused.</summary>
    public void Undo(DateOnly today)
    {
        if (Before is not null)
        {
            _ = Employee.UpdateCard(Before, today, tellsBirth: false);
        }
    }
}
