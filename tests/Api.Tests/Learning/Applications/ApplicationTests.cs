using MethodCenter.Api.Tests.Security;
using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Learning.Applications;

/// <summary>Applications over HTTP: who may apply, what is refused and why, and who gets a seat that falls free.</summary>
public sealed class ApplicationTests
{
    [Fact]
    public async Task What_speaks_against_an_application_is_named()
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service);
        var (school, teacher) = (await world.OrganisationAsync(), await world.PositionAsync());
        var (programme, second) = (await world.ProgrammeAsync(), await world.ProgrammeAsync("p-2"));
        var course = await world.OpenCourseAsync(programme);
        var overlapping = await world.OpenCourseAsync(second);
        var campaign = await world.CampaignAsync(byQuota: false);
        var (first, trained) = (await world.EmployeeAsync(school, teacher), await world.EmployeeAsync(school, teacher));
        (
            await world.Api.PostAsync(
                "/training-records",
                new
                {
                    employeeId = trained,
                    organisationId = school,
                    provider = "АППО",
                    title = "Программа p-1",
                    kind = "professionalDevelopment",
                    hours = 36,
                    completedOn = "2025-05-20",
                }
            )
        ).Expect(HttpStatusCode.Created);

        var approved = await world.Api.ApplyAsync(campaign, first, course.Id);
        var again = await world.Api.ApplyAsync(campaign, first, course.Id);
        var overlap = await world.Api.ApplyAsync(campaign, first, overlapping.Id);
        var fresh = await world.Api.ApplyAsync(campaign, trained, course.Id);
        var nothing = await world.Api.ApplyAsync(campaign, trained);
        var other = await world.Api.ApplyAsync(campaign, trained, course.Id, second);
        var nowhere = await world.Api.ApplyAsync(Guid.NewGuid(), trained, course.Id);

        ((string?)approved.Expect(HttpStatusCode.Created)["state"]).ShouldBe("approved");
        again.ErrorCode.ShouldBe("application.already-applied");
        overlap.ErrorCode.ShouldBe("application.overlap");
        fresh.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        fresh.ErrorCode.ShouldBe("application.already-trained");
        ((string?)fresh["rule.code"]).ShouldBe("DPO-7");
        ((string)fresh["detail"]!).ShouldContain("20.05.2025");
        nothing.ErrorCode.ShouldBe("application.subject-missing");
        other.ErrorCode.ShouldBe("application.other-programme");
        nowhere.ErrorCode.ShouldBe("campaign.unknown");
    }

    [Fact]
    public async Task A_school_applies_for_its_own_people_and_decides_nothing()
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service);
        var teacher = await world.PositionAsync();
        var own = await world.OrganisationAsync();
        var foreign = await world.OrganisationAsync("school-2", "Вторая СОШ");
        var programme = await world.ProgrammeAsync();
        var course = await world.OpenCourseAsync(programme);
        var campaign = await world.CampaignAsync("byCentre");
        await world.QuotasAsync(campaign, programme, [own, foreign], limit: 1);
        var (mine, stranger) = (await world.EmployeeAsync(own, teacher), await world.EmployeeAsync(foreign, teacher));
        var (_, key) = await world.ProgramAsync(TestAccounts.Role("schoolOperator", own));
        using var school = service.Client(key, world.Centre);
        var theirs = (await world.Api.ApplyAsync(campaign, stranger, course.Id)).Expect(HttpStatusCode.Created);

        var applied = (await school.ApplyAsync(campaign, mine, course.Id)).Expect(HttpStatusCode.Created);
        var forStranger = await school.ApplyAsync(campaign, stranger, course.Id);
        var approval = await school.DecideAsync(applied, "approval", new { });
        var transfer = await school.DecideAsync(applied, "transfer", new { courseId = course.Id });
        var past = await school.PostAsync($"/courses/{course.Id}/enrolments", new { employeeId = mine });
        var quota = await school.PostAsync(
            "/quotas",
            new
            {
                campaignId = campaign,
                programmeId = programme,
                courseId = course.Id,
                organisationId = own,
                limit = 9,
            }
        );
        var list = (await school.GetAsync("/applications")).Expect(HttpStatusCode.OK);
        var quotas = (await school.GetAsync("/quotas")).Expect(HttpStatusCode.OK);

        ((string?)applied["state"]).ShouldBe("submitted");
        forStranger.ErrorCode.ShouldBe("employee.unknown");
        approval.Status.ShouldBe(HttpStatusCode.Forbidden);
        transfer.Status.ShouldBe(HttpStatusCode.Forbidden);
        past.ErrorCode.ShouldBe("enrolment.by-application");
        quota.Status.ShouldBe(HttpStatusCode.Forbidden);
        list.Json!["items"]!.AsArray().Count.ShouldBe(1);
        quotas.Json!["items"]!.AsArray().Count.ShouldBe(1);
        (await school.GetAsync($"/applications/{theirs.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await school.DecideAsync(theirs, "withdrawal", new { reason = "чужая заявка" })).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task A_seat_that_falls_free_goes_to_the_first_who_waits_and_has_a_quota(DatabaseProvider provider)
    {
        var service = await TestService.SharedAsync(provider);
        var world = await World.CreateAsync(service);
        var teacher = await world.PositionAsync();
        var first = await world.OrganisationAsync();
        var second = await world.OrganisationAsync("school-2", "Вторая СОШ");
        var programme = await world.ProgrammeAsync();
        var course = await world.OpenCourseAsync(programme, capacity: 2);
        var campaign = await world.CampaignAsync();
        await world.QuotasAsync(campaign, programme, [first], limit: 1);
        await world.QuotasAsync(campaign, programme, [second], limit: 2);
        async Task<Answer> ApplyAsync(Guid school) =>
            (await world.Api.ApplyAsync(campaign, await world.EmployeeAsync(school, teacher), course.Id)).Expect(
                HttpStatusCode.Created
            );
        async Task<string?> StateAsync(Answer application) =>
            (string?)(await world.Api.GetAsync($"/applications/{application.Id}"))["state"];

        var seated = await ApplyAsync(first);
        var overQuota = await ApplyAsync(first);
        var other = await ApplyAsync(second);
        var noSeat = await ApplyAsync(second);
        await world.Api.DecideAsync(other, "withdrawal", new { reason = "уволился" });
        var (afterQuota, afterSeat) = (await StateAsync(overQuota), await StateAsync(noSeat));
        var withdrawn = await world.Api.PostAsync(
            $"/courses/{course.Id}/enrolments/{(string?)seated["enrolmentId"]}/withdrawal",
            new { reason = "болезнь слушателя" },
            ("If-Match", "\"1\"")
        );

        ((string?)seated["state"]).ShouldBe("approved");
        ((string?)overQuota["state"]).ShouldBe("waiting");
        ((string?)overQuota["lacks"]).ShouldBe("quota");
        ((string?)overQuota["warnings.0.code"]).ShouldBe("application.waits-for-quota");
        ((string?)noSeat["lacks"]).ShouldBe("seat");
        afterQuota.ShouldBe("waiting");
        afterSeat.ShouldBe("approved");

        // The centre takes the learner off the course: the quota is free again, and the seat with it.
        withdrawn.Expect(HttpStatusCode.OK);
        (await StateAsync(seated)).ShouldBe("withdrawn");
        (await StateAsync(overQuota)).ShouldBe("approved");
        var after = await world.Api.GetAsync($"/courses/{course.Id}");
        ((int)after["seatsTaken"]!).ShouldBe(2);
        ((int)after["waiting"]!).ShouldBe(0);
    }

    [Fact]
    public async Task A_larger_quota_seats_those_who_waited_for_it()
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service);
        var (school, teacher) = (await world.OrganisationAsync(), await world.PositionAsync());
        var programme = await world.ProgrammeAsync();
        var course = await world.OpenCourseAsync(programme);
        var campaign = await world.CampaignAsync();
        var quota = await world.Api.PostAsync(
            "/quotas",
            new
            {
                campaignId = campaign,
                programmeId = programme,
                organisationId = school,
                limit = 0,
            }
        );
        var waits = await world.Api.ApplyAsync(campaign, await world.EmployeeAsync(school, teacher), course.Id);

        var raised = await world.Api.PatchAsync($"/quotas/{quota.Id}", new { limit = 3 }, ("If-Match", quota.ETag));
        var lowered = await world.Api.PatchAsync($"/quotas/{quota.Id}", new { limit = 0 }, ("If-Match", raised.ETag));

        ((string?)waits["lacks"]).ShouldBe("quota");
        ((int)raised.Expect(HttpStatusCode.OK)["used"]!).ShouldBe(1);
        ((int)raised["free"]!).ShouldBe(2);
        ((string?)(await world.Api.GetAsync($"/applications/{waits.Id}"))["state"]).ShouldBe("approved");
        lowered.ErrorCode.ShouldBe("quota.below-used");
    }

    [Fact]
    public async Task The_centre_approves_refuses_moves_on_and_a_cancelled_course_gives_the_people_back()
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service);
        var (school, teacher) = (await world.OrganisationAsync(), await world.PositionAsync());
        var programme = await world.ProgrammeAsync();
        var (course, next) = (await world.OpenCourseAsync(programme), await world.OpenCourseAsync(programme));
        var campaign = await world.CampaignAsync("byCentre");
        await world.QuotasAsync(campaign, programme, [school], limit: 1);
        var one = await world.Api.ApplyAsync(campaign, await world.EmployeeAsync(school, teacher), course.Id);
        var two = await world.Api.ApplyAsync(campaign, await world.EmployeeAsync(school, teacher), null, programme);

        var refused = await world.Api.DecideAsync(two, "refusal", new { reason = "нет мест до января" });
        var approved = (await world.Api.DecideAsync(one, "approval", new { })).Expect(HttpStatusCode.OK);
        var twice = await world.Api.DecideAsync(approved, "approval", new { });
        var stale = await world.Api.DecideAsync(one, "transfer", new { courseId = next.Id });
        var moved = (await world.Api.DecideAsync(approved, "transfer", new { courseId = next.Id })).Expect(
            HttpStatusCode.OK
        );
        var current = await world.Api.GetAsync($"/courses/{next.Id}");
        (
            await world.Api.PostAsync(
                $"/courses/{next.Id}/cancellation",
                new { reason = "нет преподавателя" },
                ("If-Match", current.ETag)
            )
        ).Expect(HttpStatusCode.OK);
        var returned = await world.Api.GetAsync($"/applications/{one.Id}");
        var quotas = await world.Api.GetAsync($"/quotas?campaignId={campaign}");

        ((string?)refused.Expect(HttpStatusCode.OK)["state"]).ShouldBe("refused");
        ((string?)approved["state"]).ShouldBe("approved");
        twice.ErrorCode.ShouldBe("application.wrong-state");
        ((string)twice["detail"]!).ShouldContain("удовлетворена");
        stale.Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        ((string?)moved["courseId"]).ShouldBe(next.Id.ToString());
        ((int)(await world.Api.GetAsync($"/courses/{course.Id}"))["seatsTaken"]!).ShouldBe(0);
        ((string?)returned["state"]).ShouldBe("submitted");
        ((int)quotas.Json!["items"]![0]!["used"]!).ShouldBe(0);
    }

    [Fact]
    public async Task To_an_outside_provider_people_are_referred_within_the_quota()
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service);
        var (school, teacher) = (await world.OrganisationAsync(), await world.PositionAsync());
        var programme = await world.ProgrammeAsync();
        var byArrival = await world.Api.PostAsync(
            "/campaigns",
            new
            {
                title = "КРИПКиПРО",
                provider = "КРИПКиПРО",
                opensOn = "2026-01-01",
                closesOn = "2026-12-31",
                decision = "byArrival",
                byQuota = true,
            }
        );
        var campaign = await world.CampaignAsync("byCentre", provider: "КРИПКиПРО");
        await world.QuotasAsync(campaign, programme, [school], limit: 1);
        var one = await world.Api.ApplyAsync(
            campaign,
            await world.EmployeeAsync(school, teacher),
            programme: programme
        );
        var two = await world.Api.ApplyAsync(
            campaign,
            await world.EmployeeAsync(school, teacher),
            programme: programme
        );

        var referred = await world.Api.DecideAsync(one, "referral", new { referralNumber = "12-Н" });
        var beyond = await world.Api.DecideAsync(two, "referral", new { referralNumber = "13-Н" });
        var sent = await world.Api.GetAsync("/reports/applications");
        await CompleteElsewhereAsync(world, one, school, (string)referred["decidedOn"]!);
        var done = await world.Api.GetAsync("/reports/applications");
        var approval = await world.Api.DecideAsync(two, "approval", new { });
        var ontoOwn = await world.Api.DecideAsync(
            two,
            "approval",
            new { courseId = (await world.OpenCourseAsync(programme)).Id }
        );

        byArrival.ErrorCode.ShouldBe("campaign.outside-by-arrival");
        ((string?)referred.Expect(HttpStatusCode.OK)["state"]).ShouldBe("referred");
        beyond.ErrorCode.ShouldBe("application.no-quota-left");
        approval.ErrorCode.ShouldBe("application.outside-not-approved");
        ontoOwn.ErrorCode.ShouldBe("application.outside-not-approved");
        Counts(sent).ShouldBe((2, 1, 0, 50m));
        Counts(done).ShouldBe((2, 1, 1, 50m));
    }

    /// <summary>The provider has taught the employee: a training record of the programme says so.</summary>
    private static async Task CompleteElsewhereAsync(World world, Answer application, Guid school, string completedOn)
    {
        (
            await world.Api.PostAsync(
                "/training-records",
                new
                {
                    employeeId = (string?)application["employeeId"],
                    organisationId = school,
                    provider = "КРИПКиПРО",
                    title = "Программа p-1",
                    kind = "professionalDevelopment",
                    hours = 36,
                    completedOn,
                }
            )
        ).Expect(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_campaign_takes_applications_in_its_days_only()
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service);
        var employee = await world.EmployeeAsync(await world.OrganisationAsync(), await world.PositionAsync());
        var course = await world.OpenCourseAsync(await world.ProgrammeAsync());
        var past = new
        {
            title = "Прошлый год",
            opensOn = "2025-01-01",
            closesOn = "2025-12-31",
            decision = "byArrival",
            byQuota = false,
        };
        var campaign = (await world.Api.PostAsync("/campaigns", past)).Expect(HttpStatusCode.Created);

        var late = await world.Api.ApplyAsync(campaign.Id, employee, course.Id);
        var longer = await world.Api.PatchAsync(
            $"/campaigns/{campaign.Id}",
            new { closesOn = "2027-12-31" },
            ("If-Match", campaign.ETag)
        );
        var inTime = await world.Api.ApplyAsync(campaign.Id, employee, course.Id);
        var turned = await world.Api.PatchAsync(
            $"/campaigns/{campaign.Id}",
            new { byQuota = true },
            ("If-Match", longer.ETag)
        );

        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.ErrorCode.ShouldBe("application.campaign-closed");
        ((string)late["detail"]!).ShouldContain("31.12.2025");
        inTime.Expect(HttpStatusCode.Created);
        turned.ErrorCode.ShouldBe("campaign.already-applied");
    }

    /// <summary>Thirty wait, all but the last for a quota that is used up: a seat that falls free asks no questions of each.</summary>
    [Fact]
    public async Task However_many_wait_for_their_quota_a_seat_costs_a_handful_of_commands()
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service);
        using var commands = service.Sql.Watch(world);
        var teacher = await world.PositionAsync();
        var (full, other) = (await world.OrganisationAsync(), await world.OrganisationAsync("school-2", "Вторая СОШ"));
        var programme = await world.ProgrammeAsync();
        var course = await world.OpenCourseAsync(programme, capacity: 2);
        var campaign = await world.CampaignAsync();
        await world.QuotasAsync(campaign, programme, [full], limit: 1);
        await world.QuotasAsync(campaign, programme, [other], limit: 2);
        async Task<Answer> ApplyAsync(Guid school) =>
            await world.Api.ApplyAsync(campaign, await world.EmployeeAsync(school, teacher), course.Id);
        await ApplyAsync(full);
        var applied = commands.Take("SubmitApplication");
        var leaving = await ApplyAsync(other);
        for (var waiting = 0; waiting < 30; waiting++)
        {
            await ApplyAsync(full);
        }

        var last = await ApplyAsync(other);
        (await world.Api.DecideAsync(leaving, "withdrawal", new { reason = "уволился" })).Expect(HttpStatusCode.OK);

        ((string?)(await world.Api.GetAsync($"/applications/{last.Id}"))["state"]).ShouldBe("approved");
        applied.ShouldBeInRange(1, 12);
        commands.Take("WithdrawApplication").ShouldBeInRange(1, 14);
    }

    private static (int Requested, int Satisfied, int Completed, decimal? Percent) Counts(Answer report) =>
        (
            (int)report["total.requested"]!,
            (int)report["total.satisfied"]!,
            (int)report["total.completed"]!,
            (decimal?)report["total.satisfiedPercent"]
        );
}
