using System.Globalization;
using MethodCenter.Api.Tests.Career.Attestations;
using MethodCenter.Api.Tests.Office.Reports;
using MethodCenter.Api.Tests.Training.TrainingRecords;
using MethodCenter.Domain.Territory.Accounts;
using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Training.Reports;

/// <summary>GET /reports/training-due (DPO-7), counted by hand as of 10.03.2025; the window ends on 10.09.2025.</summary>
public sealed class TrainingDueReportTests
{
    private const string Path = "/reports/training-due?asOf=2025-03-10";

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task States_and_shares_are_those_counted_by_hand(DatabaseProvider provider)
    {
        await using var setting = await AttestationSetting.StartAsync(provider);
        var staff = await StaffAsync(setting);

        var report = (await setting.Api.GetAsync(Path + "&includeTotal=true")).Expect(HttpStatusCode.OK);
        setting.Commands.Take("GetTrainingDueReport").ShouldBe(5, "with the total, and what was published");

        // The longest untrained first; each due on the day three years later.
        Rows(report, staff)
            .ShouldBe([
                "Never never - school-1",
                "RanOut overdue 2025-03-09 school-1",
                "LastDay due 2025-03-10 school-1",
                "EndOfWindow due 2025-09-10 school-1",
                "Shared covered 2025-09-11 school-1",
                "Covered covered 2026-06-01 school-1",
                "OwnCourse covered 2026-12-20 school-2",
                "LeapDay covered 2027-02-28 school-2",
            ]);
        ((int)report["employees.total"]!).ShouldBe(8);
        report["employees.next"].ShouldBeNull();
        Counts(report, "total").ShouldBe("8: 4 50.0, 2 25.0, 1 12.5, 1 12.5");
        report["organisations"]!
            .AsArray()
            .Select(
                (one, place) => $"{(string?)one!["organisation"]!["code"]} {Counts(report, $"organisations.{place}")}"
            )
            .ShouldBe([
                "school-2 2: 2 100.0, 0 0.0, 0 0.0, 0 0.0",
                "school-1 6: 2 33.3, 2 33.3, 1 16.7, 1 16.7",
                "school-3 0: 0 -, 0 -, 0 -, 0 -",
            ]);
        ((int)report["periodYears"]!).ShouldBe(3);
        ((int)report["warningMonths"]!).ShouldBe(6);
        ((string?)report["rule.code"]).ShouldBe("DPO-7");

        await FiltersNarrowAsync(setting, staff);
        await PagesFollowEachOtherAsync(setting, staff);
        await OtherDaysAsync(setting, staff);
    }

    private static async Task FiltersNarrowAsync(AttestationSetting setting, Dictionary<Guid, string> staff)
    {
        // The filter by state narrows the persons, not the totals; that by organisation both.
        var due = await setting.Api.GetAsync(Path + "&state=due");
        Names(due, staff).ShouldBe("LastDay EndOfWindow");
        Counts(due, "total").ShouldBe("8: 4 50.0, 2 25.0, 1 12.5, 1 12.5");
        Names(await setting.Api.GetAsync(Path + "&state=never"), staff).ShouldBe("Never");
        Names(await setting.Api.GetAsync(Path + "&state=overdue"), staff).ShouldBe("RanOut");
        var school = await setting.Api.GetAsync($"{Path}&state=covered&organisationId={setting.School}&sort=-dueOn");
        Names(school, staff).ShouldBe("Covered Shared");
        Counts(school, "total").ShouldBe("6: 2 33.3, 2 33.3, 1 16.7, 1 16.7");
    }

    private static async Task PagesFollowEachOtherAsync(AttestationSetting setting, Dictionary<Guid, string> staff)
    {
        // Pages follow each other, in any order, also where it begins with «never».
        foreach (var sort in new[] { "dueOn", "-dueOn,name", "organisation,-name" })
        {
            var whole = Names(await setting.Api.GetAsync($"{Path}&sort={sort}"), staff);
            var (pages, next) = (new List<string>(), "");
            do
            {
                var page = await setting.Api.GetAsync($"{Path}&sort={sort}&limit=3{next}");
                pages.Add(Names(page, staff));
                next = (string?)page["employees.next"] is { } cursor ? "&cursor=" + Uri.EscapeDataString(cursor) : "";
            } while (next.Length > 0);

            pages.Count.ShouldBe(3);
            string.Join(' ', pages).ShouldBe(whole);
        }
    }

    private static async Task OtherDaysAsync(AttestationSetting setting, Dictionary<Guid, string> staff)
    {
        // 29.02.2024 is due on 28.02.2027 and overdue on the day after.
        var leap = $"&organisationId={setting.OtherSchool}&state=";
        Names(await setting.Api.GetAsync("/reports/training-due?asOf=2027-02-28" + leap + "due"), staff)
            .ShouldBe("LeapDay");
        Names(await setting.Api.GetAsync("/reports/training-due?asOf=2027-03-01" + leap + "overdue"), staff)
            .ShouldBe("OwnCourse LeapDay");

        // What is trained and employed since counts as of a later day.
        var later = await setting.Api.GetAsync("/reports/training-due?asOf=2025-03-11&state=never");
        Names(later, staff).ShouldBe("HiredLater");
        ((int)later["total.base"]!).ShouldBe(9);
    }

    [Fact]
    public async Task An_operator_sees_the_own_staff_with_training_that_others_have_recorded()
    {
        await using var setting = await AttestationSetting.StartAsync(DatabaseProvider.Sqlite);
        var staff = await StaffAsync(setting);
        using var caller = await setting.InRoleAsync(Role.SchoolOperator, setting.OtherSchool);

        var report = await caller.GetAsync(Path);
        var foreign = await caller.GetAsync($"{Path}&organisationId={setting.School}");

        Rows(report, staff)
            .ShouldBe([
                "Shared covered 2025-09-11 school-2",
                "OwnCourse covered 2026-12-20 school-2",
                "LeapDay covered 2027-02-28 school-2",
            ]);
        Counts(report, "total").ShouldBe("3: 3 100.0, 0 0.0, 0 0.0, 0 0.0");
        report["organisations"]!.AsArray().Count.ShouldBe(1);
        foreign["employees.items"]!.AsArray().ShouldBeEmpty();
        foreign["organisations"]!.AsArray().ShouldBeEmpty();
        Counts(foreign, "total").ShouldBe("0: 0 -, 0 -, 0 -, 0 -");
    }

    [Fact]
    public async Task The_norms_of_the_day_decide()
    {
        await using var setting = await AttestationSetting.StartAsync(DatabaseProvider.Sqlite);
        var staff = await StaffAsync(setting);
        (
            await setting.Api.PostAsync(
                "/norms",
                new
                {
                    code = "training.period-years",
                    value = "5",
                    validFrom = "2025-03-11",
                    basis = "Приказ центра № 5",
                }
            )
        ).Expect(HttpStatusCode.Created);

        var before = await setting.Api.GetAsync(Path + "&state=overdue");
        var since = await setting.Api.GetAsync("/reports/training-due?asOf=2025-03-11&state=overdue");
        var unknown = await setting.Api.GetAsync("/reports/training-due?asOf=2013-08-31");

        Names(before, staff).ShouldBe("RanOut");
        Names(since, staff).ShouldBe("");
        ((int)since["periodYears"]!).ShouldBe(5);
        unknown.Code.ShouldBe(422);
        unknown.FieldErrors.ShouldBe(["asOf training-due.not-regulated"]);
    }

    private static async Task<Dictionary<Guid, string>> StaffAsync(AttestationSetting setting)
    {
        var (world, school, other) = (setting.World, setting.School, setting.OtherSchool);
        var idle = await world.OrganisationAsync("school-3", "Третья СОШ");
        Dictionary<Guid, string> staff = [];

        async Task<Guid> EmployAsync(string name, Guid at, Guid? position = null, string from = "2010-09-01")
        {
            var id = await world.EmployeeAsync(at, position ?? setting.Teacher, from);
            staff.Add(id, name);
            return id;
        }

        await setting.TrainAsync(await EmployAsync("Covered", school), "2023-06-01");
        var lastDay = await EmployAsync("LastDay", school);
        await setting.TrainAsync(lastDay, "2019-05-05");
        await setting.TrainAsync(lastDay, "2022-03-10");
        await setting.TrainAsync(await EmployAsync("EndOfWindow", school), "2022-09-10");
        var ranOut = await EmployAsync("RanOut", school);
        await setting.TrainAsync(ranOut, "2022-03-09", "retraining", 250);

        await TrainInVainAsync(setting, await EmployAsync("Never", school));
        await EmployTwiceAsync(setting, await EmployAsync("Shared", school));
        await setting.TrainAsync(await EmployAsync("LeapDay", other), "2024-02-29", at: other);
        await TeachAsync(setting, await EmployAsync("OwnCourse", other));

        // Outside of the base: no teaching post, gone before the day, not there yet.
        await EmployAsync("Head", idle, await world.PositionAsync("director"));
        await EmployAsync("HiredLater", other, from: "2025-03-11");
        var gone = await EmployAsync("Gone", idle);
        var leaver = await setting.Api.GetAsync($"/employees/{gone}");
        (
            await setting.Api.PostAsync(
                $"/employees/{gone}/employments/{(string?)leaver["employments.0.id"]}/dismissal",
                new { lastDay = "2025-03-09" },
                ("If-Match", leaver.ETag)
            )
        ).Expect(HttpStatusCode.OK);
        return staff;
    }

    /// <summary>Neither a seminar counts, nor what was annulled, nor what comes after the day.</summary>
    private static async Task TrainInVainAsync(AttestationSetting setting, Guid never)
    {
        await setting.TrainAsync(never, "2024-10-01", "permanentSeminar", 8);
        await setting.TrainAsync(never, "2025-03-11");
        var wrong = await setting.TrainAsync(never, "2024-11-01");
        (
            await setting.Api.PostAsync(
                $"/training-records/{wrong.Id}/annulment",
                new { reason = "внесено по ошибке" },
                ("If-Match", wrong.ETag)
            )
        ).Expect(HttpStatusCode.OK);
    }

    /// <summary>Two places of work: counted once, at the main one.</summary>
    private static async Task EmployTwiceAsync(AttestationSetting setting, Guid shared)
    {
        await setting.TrainAsync(shared, "2022-09-11");
        var card = await setting.Api.GetAsync($"/employees/{shared}");
        (
            await setting.Api.PostAsync(
                $"/employees/{shared}/employments",
                new
                {
                    organisationId = setting.OtherSchool,
                    positionId = setting.Teacher,
                    kind = "externalPartTime",
                    rate = 0.5,
                    from = "2009-09-01",
                },
                ("If-Match", card.ETag)
            )
        ).Expect(HttpStatusCode.OK);
    }

    /// <summary>A course of the centre itself, completed on 20.12.2023.</summary>
    private static async Task TeachAsync(AttestationSetting setting, Guid learner)
    {
        var course = await setting.World.CourseAsync(
            await setting.World.ProgrammeAsync(),
            new { source = "stateAssignment" },
            null,
            year: "2023-2024"
        );
        await setting.World.EnrolAsync(course, learner, on: "2023-10-01");
        var full = await setting.Api.GetAsync($"/courses/{course}");
        (await setting.Api.PostAsync($"/courses/{course}/completion", null, ("If-Match", full.ETag))).Expect(
            HttpStatusCode.OK
        );
    }

    private static IEnumerable<string> Rows(Answer report, Dictionary<Guid, string> staff) =>
        report.Expect(HttpStatusCode.OK)["employees.items"]!
            .AsArray()
            .Select(item =>
                $"{staff[(Guid)item!["employeeId"]!]} {(string?)item["state"]} {(string?)item["dueOn"] ?? "-"} {(string?)item["organisation"]!["code"]}"
            );

    private static string Names(Answer report, Dictionary<Guid, string> staff) =>
        string.Join(' ', Rows(report, staff).Select(row => row.Split(' ')[0]));

    /// <summary>Base, then number and percent of covered, due, overdue, never.</summary>
    private static string Counts(Answer report, string at)
    {
        var shares = new[] { "covered", "due", "overdue", "never" }.Select(state =>
        {
            var percent = (decimal?)report[$"{at}.{state}.percent"];
            return $"{(int)report[$"{at}.{state}.count"]!} {percent?.ToString("F1", CultureInfo.InvariantCulture) ?? "-"}";
        });
        return $"{(int)report[$"{at}.base"]!}: {string.Join(", ", shares)}";
    }
}
