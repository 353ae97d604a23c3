namespace MethodCenter.Api.Tests.Security;

/// <summary>An operator of a school sees and does what concerns his own school.</summary>
public sealed class ScopeTests
{
    [Fact]
    public async Task An_operator_sees_and_enrols_people_of_his_own_school_only()
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service);
        var (own, other) = (await world.OrganisationAsync(), await world.OrganisationAsync("school-2", "Вторая СОШ"));
        var position = await world.PositionAsync();
        var (colleague, stranger) = (
            await world.EmployeeAsync(own, position),
            await world.EmployeeAsync(other, position)
        );
        var course = await world.OpenCourseAsync(await world.ProgrammeAsync());
        var (_, key) = await world.ProgramAsync(TestAccounts.Role("schoolOperator", own));
        using var client = service.Client(key);

        Ids(await client.GetAsync("/employees")).ShouldBe([colleague]);
        Ids(await client.GetAsync("/organisations")).ShouldBe([own]);
        (await client.GetAsync($"/employees/{colleague}")).Status.ShouldBe(HttpStatusCode.OK);
        (await client.GetAsync($"/employees/{stranger}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await client.GetAsync($"/organisations/{other}")).Status.ShouldBe(HttpStatusCode.NotFound);

        var enrolments = $"/courses/{course.Id}/enrolments";
        (await client.PostAsync(enrolments, new { employeeId = colleague })).Expect(HttpStatusCode.Created);
        var refused = await client.PostAsync(enrolments, new { employeeId = stranger });
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.FieldErrors.ShouldBe(["/employeeId employee.unknown"]);

        (await world.Api.PostAsync(enrolments, new { employeeId = stranger })).Expect(HttpStatusCode.Created);
        Ids(await client.GetAsync(enrolments)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_operator_can_neither_employ_elsewhere_nor_change_a_stranger()
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service);
        var (own, other) = (await world.OrganisationAsync(), await world.OrganisationAsync("school-2", "Вторая СОШ"));
        var position = await world.PositionAsync();
        var stranger = await world.EmployeeAsync(other, position);
        var (_, key) = await world.ProgramAsync(TestAccounts.Role("schoolOperator", own));
        using var client = service.Client(key);

        var smuggled = await client.PostAsync(
            "/employees",
            new
            {
                lastName = "Чужая",
                firstName = "Анна",
                employment = new
                {
                    organisationId = other,
                    positionId = position,
                    from = "2020-09-01",
                },
            }
        );
        smuggled.FieldErrors.ShouldBe(["/employment/organisationId organisation.unknown"]);
        var changed = await client.PatchAsync(
            $"/employees/{stranger}",
            new { firstName = "Нина" },
            ("If-Match", "\"1\"")
        );
        changed.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static IReadOnlyList<Guid> Ids(Answer list) =>
        [.. list.Expect(HttpStatusCode.OK).Json!["items"]!.AsArray().Select(item => (Guid)item!["id"]!)];
}
