using MethodCenter.Api.Tests.Career.Attestations;
using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Api.Tests.Training.TrainingRecords;

/// <summary>Who may do and see what of training.</summary>
public sealed class TrainingScopeTests(AttestationSetting setting) : IClassFixture<AttestationSetting>
{
    [Theory]
    [InlineData(Role.CentreAdministrator, 201, 200, 200, 200)]
    [InlineData(Role.Registrar, 201, 200, 200, 200)]
    [InlineData(Role.Methodist, 201, 200, 403, 200)]
    [InlineData(Role.AttestationSpecialist, 403, 200, 403, 403)]
    [InlineData(Role.Analyst, 403, 403, 403, 403)]
    [InlineData(Role.Auditor, 403, 403, 403, 403)]
    public async Task Each_role_may_do_what_the_matrix_says(Role role, int record, int list, int annul, int report)
    {
        using var caller = await setting.InRoleAsync(role);
        var known = await setting.TrainAsync(await setting.TeacherAsync(), "2024-02-20");
        var body = setting.Training(await setting.TeacherAsync());

        (await caller.PostAsync("/training-records", body)).Code.ShouldBe(record);
        (await caller.GetAsync("/training-records?limit=1")).Code.ShouldBe(list);
        (
            await caller.PostAsync(
                $"/training-records/{known.Id}/annulment",
                new { reason = "Внесена по ошибке" },
                ("If-Match", known.ETag)
            )
        ).Code.ShouldBe(annul);
        (await caller.GetAsync("/reports/training-due?limit=1")).Code.ShouldBe(report);
    }

    [Fact]
    public async Task A_school_operator_records_and_reads_those_of_the_own_staff_only()
    {
        using var caller = await setting.InRoleAsync(Role.SchoolOperator, setting.School);
        var (own, stranger) = (
            await setting.TeacherAsync(),
            await setting.World.EmployeeAsync(setting.OtherSchool, setting.Teacher)
        );
        var foreign = await setting.TrainAsync(stranger, "2024-02-20", at: setting.OtherSchool);

        var made = await caller.PostAsync("/training-records", setting.Training(own));
        var ofStranger = await caller.PostAsync("/training-records", setting.Training(stranger));
        var elsewhere = await caller.PostAsync(
            "/training-records",
            setting.Training(own).With("organisationId", setting.OtherSchool)
        );
        var listed = await caller.GetAsync($"/training-records?employeeId={stranger}");
        var annulment = await caller.PostAsync(
            $"/training-records/{made.Id}/annulment",
            new { reason = "Внесена по ошибке" },
            ("If-Match", made.ETag)
        );

        made.Code.ShouldBe(201);
        ofStranger.FieldErrors.ShouldBe(["/employeeId employee.unknown"]);
        elsewhere.FieldErrors.ShouldBe(["/organisationId organisation.unknown"]);
        listed.Expect(HttpStatusCode.OK)["items"]!.AsArray().ShouldBeEmpty();
        (await caller.GetAsync($"/training-records/{made.Id}")).Code.ShouldBe(200);
        (await caller.GetAsync($"/training-records/{foreign.Id}")).Code.ShouldBe(404);
        annulment.Code.ShouldBe(403);
    }

    [Fact]
    public async Task What_another_school_has_recorded_is_no_second_time_recorded()
    {
        using var caller = await setting.InRoleAsync(Role.SchoolOperator, setting.School);
        var teacher = await setting.TeacherAsync();
        var body = setting.Training(teacher);
        (await setting.Api.PostAsync("/training-records", body.With("organisationId", setting.OtherSchool))).Expect(
            HttpStatusCode.Created
        );

        var answer = await caller.PostAsync("/training-records", body);

        answer.Code.ShouldBe(409);
        answer.ErrorCode.ShouldBe("training-record.already-recorded");
    }

    [Fact]
    public async Task Another_centre_sees_nothing_of_it()
    {
        var teacher = await setting.TeacherAsync();
        var record = await setting.TrainAsync(teacher, "2024-02-20");
        var other = await World.CreateAsync(setting.Service, "other");
        var body = setting
            .Training(teacher)
            .With("organisationId", await other.OrganisationAsync("school-9", "Девятая СОШ"));

        (await other.Api.GetAsync($"/training-records/{record.Id}")).Code.ShouldBe(404);
        (await other.Api.GetAsync("/training-records"))["items"]!.AsArray().ShouldBeEmpty();
        (await other.Api.PostAsync("/training-records", body)).FieldErrors.ShouldBe(["/employeeId employee.unknown"]);
        (
            await other.Api.PostAsync(
                $"/training-records/{record.Id}/annulment",
                new { reason = "Чужая запись" },
                ("If-Match", record.ETag)
            )
        ).Code.ShouldBe(404);
        ((int)(await other.Api.GetAsync("/reports/training-due"))["total.base"]!).ShouldBe(0);
    }
}
