using MethodCenter.Application.Common.Security;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Tests.Common;

/// <summary>The lines of PD-13 that must never move by accident.</summary>
public sealed class RolePermissionsTests
{
    [Theory]
    [InlineData(Role.Methodist)]
    [InlineData(Role.SchoolOperator)]
    [InlineData(Role.SupportCoordinator)]
    [InlineData(Role.Curator)]
    [InlineData(Role.Expert)]
    [InlineData(Role.Analyst)]
    [InlineData(Role.Auditor)]
    public void These_roles_never_read_protected_personal_data(Role role) =>
        RolePermissions.Of(role).ShouldNotContain(EmployeePermissions.ReadPersonalData);

    [Theory]
    [InlineData(Role.Analyst)]
    [InlineData(Role.Auditor)]
    [InlineData(Role.Expert)]
    public void These_roles_see_no_persons(Role role) =>
        RolePermissions.Of(role).ShouldNotContain(EmployeePermissions.Read);

    [Fact]
    public void The_auditor_sees_logs_and_no_content() =>
        RolePermissions.Of(Role.Auditor).ShouldNotContain(CoursePermissions.Read);

    [Fact]
    public void Every_role_has_its_row()
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            RolePermissions.Of(role).ShouldNotBeNull();
        }
    }
}
