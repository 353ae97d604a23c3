using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using MethodCenter.Infrastructure.Demo;
using Microsoft.Data.Sqlite;

namespace MethodCenter.Api.Tests.Demo;

/// <summary>The demo: what the centres have published comes out of the reports, whatever was made up in between.</summary>
[Collection(DemoGroup.Name)]
public sealed class DemoTests(DemoService demo)
{
    [Fact]
    public async Task Courses_of_2019_2020_give_the_published_figures()
    {
        var report = await demo.SpbCentral.GetAsync("/reports/courses?academicYear=2019-2020");
        report.Expect(HttpStatusCode.OK);

        Total(report, "blocks.0.sites.0").ShouldBe((434, 434));
        Total(report, "blocks.0.sites.1").ShouldBe((121, 121));
        Total(report, "blocks.0").ShouldBe((555, 555));
        Total(report, "blocks.1").ShouldBe((50, 50));
        Total(report, "blocks.2").ShouldBe((55, 55));
        Total(report, "blocks.3").ShouldBe((70, 70));
        Total(report, "blocks.4").ShouldBe((30, null));
        Total(report, "sources.2").ShouldBe((125, null));
        ((int)report["total.value"]!).ShouldBe(760);
        ((int)report["total.courses"]!).ShouldBe(34);
        ((bool)report["total.contradicted"]!).ShouldBeFalse();
        report.Json!["unmatched"]!.AsArray().ShouldBeEmpty();
        ((int)report["blocks.0.sites.0.courses.2.learnersAutumn"]!).ShouldBe(24);
        ((int)report["blocks.0.sites.0.courses.2.learnersSpring"]!).ShouldBe(18);
    }

    [Fact]
    public async Task Attestations_of_2019_2020_give_the_published_rows_and_contradict_two_published_totals()
    {
        var report = await demo.SpbCentral.GetAsync("/reports/attestations?academicYear=2019-2020");
        report.Expect(HttpStatusCode.OK);

        Cells(report, 0).ShouldBe([205, 195, 23]);
        Cells(report, 1).ShouldBe([184, 132, 29]);
        Total(report, "rows.0").ShouldBe((423, 423));
        Total(report, "rows.1").ShouldBe((345, 352));
        ((bool)report["rows.0.total.contradicted"]!).ShouldBeFalse();
        ((bool)report["rows.1.total.contradicted"]!).ShouldBeTrue();
        ((int)report["rows.1.total.difference"]!).ShouldBe(7);
        ((int)report["total.value"]!).ShouldBe(768);
        ((int)report["total.stated"]!).ShouldBe(775);
        ((bool)report["total.contradicted"]!).ShouldBeTrue();
        report.Json!["rows"]!.AsArray().Count.ShouldBe(2);
        report["conformity"].ShouldBeNull();
    }

    [Fact]
    public async Task Trained_in_2019_2020_by_provider_gives_the_published_figures()
    {
        var report = await demo.SpbCentral.GetAsync("/reports/trained-by-provider?academicYear=2019-2020");
        report.Expect(HttpStatusCode.OK);

        Total(report, "providers.0").ShouldBe((210, 210));
        Total(report, "providers.1").ShouldBe((253, 253));
        Total(report, "providers.2").ShouldBe((760, 760));
        ((bool)report["providers.2.own"]!).ShouldBeTrue();
        report.Json!["providers"]![0]!["hours"]!
            .AsArray()
            .Select(row => ((string)row!["kind"]!, (int)row["hours"]!, (int)row["value"]!))
            .ShouldBe([
                ("retraining", 256, 21),
                ("professionalDevelopment", 108, 123),
                ("professionalDevelopment", 72, 57),
                ("professionalDevelopment", 36, 9),
            ]);
        report.Json!["providers"]![1]!["programmes"]!
            .AsArray()
            .Select(row => (int)row!["learners"]!)
            .ShouldBe([178, 68, 7]);
        ((int)report["total.value"]!).ShouldBe(1223);
        ((bool)report["total.contradicted"]!).ShouldBeFalse();
        report.Json!["unmatched"]!.AsArray().ShouldBeEmpty();
    }

    /// <summary>A campaign whose quotas gave each school what it asked for, and everybody came by an application.</summary>
    [Fact]
    public async Task Everybody_taught_in_2019_2020_has_applied_within_a_quota()
    {
        var campaigns = await demo.SpbCentral.GetAsync("/campaigns?q=2019-2020");
        ((int)campaigns["items.0.applications"]!).ShouldBe(760);
        var id = (string)campaigns["items.0.id"]!;
        var waiting = await demo.SpbCentral.GetAsync($"/applications?campaignId={id}&state=waiting");
        waiting.Json!["items"]!.AsArray().ShouldBeEmpty();
        var left = await demo.SpbCentral.GetAsync($"/quotas?campaignId={id}&hasLeft=true");
        left.Json!["items"]!.AsArray().ShouldBeEmpty();
        var report = (await demo.SpbCentral.GetAsync($"/reports/applications?campaignId={id}")).Expect(
            HttpStatusCode.OK
        );
        ((int)report["total.requested"]!).ShouldBe(760);
        ((int)report["total.satisfied"]!).ShouldBe(760);
        ((int)report["total.completed"]!).ShouldBe(760);
        ((decimal)report["total.satisfiedPercent"]!).ShouldBe(100m);
        report.Json!["programmes"]!.AsArray().Count.ShouldBe(34);
    }

    /// <summary>A highest category is taken over: no first one is made up so that it is accepted.</summary>
    [Fact]
    public async Task No_decision_is_made_up_before_those_that_the_centres_published()
    {
        async Task<int> CountAsync(ApiClient centre, string query)
        {
            var list = await centre.GetAsync($"/attestations?limit=1&includeTotal=true&{query}");
            return (int)list.Expect(HttpStatusCode.OK)["total"]!;
        }

        (await CountAsync(demo.SpbCentral, "decidedTo=2019-08-31")).ShouldBe(0);
        (await CountAsync(demo.SpbCentral, "decidedTo=2020-08-31")).ShouldBe(768);
        (await CountAsync(demo.SpbCentral, "takenOver=true&kind=highest")).ShouldBe(423);
        (await CountAsync(demo.SpbCentral, "takenOver=true")).ShouldBe(423);
        (await CountAsync(demo.Kemerovo, "state=recorded")).ShouldBe(286);
        (await CountAsync(demo.Kemerovo, "takenOver=true")).ShouldBe(127);
    }

    /// <summary>From the campaign to the register: 34 courses with timetable, journal, orders and 760 documents.</summary>
    [Fact]
    public async Task The_year_2019_2020_went_the_whole_way()
    {
        async Task<JsonArray> AllAsync(string list)
        {
            var items = new JsonArray();
            string? cursor = null;
            do
            {
                var page = await demo.SpbCentral.GetAsync(cursor is null ? list : $"{list}&cursor={cursor}");
                foreach (var item in page.Expect(HttpStatusCode.OK).Json!["items"]!.AsArray())
                {
                    items.Add(item!.DeepClone());
                }

                cursor = (string?)page["next"];
            } while (cursor is not null);

            return items;
        }

        var lessons = await AllAsync("/lessons?from=2019-09-01&to=2020-08-31&limit=500");
        lessons.Select(lesson => (string?)lesson!["courseId"]).Distinct().Count().ShouldBe(34);
        foreach (var resource in new[] { "roomId", "teacherId", "courseId" })
        {
            lessons
                .Where(lesson => lesson![resource] is not null)
                .GroupBy(lesson => ((string?)lesson![resource], (string?)lesson["date"], (int)lesson["stream"]!))
                .Count(taken => taken.Count() > 1)
                .ShouldBe(0, resource);
        }

        foreach (var course in await AllAsync("/courses?academicYear=2019-2020&limit=500"))
        {
            var journal = await demo.SpbCentral.GetAsync($"/courses/{(string?)course!["id"]}/journal");
            ((int)journal["hoursGiven"]!).ShouldBe((int)journal["hoursPlanned"]!);
            ((int)journal["hoursPlanned"]! % (int)journal["hoursOfProgramme"]!).ShouldBe(0);
            journal.Json!["learners"]!.AsArray().ShouldAllBe(learner => (decimal)learner!["share"]! > 0.5m);
        }

        var orders = await AllAsync("/orders?from=2019-09-01&to=2020-08-31&state=signed&limit=500");
        orders
            .Select(order => (string)order!["kind"]!)
            .CountBy(kind => kind)
            .ShouldBe([new("enrolment", 34), new("completion", 34)], ignoreOrder: true);
        var package = (await demo.SpbCentral.GetAsync("/frdo/packages?sort=number&limit=1"))["items.0"]!;
        ((int)package["rowCount"]!, (int)package["accepted"]!, (int)package["rejected"]!).ShouldBe((760, 759, 1));
    }

    [Fact]
    public async Task The_school_of_2022_has_five_high_four_medium_and_one_low_risk()
    {
        var found = await demo.Kemerovo.GetAsync("/organisations?q=металлплощадская");
        var school = (string)found.Expect(HttpStatusCode.OK)["items.0.id"]!;

        var report = (await demo.Kemerovo.GetAsync($"/reports/risk-profiles/{school}?year=2022")).Expect(
            HttpStatusCode.OK
        );

        ((int)report["profiles.0.high"]!).ShouldBe(5);
        ((int)report["profiles.0.medium"]!).ShouldBe(4);
        ((int)report["profiles.0.low"]!).ShouldBe(1);
        ((string?)report["profiles.0.factors.6.level"]).ShouldBe("low");
        ((string?)report["profiles.0.state"]).ShouldBe("profiled");
    }

    [Theory]
    [InlineData("Березовская")]
    [InlineData("берёзовская")]
    public async Task Search_knows_the_school_by_either_spelling(string text)
    {
        var found = await demo.Kemerovo.GetAsync($"/organisations?q={Uri.EscapeDataString(text)}");

        ((string?)found.Expect(HttpStatusCode.OK)["items.0.code"]).ShouldBe("kem-s04");
    }

    [Fact]
    public async Task The_networks_are_as_large_as_published()
    {
        var spb = await demo.SpbCentral.GetAsync("/organisations?limit=1&includeTotal=true");
        var teachers = await demo.SpbCentral.GetAsync("/employees?limit=1&includeTotal=true");
        var secondary = await demo.Kemerovo.GetAsync("/organisations?kind=secondarySchool&includeTotal=true");
        var basic = await demo.Kemerovo.GetAsync("/organisations?kind=basicSchool&includeTotal=true");

        ((int)spb["total"]!).ShouldBe(105);
        ((int)teachers["total"]!).ShouldBe(4500);
        ((int)secondary["total"]!).ShouldBe(12);
        ((int)basic["total"]!).ShouldBe(6);
    }

    [Fact]
    public async Task Demo_keys_follow_from_the_preset_key_and_work()
    {
        var summaries = await DemoData.LoadAsync(
            demo.Service.Services,
            TestService.AdministratorKey,
            TestContext.Current.CancellationToken
        );
        var without = await DemoData.LoadAsync(demo.Service.Services, null, TestContext.Current.CancellationToken);

        summaries.ShouldAllBe(summary => !summary.Loaded && summary.Keys.Count == 10);
        without.ShouldAllBe(summary => summary.Keys.Count == 0);
        foreach (var key in summaries.SelectMany(summary => summary.Keys))
        {
            using var client = demo.Service.Client(key.Secret);
            (await client.GetAsync("/courses?limit=1")).Status.ShouldNotBe(HttpStatusCode.Unauthorized);
        }
    }

    [Fact]
    public async Task A_second_start_changes_nothing()
    {
        await demo.Service.UntilToldAsync(TestContext.Current.CancellationToken);
        var before = Fingerprint();

        await using (var second = TestService.StartOn(demo.Service.Database, DemoService.Settings))
        {
            (await second.Client(centre: "kemerovo").GetAsync("/organisations")).Expect(HttpStatusCode.OK);
        }

        var after = Fingerprint();
        after.ShouldBe(before);
        before["employees"].ShouldStartWith("4787 ");
    }

    [Fact]
    public async Task Ids_are_the_same_in_every_demo_database()
    {
        var school = await demo.Kemerovo.GetAsync("/organisations?q=металлплощадская");
        var course = await demo.SpbCentral.GetAsync("/courses?academicYear=2019-2020&sort=number&limit=1");

        ((string?)school["items.0.id"]).ShouldBe("01941f29-7c19-7000-8605-234000000019");
        ((string?)course["items.0.id"]).ShouldBe("01941f29-7c03-7000-8c28-cb0000000003");
    }

    private static (int Value, int? Stated) Total(Answer report, string at) =>
        ((int)report[at + ".total.value"]!, (int?)report[at + ".total.stated"]);

    private static IEnumerable<int> Cells(Answer report, int row) =>
        report[$"rows.{row}.cells"]!.AsArray().Select(cell => (int)cell!["value"]!);

    /// <summary>Number of rows and a hash of all values, for each table that a request can change.</summary>
    private SortedDictionary<string, string> Fingerprint()
    {
        using var connection = new SqliteConnection(demo.Service.Database.ConnectionString);
        connection.Open();
        var tables = Read(connection, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
            .Select(row => (string)row[0])
            .Where(table => table is not ("leases" or "api_keys" or "idempotency_records" or "protection_keys"))
            .Where(table => table is not ("change_log" or "change_gaps")) // each start leaps over positions
            .Where(table => !table.StartsWith("sqlite_", StringComparison.Ordinal));
        return new(tables.ToDictionary(table => table, table => Fingerprint(connection, table)));
    }

    private static string Fingerprint(SqliteConnection connection, string table)
    {
        // Sign-ins and refusals of other tests are noted when they have been counted: later than they were.
        var changes = table == "audit_entries" ? $"WHERE kind NOT IN ('SignedIn', 'Refused')" : "";
        var rows = Read(connection, $"SELECT * FROM \"{table}\" {changes} ORDER BY 1").ToList();
        var text = string.Join('\n', rows.Select(row => string.Join('|', row.Select(Text))));
        return $"{rows.Count} {Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";
    }

    private static string Text(object value) =>
        value is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture)!;

    private static IEnumerable<object[]> Read(SqliteConnection connection, string sql)
    {
        using var command = ((DbConnection)connection).CreateCommand();
#pragma warning disable CA2100 // The names come from the database itself.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            yield return row;
        }
    }
}
