using MethodCenter.Api.Tests.Career.Attestations;
using MethodCenter.Api.Tests.Learning.Applications;
using MethodCenter.Api.Tests.Security;
using MethodCenter.Api.Tests.Training.TrainingRecords;
using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Training.Reports;

/// <summary>GET /reports/topic-coverage (KEM-38), counted by hand as of 22.11.2026.</summary>
public sealed class TopicCoverageReportTests
{
    private static readonly string[] Topics = ["Оценка качества"];
    private static readonly string[] Other = ["оценка"];
    private static readonly string Path =
        "/reports/topic-coverage?asOf=2026-11-22&topic=" + Uri.EscapeDataString("оценка  КАЧЕСТВА");

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Shares_and_applications_are_those_counted_by_hand(DatabaseProvider provider)
    {
        await using var setting = await AttestationSetting.StartAsync(provider);
        var (world, school) = (setting.World, setting.School);
        Task<Guid> TeacherAsync(Guid at) => world.EmployeeAsync(at, setting.Teacher);
        await setting.TrainAsync(await TeacherAsync(school), "2023-11-22", topics: Topics);
        await setting.TrainAsync(await TeacherAsync(school), "2023-11-21", topics: Topics);

        // A topic is found whole, not by a part of it; and a seminar is not professional development.
        await setting.TrainAsync(await TeacherAsync(school), "2025-05-05", topics: Other);
        await setting.TrainAsync(
            await TeacherAsync(setting.OtherSchool),
            "2025-05-05",
            "permanentSeminar",
            8,
            topics: Topics,
            at: setting.OtherSchool
        );

        // What the centre itself teaches counts by the title of its programme.
        var programme = await world.ProgrammeAsync();
        var card = await setting.Api.GetAsync($"/programmes/{programme}");
        var (title, topic) = ((string)card["title"]!, new { topics = new[] { "Цифровая среда" } });
        (await setting.Api.PatchAsync($"/programmes/{programme}", topic, ("If-Match", card.ETag))).Expect(
            HttpStatusCode.OK
        );
        var campaign = await world.CampaignAsync(byQuota: false);
        var course = await world.OpenCourseAsync(programme);
        (await setting.Api.ApplyAsync(campaign, await TeacherAsync(school), course.Id)).Expect(HttpStatusCode.Created);

        setting.Commands.Take("GetTopicCoverageReport");
        var report = (await setting.Api.GetAsync(Path)).Expect(HttpStatusCode.OK);
        setting.Commands.Take("GetTopicCoverageReport").ShouldBeLessThanOrEqualTo(5);
        ((int)report["validMonths"]!).ShouldBe(36);
        ((string?)report["validFrom"]).ShouldBe("2023-11-22");
        Counts(report, "total").ShouldBe((5, 1, 20m, 1, 3));
        Counts(report, "organisations.0").ShouldBe((1, 0, 0m, 0, 1));
        Counts(report, "organisations.1").ShouldBe((4, 1, 25m, 1, 2));

        // The topic is that of the vocabulary, not a word of the title.
        var titled = await setting.Api.GetAsync("/reports/topic-coverage?topic=" + Uri.EscapeDataString(title));
        ((int)titled.Expect(HttpStatusCode.OK)["applications.requested"]!).ShouldBe(0);
        var named = (
            await setting.Api.GetAsync("/reports/topic-coverage?topic=" + Uri.EscapeDataString("ЦИФРОВАЯ среда"))
        ).Expect(HttpStatusCode.OK);
        ((int)named["applications.requested"]!, (int)named["applications.satisfied"]!).ShouldBe((1, 1));
        ((decimal)named["programmes.0.satisfiedPercent"]!).ShouldBe(100m);

        // A school sees itself alone.
        var (_, key) = await world.ProgramAsync(TestAccounts.Role("schoolOperator", setting.OtherSchool));
        using var operatorOfSchool = setting.Service.Client(key);
        var own = (await operatorOfSchool.GetAsync(Path)).Expect(HttpStatusCode.OK);
        own["organisations"]!.AsArray().Count.ShouldBe(1);
        Counts(own, "total").ShouldBe((1, 0, 0m, 0, 1));
        ((int)own["applications.requested"]!).ShouldBe(0);
    }

    [Fact]
    public async Task A_topic_must_be_named()
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service);

        (await world.Api.GetAsync("/reports/topic-coverage")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await world.Api.GetAsync(Path))["total.base"]!.GetValue<int>().ShouldBe(0);
        (await world.Api.GetAsync(Path))["total.valid.percent"].ShouldBeNull();
    }

    private static (int Base, int Valid, decimal? Percent, int Expired, int Never) Counts(Answer report, string at) =>
        (
            (int)report[$"{at}.base"]!,
            (int)report[$"{at}.valid.count"]!,
            (decimal?)report[$"{at}.valid.percent"],
            (int)report[$"{at}.expired.count"]!,
            (int)report[$"{at}.never.count"]!
        );
}
