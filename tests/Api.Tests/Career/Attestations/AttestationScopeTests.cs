using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Api.Tests.Career.Attestations;

/// <summary>Who may do and see what.</summary>
public sealed class AttestationScopeTests(AttestationSetting setting) : IClassFixture<AttestationSetting>
{
    [Fact]
    public async Task Nobody_gets_in_without_a_key()
    {
        using var nobody = setting.Service.Client(key: null);

        (await nobody.GetAsync("/attestations")).Code.ShouldBe(401);
        (await nobody.PostAsync("/attestations", new { })).Code.ShouldBe(401);
    }

    [Theory]
    [InlineData(Role.AttestationSpecialist, 201, 200, 200)]
    [InlineData(Role.CentreAdministrator, 201, 200, 200)]
    [InlineData(Role.Methodist, 403, 200, 200)]
    [InlineData(Role.Registrar, 403, 403, 403)]
    [InlineData(Role.Analyst, 403, 403, 403)]
    [InlineData(Role.Auditor, 403, 403, 403)]
    public async Task Each_role_may_do_what_the_matrix_says(Role role, int record, int list, int qualification)
    {
        using var caller = await setting.InRoleAsync(role);
        var teacher = await setting.TeacherAsync();

        var recorded = await caller.PostAsync("/attestations", setting.Decision(teacher, "first", "2024-02-20"));
        var listed = await caller.GetAsync("/attestations");
        var asked = await caller.GetAsync($"/employees/{teacher}/qualification");

        recorded.Code.ShouldBe(record);
        listed.Code.ShouldBe(list);
        asked.Code.ShouldBe(qualification);
        if (record == 403)
        {
            recorded.ErrorCode.ShouldBe("security.may-not");
        }
    }

    [Fact]
    public async Task A_methodist_may_not_annul()
    {
        using var methodist = await setting.InRoleAsync(Role.Methodist);
        var record = await setting.RecordAsync(await setting.TeacherAsync(), "first", "2024-02-20");

        var answer = await methodist.PostAsync(
            $"/attestations/{record.Id}/annulment",
            new { reason = "Внесена по ошибке" },
            ("If-Match", record.ETag)
        );

        answer.Code.ShouldBe(403);
    }

    [Fact]
    public async Task Another_centre_sees_nothing_of_it()
    {
        var teacher = await setting.TeacherAsync();
        var record = await setting.RecordAsync(teacher, "first", "2024-02-20");
        var other = await World.CreateAsync(setting.Service, "other");
        var decision = setting.Decision(teacher, "highest", "2024-05-20");
        decision["organisationId"] = await other.OrganisationAsync("school-9", "Девятая СОШ");
        decision["positionId"] = await other.PositionAsync();

        var qualification = await other.Api.GetAsync($"/employees/{teacher}/qualification");
        var read = await other.Api.GetAsync($"/attestations/{record.Id}");
        var annulled = await other.Api.PostAsync(
            $"/attestations/{record.Id}/annulment",
            new { reason = "Чужая запись" },
            ("If-Match", record.ETag)
        );
        var recorded = await other.Api.PostAsync("/attestations", decision);

        qualification.Code.ShouldBe(404);
        qualification.ErrorCode.ShouldBe("employee.not-found");
        read.Code.ShouldBe(404);
        read.ErrorCode.ShouldBe("attestation.not-found");
        annulled.Code.ShouldBe(404);
        recorded.FieldErrors.ShouldBe(["/employeeId employee.unknown"]);
    }

    [Fact]
    public async Task A_school_operator_sees_the_rows_of_the_own_school_and_the_category_wherever_it_was_recorded()
    {
        using var operatorOfSchool = await setting.InRoleAsync(Role.SchoolOperator, setting.School);
        var teacher = await setting.TeacherAsync();
        var card = await setting.Api.GetAsync($"/employees/{teacher}");
        (
            await setting.Api.PostAsync(
                $"/employees/{teacher}/employments",
                new
                {
                    organisationId = setting.OtherSchool,
                    positionId = setting.Teacher,
                    kind = "externalPartTime",
                    rate = 0.5,
                    from = "2012-09-01",
                },
                ("If-Match", card.ETag)
            )
        ).Expect(HttpStatusCode.OK);
        var own = (await setting.RecordAsync(teacher, "conformity", "2019-03-01")).Expect(HttpStatusCode.Created);
        var decision = setting.Decision(teacher, "first", "2022-05-20", "2022-04-01");
        decision["organisationId"] = setting.OtherSchool;
        var foreign = (await setting.Api.PostAsync("/attestations", decision)).Expect(HttpStatusCode.Created);

        var listed = await operatorOfSchool.GetAsync($"/attestations?employeeId={teacher}");
        var read = await operatorOfSchool.GetAsync($"/attestations/{foreign.Id}");
        var qualification = await operatorOfSchool.GetAsync($"/employees/{teacher}/qualification?on=2024-03-01");
        var whole = await setting.Api.GetAsync($"/employees/{teacher}/qualification?on=2024-03-01");

        Ids(listed).ShouldBe([own.Id]);
        read.Code.ShouldBe(404);
        ((string?)qualification["category"]).ShouldBe("first");
        Employers(qualification).ShouldBe(["school-1"]);
        Employers(whole).ShouldBe(["school-1", "school-2"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_school_operator_neither_records_nor_sees_people_of_another_school()
    {
        using var operatorOfSchool = await setting.InRoleAsync(Role.SchoolOperator, setting.School);
        var stranger = await setting.World.EmployeeAsync(setting.OtherSchool, setting.Teacher);

        var qualification = await operatorOfSchool.GetAsync($"/employees/{stranger}/qualification");
        var recorded = await operatorOfSchool.PostAsync(
            "/attestations",
            setting.Decision(await setting.TeacherAsync(), "first", "2024-02-20")
        );

        qualification.Code.ShouldBe(404);
        recorded.Code.ShouldBe(403);
    }

    private static IEnumerable<Guid> Ids(Answer list) =>
        list.Expect(HttpStatusCode.OK)["items"]!.AsArray().Select(item => (Guid)item!["id"]!);

    private static IEnumerable<string?> Employers(Answer qualification) =>
        qualification["conformities"]!.AsArray().Select(status => (string?)status!["organisation"]!["code"]);
}
