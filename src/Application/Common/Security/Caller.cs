using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Common.Security;

/// <summary>A role granted to the caller, limited to one organisation or not.</summary>
public sealed record CallerGrant(Role Role, Guid? OrganisationId);

/// <summary>The account behind a request, as the identity cache holds it.</summary>
/// <param name="CentreId">Home centre; null for accounts of the whole service.</param>
public sealed record CallerAccount(Guid Id, Guid? CentreId, Guid? EmployeeId, IReadOnlyList<CallerGrant> Grants)
{
    public bool IsSystemAdministrator { get; } =
        CentreId is null && Grants.Any(grant => grant.Role == Role.SystemAdministrator);

    /// <summary>The key by which the caller came; null: by a token.</summary>
    public Guid? KeyId { get; init; }

    /// <summary>Changes with the password: a token with another stamp is no longer valid. Null: no password.</summary>
    public string? PasswordStamp { get; init; }
}

/// <summary>The centre in which a request acts.</summary>
public sealed record CallerCentre(Guid Id, string Code, TimeZoneInfo Zone)
{
    /// <summary>A centre for trying out clients: only there a request may name its day.</summary>
    public bool Sandbox { get; init; }
}

/// <summary>Who calls, and in which centre. Filled once per request, before anything else runs.</summary>
public sealed class Caller
{
    public CallerAccount? Account { get; private set; }

    public CallerCentre? Centre { get; private set; }

    /// <summary>The day on which the request acts, where a sandbox names one; null: the true one.</summary>
    public DateOnly? Day { get; private set; }

    /// <summary>What the caller may see of the current request; set by the permission behaviour.</summary>
    public DataScope Scope { get; } = new();

    /// <summary>Name of the use case that runs, for the audit.</summary>
    public string? UseCase { get; set; }

    public void Identify(CallerAccount? account, CallerCentre? centre) => (Account, Centre) = (account, centre);

    /// <summary>From now on it is this day; false, and nothing is changed: the centre is no sandbox.</summary>
    public bool ActOn(DateOnly? day)
    {
        if (day is not null && Centre is not { Sandbox: true })
        {
            return false;
        }

        Day = day;
        return true;
    }
}

/// <summary>The rows that the current request may see; read by the query filters.</summary>
/// <remarks>Nothing is visible until it is opened: deny by default.</remarks>
public sealed class DataScope
{
    public Guid CentreId { get; private set; }

    public bool AllOrganisations { get; private set; }

    public Guid[] OrganisationIds { get; private set; } = [];

    /// <summary>Opens a centre; of it, only some organisations where they are given.</summary>
    public void Open(Guid centreId, Guid[]? organisationIds)
    {
        CentreId = centreId;
        (AllOrganisations, OrganisationIds) = (organisationIds is null, organisationIds ?? []);
    }

    /// <summary>May a row of this organisation be written?</summary>
    public bool Covers(Guid organisationId) => AllOrganisations || OrganisationIds.Contains(organisationId);
}
