using MediatR;
using MethodCenter.Application.Common.Messaging;
using MethodCenter.Application.Common.Security;
using MethodCenter.Domain.Common;

namespace MethodCenter.Application.Common.Behaviours;

/// <summary>Lets through who holds the permission of the request, and opens to him the rows that it covers.</summary>
internal sealed class PermissionBehaviour<TRequest, TResponse>(Caller caller) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IAppRequest
    where TResponse : IResult<TResponse>
{
    private static readonly PermissionAttribute Required = PermissionAttribute.Of(typeof(TRequest));

    public Task<TResponse> Handle(
        TRequest request,
        CancellationToken cancellationToken,
        RequestHandlerDelegate<TResponse> next
    )
    {
        caller.UseCase = typeof(TRequest).Name;
        var refusal = Authorise();
        return refusal is null ? next() : Task.FromResult(TResponse.Refuse(refusal));
    }

    private Error? Authorise()
    {
        if (caller.Account is not { } account)
        {
            return SecurityErrors.NotSignedIn;
        }

        if (Required.Reach == PermissionReach.Own)
        {
            caller.Scope.Open(caller.Centre?.Id ?? Guid.Empty, []);
            return null;
        }

        if (Required.Reach == PermissionReach.System)
        {
            if (!account.IsSystemAdministrator)
            {
                return SecurityErrors.MayNot(Required.Permission);
            }

            caller.Scope.Open(caller.Centre?.Id ?? Guid.Empty, null);
            return null;
        }

        if (account.IsSystemAdministrator)
        {
            if (caller.Centre is null)
            {
                return SecurityErrors.CentreRequired;
            }

            caller.Scope.Open(caller.Centre.Id, null);
            return null;
        }

        if (caller.Centre is not { } centre || centre.Id != account.CentreId)
        {
            return SecurityErrors.CentreUnknown;
        }

        var granting = account
            .Grants.Where(grant => RolePermissions.Of(grant.Role).Contains(Required.Permission))
            .ToArray();
        if (granting.Length == 0)
        {
            return SecurityErrors.MayNot(Required.Permission);
        }

        var unlimited = granting.Any(grant => grant.OrganisationId is null);
        caller.Scope.Open(
            centre.Id,
            unlimited ? null : [.. granting.Select(grant => grant.OrganisationId!.Value).Distinct()]
        );
        return null;
    }
}
