using MethodCenter.Api.Tests.Security;
using MethodCenter.Api.Tests.Teaching.Timetables;
using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Learning.Enrolments;

/// <summary>Who pays, when a learner leaves, and learners from outside the territory.</summary>
public sealed class EnrolmentTests
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task A_learner_pays_himself_in_a_group_of_the_state_assignment(DatabaseProvider provider)
    {
        var setting = await SettingAsync(provider);
        var api = setting.World.Api;
        var paid = new { source = "paid", reference = "Договор № 15" };

        var payer = await setting.EnrolAsync(funding: paid);
        var other = await setting.EnrolAsync();
        var changed = await api.PutAsync(
            $"{setting.Path}/{other.Id}/funding",
            new { funding = paid },
            ("If-Match", other.ETag)
        );
        var (all, state) = (await setting.CountAsync("fundingSource=paid"), "fundingSource=stateAssignment");
        var back = await api.PutAsync($"{setting.Path}/{other.Id}/funding", new { }, ("If-Match", changed.ETag));

        ((string?)payer["funding"]!["source"], (string?)payer["funding"]!["reference"]).ShouldBe(
            ("paid", "Договор № 15")
        );
        other["funding"].ShouldBeNull();
        ((string?)changed.Expect(HttpStatusCode.OK)["funding"]!["source"]).ShouldBe("paid");
        back.Expect(HttpStatusCode.OK)["funding"].ShouldBeNull();
        (all, await setting.CountAsync("fundingSource=paid"), await setting.CountAsync(state)).ShouldBe((2, 1, 1));
        (await api.PutAsync($"{setting.Path}/{other.Id}/funding", new { })).Code.ShouldBe(428);
        var (_, key) = await setting.World.ProgramAsync(TestAccounts.Role("schoolOperator", setting.School));
        using var school = setting.World.Service.Client(key);
        (await school.PutAsync($"{setting.Path}/{other.Id}/funding", new { }, ("If-Match", back.ETag))).Code.ShouldBe(
            403
        );
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task A_withdrawal_names_its_day(DatabaseProvider provider)
    {
        var setting = await SettingAsync(provider);
        var (world, api) = (setting.World, setting.World.Api);
        await world.SetCalendarAsync();
        var enrolled = await setting.EnrolAsync("2026-10-01");
        var teacher = await world.EmployeeAsync(setting.School, setting.Position);
        var lesson = await world.LessonAsync(setting.Course, await world.RoomAsync(), teacher, "2026-10-05");
        var sheet = new { learners = new[] { new { enrolmentId = enrolled.Id, presence = "present" } } };
        (await api.PutAsync($"/lessons/{lesson.Id}/attendance", sheet, ("If-Match", lesson.ETag))).Expect(
            HttpStatusCode.OK
        );
        Task<Answer> WithdrawAsync(string on) =>
            api.PostAsync(
                $"{setting.Path}/{enrolled.Id}/withdrawal",
                new { reason = "по болезни", on },
                ("If-Match", enrolled.ETag)
            );

        (await WithdrawAsync("2026-11-23")).FieldErrors.ShouldBe(["/on enrolment.withdrawal-in-future"]);
        (await WithdrawAsync("2026-09-30")).FieldErrors.ShouldBe(["/on enrolment.withdrawal-before-arrival"]);
        (await WithdrawAsync("2026-10-04")).FieldErrors.ShouldBe(["/on enrolment.attended-after"]);
        var left = (await WithdrawAsync("2026-10-05")).Expect(HttpStatusCode.OK);

        ((string?)left["state"], (string?)left["withdrawnOn"]).ShouldBe(("withdrawn", "2026-10-05"));
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Who_comes_from_outside_the_territory_learns_and_stands_in_no_base(DatabaseProvider provider)
    {
        var setting = await SettingAsync(provider);
        var (world, api) = (setting.World, setting.World.Api);
        var body = new
        {
            code = "college",
            shortName = "Педагогический колледж",
            kind = "other",
            outsideTerritory = true,
        };
        var college = (await api.PostAsync("/organisations", body)).Expect(HttpStatusCode.Created).Id;
        var guest = new
        {
            lastName = "Гостева",
            firstName = "Вера",
            outsideTerritory = true,
        };
        var person = (await api.PostAsync("/employees", guest)).Expect(HttpStatusCode.Created);
        await world.EmployeeAsync(setting.School, setting.Position);
        var ofCollege = await world.EmployeeAsync(college, setting.Position);

        var nowhere = await setting.EnrolAsync(person.Id);
        var wrong = await setting.EnrolAsync(person.Id, setting.School);
        var enrolled = await setting.EnrolAsync(person.Id, college);
        var colleague = await setting.EnrolAsync(ofCollege);

        ((bool)person["outsideTerritory"]!).ShouldBeTrue();
        nowhere.ErrorCode.ShouldBe("enrolment.not-employed");
        wrong.FieldErrors.ShouldBe(["/organisationId enrolment.not-from-outside"]);
        ((Guid)enrolled.Expect(HttpStatusCode.Created)["organisationId"]!).ShouldBe(college);
        ((Guid)colleague.Expect(HttpStatusCode.Created)["organisationId"]!).ShouldBe(college);
        var due = (await api.GetAsync("/reports/training-due?includeTotal=true")).Expect(HttpStatusCode.OK);
        ((int)due["employees.total"]!).ShouldBe(1, "the teacher of the school alone");
    }

    [Fact]
    public async Task An_invited_lecturer_is_no_employee_of_anybody()
    {
        var setting = await SettingAsync();
        var (world, api) = (setting.World, setting.World.Api);
        await world.SetCalendarAsync();
        var guest = new
        {
            lastName = "Лекторова",
            firstName = "Нина",
            outsideTerritory = true,
        };
        var lecturer = (await api.PostAsync("/employees", guest)).Expect(HttpStatusCode.Created);

        var lesson = await world.LessonAsync(setting.Course, await world.RoomAsync(), lecturer.Id);

        var listed = (await api.GetAsync($"/lessons?teacherId={lecturer.Id}")).Json!["items"]![0]!;
        ((Guid)listed["id"]!).ShouldBe(lesson.Id);
        ((string?)listed["teacher"]).ShouldBe("Лекторова Нина");
    }

    [Fact]
    public async Task A_course_that_crosses_31_August_is_taught_by_the_calendars_of_two_years()
    {
        var setting = await SettingAsync();
        var (world, api) = (setting.World, setting.World.Api);
        await world.SetCalendarAsync();
        var teacher = await world.EmployeeAsync(setting.School, setting.Position);
        var course = await api.GetAsync($"/courses/{setting.Course}");
        var plan = new { endsOn = "2027-12-20" };
        (await api.PatchAsync($"/courses/{setting.Course}", plan, ("If-Match", course.ETag))).Expect(HttpStatusCode.OK);
        var room = await world.RoomAsync();
        var body = TestTimetables.Lesson(setting.Course, room, teacher, "2027-09-06");

        var without = await api.PostAsync("/lessons", body);
        await world.SetCalendarAsync("2027-2028");
        var lesson = (await api.PostAsync("/lessons", body)).Expect(HttpStatusCode.Created);

        without.ErrorCode.ShouldBe("calendar.missing");
        ((string?)lesson["academicYear"], (string?)lesson["startsAt"]).ShouldBe(("2027-2028", "09:45:00"));
    }

    [Fact]
    public async Task A_closed_recruitment_says_that_it_can_be_opened_again()
    {
        var setting = await SettingAsync();
        var api = setting.World.Api;
        var course = await api.GetAsync($"/courses/{setting.Course}");
        (
            await api.PostAsync($"/courses/{setting.Course}/registration-closing", null, ("If-Match", course.ETag))
        ).Expect(HttpStatusCode.OK);

        var refused = await setting.EnrolAsync();

        (refused.Code, refused.ErrorCode).ShouldBe((409, "enrolment.registration-closed"));
        refused.Text.ShouldContain("registration-opening");
    }

    private static async Task<Setting> SettingAsync(DatabaseProvider provider = DatabaseProvider.Sqlite)
    {
        var world = await World.SharedAsync(provider);
        var (school, position) = (await world.OrganisationAsync(), await world.PositionAsync());
        return new Setting(
            world,
            school,
            position,
            (await world.OpenCourseAsync(await world.ProgrammeAsync(hours: 250, kind: "retraining"))).Id
        );
    }

    private sealed record Setting(World World, Guid School, Guid Position, Guid Course)
    {
        public string Path => $"/courses/{Course}/enrolments";

        public async Task<Answer> EnrolAsync(string? on = null, object? funding = null)
        {
            var body = new
            {
                employeeId = await World.EmployeeAsync(School, Position),
                on,
                funding,
            };
            return await World.Api.PostAsync(Path, body);
        }

        public Task<Answer> EnrolAsync(Guid employeeId, Guid? organisationId = null) =>
            World.Api.PostAsync(Path, new { employeeId, organisationId });

        public async Task<int> CountAsync(string filter) =>
            (await World.Api.GetAsync($"/enrolments?{filter}")).Expect(HttpStatusCode.OK).Json!["items"]!
                .AsArray()
                .Count;
    }
}
