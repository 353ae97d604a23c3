using System.Text.Json.Nodes;
using MethodCenter.Api.Tests.Career.Attestations;
using MethodCenter.Api.Tests.Learning.Applications;
using MethodCenter.Api.Tests.Training.TrainingRecords;
using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Office.Reports;

/// <summary>«Вне территории»: an organisation and a person with the mark stand in no base of the network.</summary>
public sealed class NetworkBaseTests
{
    /// <summary>Reports whose base is the network, each asked so that it counts what the test enters.</summary>
    private static readonly Dictionary<string, string> OfNetwork = new()
    {
        ["applications"] = "/reports/applications",
        ["attestations"] = "/reports/attestations?from=2023-01-01&to=2023-12-31",
        ["contingent"] = "/reports/contingent?academicYear=2026-2027",
        ["managementRetraining"] = "/reports/management-retraining",
        ["qualifications"] = "/reports/qualifications",
        ["topicCoverage"] = "/reports/topic-coverage?topic=оценка",
        ["trainedByProvider"] = "/reports/trained-by-provider?academicYear=2023-2024",
        ["trainingDue"] = "/reports/training-due",
        ["trainingNeeds"] = "/reports/training-needs?year=2027",
        ["trainingPlans"] = "/reports/training-plans?year=2027",
    };

    /// <summary>Reports of what the centre does itself, for whomever, and of one school.</summary>
    private static readonly string[] OfWork =
    [
        "certificates",
        "courseFeedback",
        "courses",
        "enrolledCompleted",
        "frdoDeadlines",
        "programmeExpertise",
        "riskProfiles",
        "teachingLoad",
    ];

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task No_base_counts_what_is_outside_the_territory(DatabaseProvider provider)
    {
        await using var setting = await AttestationSetting.StartAsync(provider);
        var (world, api) = (setting.World, setting.Api);
        var reports = (await api.GetAsync("/reports")).Expect(HttpStatusCode.OK);
        reports["items"]!
            .AsArray()
            .Select(report => (string)report!["code"]!)
            .Order(StringComparer.Ordinal)
            .ShouldBe(OfNetwork.Keys.Concat(OfWork).Order(StringComparer.Ordinal));

        var inside = await EnterAsync(setting, setting.School, setting.School);
        var before = await ReadAsync(api);
        var college = (
            await api.PostAsync(
                "/organisations",
                new
                {
                    code = "x-1",
                    shortName = "Школа соседей",
                    kind = "secondarySchool",
                    outsideTerritory = true,
                }
            )
        ).Expect(HttpStatusCode.Created).Id;

        // One who works at an organisation outside, and one who is marked himself and works in the network.
        await EnterAsync(setting, college, college, inside);
        var guest = await EnterAsync(setting, setting.School, null, inside);
        await MarkAsync(api, $"/employees/{guest.Teacher}", true);
        await MarkAsync(api, $"/employees/{guest.Head}", true);
        Differences(before, await ReadAsync(api)).ShouldBeEmpty();

        // Without either mark each of them would have counted.
        await MarkAsync(api, $"/employees/{guest.Teacher}", false);
        await MarkAsync(api, $"/employees/{guest.Head}", false);
        var withGuest = await ReadAsync(api);
        Differences(before, withGuest).ShouldBe(OfNetwork.Keys.Except(["contingent"]));
        await MarkAsync(api, $"/organisations/{college}", false);
        Differences(withGuest, await ReadAsync(api)).ShouldBe(OfNetwork.Keys);
    }

    /// <summary>A teacher and a head, with all that a report of the network counts.</summary>
    /// <param name="setting">The centre.</param>
    /// <param name="school">Where they work.</param>
    /// <param name="pupils">Whose pupils are recorded; null: nobody's.</param>
    /// <param name="shared">What was made for others before.</param>
    private static async Task<Entered> EnterAsync(
        AttestationSetting setting,
        Guid school,
        Guid? pupils,
        Entered? shared = null
    )
    {
        var (world, api) = (setting.World, setting.Api);
        var teacher = await world.EmployeeAsync(school, setting.Teacher);
        var head = await world.EmployeeAsync(school, await world.PositionAsync("director"));
        var decision = setting.Decision(teacher, "first", "2023-06-01", "2023-04-20");
        decision["organisationId"] = school;
        (await api.PostAsync("/attestations", decision)).Expect(HttpStatusCode.Created);
        await setting.TrainAsync(teacher, "2024-02-20", topics: ["оценка"], at: school);

        var programme = shared?.Programme ?? await OnTopicAsync(world);
        var campaign = shared?.Campaign ?? await world.CampaignAsync(byQuota: false);
        var course = shared?.Course ?? (await world.OpenCourseAsync(programme)).Id;
        (await api.ApplyAsync(campaign, teacher, course)).Expect(HttpStatusCode.Created);
        var need = new
        {
            organisationId = school,
            employeeId = teacher,
            topic = "оценка",
            year = 2027,
            source = "survey",
        };
        (await api.PostAsync("/training-needs", need)).Expect(HttpStatusCode.Created);
        if (pupils is { } of)
        {
            var grade = new
            {
                organisationId = of,
                academicYear = "2026-2027",
                grade = 1,
                pupils = 30,
            };
            (await api.PostAsync("/contingents", grade)).Expect(HttpStatusCode.Created);
        }

        return new Entered(teacher, head, programme, campaign, course);
    }

    private static async Task<Guid> OnTopicAsync(World world)
    {
        var programme = await world.ProgrammeAsync();
        var card = await world.Api.GetAsync($"/programmes/{programme}");
        var topics = new { topics = new[] { "оценка" } };
        (await world.Api.PatchAsync($"/programmes/{programme}", topics, ("If-Match", card.ETag))).Expect(
            HttpStatusCode.OK
        );
        return programme;
    }

    private static async Task MarkAsync(ApiClient api, string path, bool outsideTerritory)
    {
        var card = await api.GetAsync(path);
        (await api.PatchAsync(path, new { outsideTerritory }, ("If-Match", card.ETag))).Expect(HttpStatusCode.OK);
    }

    /// <summary>Every report of the network, without the time of the computing.</summary>
    private static async Task<Dictionary<string, string>> ReadAsync(ApiClient api)
    {
        var read = new Dictionary<string, string>();
        foreach (var (code, path) in OfNetwork)
        {
            var report = (JsonObject)(await api.GetAsync(path)).Expect(HttpStatusCode.OK).Json!;
            report.Remove("computedAt");
            read.Add(code, report.ToJsonString());
        }

        return read;
    }

    private static IEnumerable<string> Differences(Dictionary<string, string> one, Dictionary<string, string> other) =>
        OfNetwork.Keys.Where(code => one[code] != other[code]);

    private sealed record Entered(Guid Teacher, Guid Head, Guid Programme, Guid Campaign, Guid Course);
}
