using MethodCenter.Application.Common.Behaviours;
using MethodCenter.Application.Common.Messaging;
using MethodCenter.Application.Common.Security;
using MethodCenter.Application.Territory.Centres;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Domain.Common;
using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Tests.Common;

public sealed class PermissionBehaviourTests
{
    private static readonly CallerCentre Centre = new(Guid.NewGuid(), "test", TimeZoneInfo.Utc);
    private static readonly Guid School = Guid.NewGuid();

    [Fact]
    public async Task Nobody_gets_nothing() =>
        (await SendAsync<ReadEmployees>(new Caller())).Error.ShouldBe(SecurityErrors.NotSignedIn);

    [Fact]
    public async Task A_role_without_the_permission_is_refused_by_name()
    {
        var refused = await SendAsync<ReadEmployees>(Caller(new CallerGrant(Role.Auditor, null)));

        refused.Error!.Code.ShouldBe("security.may-not");
        refused.Error.Params["permission"].ShouldBe(EmployeePermissions.Read);
    }

    [Fact]
    public async Task An_unlimited_grant_opens_the_whole_centre()
    {
        var caller = Caller(new CallerGrant(Role.SchoolOperator, School), new CallerGrant(Role.Registrar, null));

        (await SendAsync<ReadEmployees>(caller)).Refused.ShouldBeFalse();

        caller.Scope.CentreId.ShouldBe(Centre.Id);
        caller.Scope.AllOrganisations.ShouldBeTrue();
    }

    [Fact]
    public async Task Limited_grants_open_their_organisations_only()
    {
        var other = Guid.NewGuid();
        var caller = Caller(new CallerGrant(Role.SchoolOperator, School), new CallerGrant(Role.SchoolOperator, other));

        (await SendAsync<ReadEmployees>(caller)).Refused.ShouldBeFalse();

        caller.Scope.AllOrganisations.ShouldBeFalse();
        caller.Scope.OrganisationIds.ShouldBe([School, other], ignoreOrder: true);
        caller.Scope.Covers(School).ShouldBeTrue();
        caller.Scope.Covers(Guid.NewGuid()).ShouldBeFalse();
    }

    [Fact]
    public async Task A_grant_that_does_not_give_the_permission_opens_none_of_its_organisations()
    {
        // The expert's grant is unlimited, but it is the operator's that lets employees be read.
        var caller = Caller(new CallerGrant(Role.SchoolOperator, School), new CallerGrant(Role.Expert, null));

        await SendAsync<ReadEmployees>(caller);

        caller.Scope.OrganisationIds.ShouldBe([School]);
        caller.Scope.AllOrganisations.ShouldBeFalse();
    }

    [Fact]
    public async Task Requests_of_the_whole_system_are_for_its_administrators()
    {
        var administrator = new Caller();
        administrator.Identify(Account(null, new CallerGrant(Role.SystemAdministrator, null)), null);

        (await SendAsync<ListAll>(administrator)).Refused.ShouldBeFalse();
        (await SendAsync<ListAll>(Caller(new CallerGrant(Role.CentreAdministrator, null)))).Error!.Code.ShouldBe(
            "security.may-not"
        );
        (await SendAsync<ReadEmployees>(administrator)).Error.ShouldBe(SecurityErrors.CentreRequired);
    }

    private static Caller Caller(params CallerGrant[] grants)
    {
        var caller = new Caller();
        caller.Identify(Account(Centre.Id, grants), Centre);
        return caller;
    }

    private static CallerAccount Account(Guid? centre, params CallerGrant[] grants) =>
        new(Guid.NewGuid(), centre, null, grants);

    private static Task<Result<int>> SendAsync<TRequest>(Caller caller)
        where TRequest : IQuery<int>, new() =>
        new PermissionBehaviour<TRequest, Result<int>>(caller).Handle(
            new TRequest(),
            CancellationToken.None,
            () => Task.FromResult<Result<int>>(1)
        );

    [Permission(EmployeePermissions.Read)]
    private sealed record ReadEmployees : IQuery<int>;

    [Permission(CentrePermissions.List, Reach = PermissionReach.System)]
    private sealed record ListAll : IQuery<int>;
}
