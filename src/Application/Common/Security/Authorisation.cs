namespace MethodCenter.Application.Common.Security;

/// <summary>Decides whether the caller holds a permission, and opens to him the rows that it covers.</summary>
public static class Authorisation
{
    /// <summary>The reason to refuse, or null.</summary>
    public static Error? Authorise(this Caller caller, PermissionAttribute required)
    {
        if (caller.Account is not { } account)
        {
            return SecurityErrors.NotSignedIn;
        }

        return required.Reach switch
        {
            PermissionReach.Own => Open(caller, caller.Centre?.Id ?? Guid.Empty, []),
            PermissionReach.System => account.IsSystemAdministrator
                ? Open(caller, caller.Centre?.Id ?? Guid.Empty, null)
                : SecurityErrors.MayNot(required.Permission),
            _ => InCentre(caller, account, required.Permission),
        };
    }

    /// <summary>Whether some role of the caller gives a further permission, for values that need more than the request.</summary>
    public static bool May(this Caller caller, string permission) =>
        caller.Account?.Grants.Any(grant => RolePermissions.Of(grant.Role).Contains(permission)) == true;

    /// <summary>The same for all rows that the request has opened: a right over one school is none over the centre.</summary>
    public static bool MayThroughout(this Caller caller, string permission)
    {
        var granting =
            caller.Account?.Grants.Where(grant => RolePermissions.Of(grant.Role).Contains(permission)).ToArray() ?? [];
        return granting.Any(grant => grant.OrganisationId is null)
            || (
                !caller.Scope.AllOrganisations
                && caller.Scope.OrganisationIds.All(id => granting.Any(grant => grant.OrganisationId == id))
                && granting.Length > 0
            );
    }

    /// <summary>For the audit: what was refused to the caller.</summary>
    public static SecurityEvent Refused(this Caller caller, string useCase, Error refusal) =>
        new(
            SecurityEventKind.Refused,
            useCase,
            caller.Centre?.Id ?? caller.Account?.CentreId ?? Guid.Empty,
            caller.Account?.Id,
            refusal.Code
        );

    private static Error? InCentre(Caller caller, CallerAccount account, string permission)
    {
        if (account.IsSystemAdministrator && caller.Centre is null)
        {
            return SecurityErrors.CentreRequired;
        }

        if (caller.Centre is not { } centre || (!account.IsSystemAdministrator && centre.Id != account.CentreId))
        {
            return SecurityErrors.CentreUnknown;
        }

        var granting = account.Grants.Where(grant => RolePermissions.Of(grant.Role).Contains(permission)).ToArray();
        if (granting.Length == 0)
        {
            return SecurityErrors.MayNot(permission);
        }

        var unlimited = granting.Any(grant => grant.OrganisationId is null);
        return Open(
            caller,
            centre.Id,
            unlimited ? null : [.. granting.Select(grant => grant.OrganisationId!.Value).Distinct()]
        );
    }

    private static Error? Open(Caller caller, Guid centreId, Guid[]? organisationIds)
    {
        caller.Scope.Open(centreId, organisationIds);
        return null;
    }
}
