namespace MethodCenter.Domain.Territory.Organisations;

/// <summary>Whether an organisation exists on a day.</summary>
/// <param name="Name">How the refusal calls it.</param>
/// <param name="Status">Its present status.</param>
/// <param name="Since">First day of the status; null: since ever.</param>
public sealed record OrganisationStanding(string Name, OrganisationStatus Status, DateOnly? Since)
{
    /// <summary>Nobody begins to work for an organisation that is closed on that day, and none is supported.</summary>
    public Error? RefuseOn(DateOnly day, string pointer) =>
        Status == OrganisationStatus.Closed && (Since is null || Since <= day)
            ? OrganisationErrors.Closed(Name, pointer)
            : null;
}
