using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Learning.Applications;

/// <summary>
/// A quota of a programme that becomes free goes to those who wait for it, on whatever course of the programme.
/// </summary>
public sealed class FreedQuotaTests
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite, "withdrawal")]
    [InlineData(DatabaseProvider.PostgreSql, "withdrawal")]
    [InlineData(DatabaseProvider.Sqlite, "enrolment")]
    [InlineData(DatabaseProvider.PostgreSql, "enrolment")]
    [InlineData(DatabaseProvider.Sqlite, "expulsion")]
    [InlineData(DatabaseProvider.PostgreSql, "expulsion")]
    [InlineData(DatabaseProvider.Sqlite, "cancellation")]
    [InlineData(DatabaseProvider.PostgreSql, "cancellation")]
    public async Task It_goes_to_the_other_course(DatabaseProvider provider, string way)
    {
        var service = await TestService.SharedAsync(provider);
        var world = await World.CreateAsync(service);
        var (school, teacher) = (await world.OrganisationAsync(), await world.PositionAsync());
        var programme = await world.ProgrammeAsync();
        var (one, two) = (await world.OpenCourseAsync(programme), await world.OpenCourseAsync(programme));
        var campaign = await world.CampaignAsync();
        await world.QuotasAsync(campaign, programme, [school], limit: 1);
        var first = await world.Api.ApplyAsync(campaign, await world.EmployeeAsync(school, teacher), one.Id);
        var waiting = await world.Api.ApplyAsync(campaign, await world.EmployeeAsync(school, teacher), two.Id);
        ((string?)first.Expect(HttpStatusCode.Created)["state"]).ShouldBe("approved");
        ((string?)waiting.Expect(HttpStatusCode.Created)["state"]).ShouldBe("waiting");
        ((string?)waiting["lacks"]).ShouldBe("quota");

        await LeaveAsync(world.Api, way, one.Id, first);

        var promoted = (await world.Api.GetAsync($"/applications/{waiting.Id}")).Expect(HttpStatusCode.OK);
        ((string?)promoted["state"]).ShouldBe("approved");
        var quota = (await world.Api.GetAsync("/quotas")).Expect(HttpStatusCode.OK);
        ((int)quota["items.0.used"]!).ShouldBe(1);
        ((int)(await world.Api.GetAsync($"/courses/{two.Id}"))["seatsTaken"]!).ShouldBe(1);
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Who_waited_for_the_quota_of_a_programme_is_seated_by_that_of_his_course(DatabaseProvider provider)
    {
        var service = await TestService.SharedAsync(provider);
        var world = await World.CreateAsync(service);
        var (school, teacher) = (await world.OrganisationAsync(), await world.PositionAsync());
        var programme = await world.ProgrammeAsync();
        var (one, two) = (await world.OpenCourseAsync(programme), await world.OpenCourseAsync(programme, 1));
        var campaign = await world.CampaignAsync();
        await world.QuotasAsync(campaign, programme, [school], limit: 1);
        var first = await world.Api.ApplyAsync(campaign, await world.EmployeeAsync(school, teacher), one.Id);
        var waiting = await world.Api.ApplyAsync(campaign, await world.EmployeeAsync(school, teacher), two.Id);
        var ofCourse = new
        {
            campaignId = campaign,
            programmeId = programme,
            courseId = two.Id,
            organisationId = school,
            limit = 1,
        };
        var set = (await world.Api.PostAsync("/quotas", ofCourse)).Expect(HttpStatusCode.Created);

        await LeaveAsync(world.Api, "withdrawal", one.Id, first);

        var promoted = (await world.Api.GetAsync($"/applications/{waiting.Id}")).Expect(HttpStatusCode.OK);
        ((string?)promoted["state"]).ShouldBe("approved");
        ((int)(await world.Api.GetAsync($"/quotas/{set.Id}"))["used"]!).ShouldBe(1);
        var all = (await world.Api.GetAsync("/quotas"))["items"]!.AsArray();
        all.Sum(quota => (int)quota!["used"]!).ShouldBe(1);
    }

    [Fact]
    public async Task Who_waited_before_there_was_a_quota_is_seated_when_it_falls_free_and_gives_it_back()
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service);
        var (school, teacher) = (await world.OrganisationAsync(), await world.PositionAsync());
        var programme = await world.ProgrammeAsync();
        var (one, two) = (await world.OpenCourseAsync(programme), await world.OpenCourseAsync(programme));
        var campaign = await world.CampaignAsync();
        var waiting = await world.Api.ApplyAsync(campaign, await world.EmployeeAsync(school, teacher), two.Id);
        ((string?)waiting.Expect(HttpStatusCode.Created)["state"]).ShouldBe("waiting");
        await world.QuotasAsync(campaign, programme, [school], limit: 1);
        var first = await world.Api.ApplyAsync(campaign, await world.EmployeeAsync(school, teacher), one.Id);
        ((string?)first.Expect(HttpStatusCode.Created)["state"]).ShouldBe("approved");

        await LeaveAsync(world.Api, "withdrawal", one.Id, first);

        var promoted = (await world.Api.GetAsync($"/applications/{waiting.Id}")).Expect(HttpStatusCode.OK);
        ((string?)promoted["state"]).ShouldBe("approved");
        ((int)(await world.Api.GetAsync("/quotas"))["items.0.used"]!).ShouldBe(1);
        await LeaveAsync(world.Api, "withdrawal", two.Id, promoted);
        ((int)(await world.Api.GetAsync("/quotas"))["items.0.used"]!).ShouldBe(0);
    }

    [Fact]
    public async Task Who_is_on_a_course_of_the_programme_already_is_not_applied_for()
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service);
        var programme = await world.ProgrammeAsync();
        var employee = await world.EmployeeAsync(await world.OrganisationAsync(), await world.PositionAsync());
        var course = await world.OpenCourseAsync(programme);
        var enrolled = await world.Api.PostAsync($"/courses/{course.Id}/enrolments", new { employeeId = employee });
        enrolled.Expect(HttpStatusCode.Created);
        var campaign = await world.CampaignAsync("byCentre", byQuota: false);

        var refused = await world.Api.ApplyAsync(campaign, employee, programme: programme);

        refused.Code.ShouldBe(409);
        refused.ErrorCode.ShouldBe("application.already-on-course");
    }

    private static async Task LeaveAsync(ApiClient api, string way, Guid course, Answer application)
    {
        var reason = new { reason = "по семейным обстоятельствам" };
        var enrolment = (string?)application["enrolmentId"];
        var left = way switch
        {
            "withdrawal" => await api.DecideAsync(application, "withdrawal", reason),
            "cancellation" => await api.PostAsync(
                $"/courses/{course}/cancellation",
                reason,
                ("If-Match", (await api.GetAsync($"/courses/{course}")).ETag)
            ),
            "enrolment" => await api.PostAsync(
                $"/courses/{course}/enrolments/{enrolment}/withdrawal",
                reason,
                ("If-Match", (await api.GetAsync($"/courses/{course}/enrolments/{enrolment}")).ETag)
            ),
            _ => await ExpelAsync(api, course, enrolment),
        };
        left.Expect(HttpStatusCode.OK);
    }

    private static async Task<Answer> ExpelAsync(ApiClient api, Guid course, string? enrolment)
    {
        var draft = new
        {
            kind = "expulsion",
            courseId = course,
            date = "2026-11-22",
            enrolmentIds = new[] { enrolment },
        };
        var order = (await api.PostAsync("/orders", draft)).Expect(HttpStatusCode.Created);
        return await api.PostAsync($"/orders/{order.Id}/signature", null, ("If-Match", order.ETag));
    }
}
