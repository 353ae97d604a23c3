using System.Text;
using System.Text.Json.Nodes;
using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Office.Imports;

/// <summary>The service is killed at random moments of an import: the data are as the mode promises, and the operation says so.</summary>
public sealed class ImportCrashTests
{
    private const int Rows = 12_000;
    private const int Kills = 10;

    private static readonly Dictionary<string, string> Settings = new()
    {
        ["Imports__LeaseSeconds"] = "1",
        ["Imports__MostAttempts"] = "100",
    };

    [Theory]
    [InlineData(DatabaseProvider.Sqlite, "allOrNothing")]
    [InlineData(DatabaseProvider.Sqlite, "validRows")]
    [InlineData(DatabaseProvider.Sqlite, "dryRun")]
    [InlineData(DatabaseProvider.PostgreSql, "allOrNothing")]
    [InlineData(DatabaseProvider.PostgreSql, "validRows")]
    public async Task Ten_kills_lose_nothing_and_double_nothing(DatabaseProvider provider, string mode)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var random = new Random(20261122);
        Guid operation;
        await using (var service = await ServiceProcess.StartAsync(database, Settings))
        {
            var world = await World.CreateAsync(service.Client(), service.Client(centre: "test"));
            await world.OrganisationAsync();
            var sent = await Imports.SendAsync(
                world.Api,
                $"/imports/employees?mode={mode}&source=test",
                Encoding.UTF8.GetBytes(Imports.StaffList(Rows))
            );
            operation = sent.Expect(HttpStatusCode.Accepted).Id;
            await KillAsync(service, operation, random);
        }

        for (var kill = 1; kill < Kills; kill++)
        {
            await using var service = await ServiceProcess.StartAsync(database, Settings);
            await TruthAsync(database, provider, mode);
            await KillAsync(service, operation, random);
        }

        await using var last = await ServiceProcess.StartAsync(database, Settings);
        using var client = last.Client(centre: "test");
        var ended = await Imports.EndAsync(client, operation);
        ((string?)ended["state"]).ShouldBe("succeeded", ended.ToJsonString());
        ((int)ended["counts"]!["created"]!).ShouldBe(Rows);
        var expected = mode == "dryRun" ? 0 : Rows;
        (await database.CountAsync("SELECT count(*) FROM employees")).ShouldBe(expected);
        (await database.CountAsync("SELECT count(*) FROM employments")).ShouldBe(expected);
        (await database.CountAsync("SELECT count(*) FROM external_keys")).ShouldBe(expected);
        (await database.CountAsync("SELECT count(*) FROM changes WHERE type = 'employees'")).ShouldBe(expected);
        (await database.CountAsync("SELECT count(*) FROM audit_entries WHERE subject = 'employee'")).ShouldBe(expected);
    }

    /// <summary>What is committed of the operation is what is there, at whatever moment one looks.</summary>
    /// <remarks>
    /// Of the only writer of SQLite a checked file is written chunk by chunk, so that others get their turn (ADR 11): after a
    /// kill so much of it is there as the operation has kept as done, and no row more.
    /// </remarks>
    private static async Task TruthAsync(TestDatabase database, DatabaseProvider provider, string mode)
    {
        const string there = "SELECT (SELECT count(*) FROM employees)";
        var done = $"{there} - (SELECT CASE WHEN saved_row > 0 THEN saved_row - 1 ELSE 0 END FROM operations)";
        var ended = $"{there} - {Rows} * (SELECT CASE WHEN state = 'Succeeded' THEN 1 ELSE 0 END FROM operations)";
        var piecewise = mode == "validRows" || (mode == "allOrNothing" && provider == DatabaseProvider.Sqlite);
        var wanted =
            piecewise ? done
            : mode == "dryRun" ? there
            : ended;
        (await database.CountAsync(wanted)).ShouldBe(0, wanted);
    }

    private static async Task<JsonNode> ReadAsync(ApiClient client, Guid id) =>
        (await client.GetAsync($"/operations/{id}")).Expect(HttpStatusCode.OK).Json!;

    /// <summary>Kills once the operation has come so far, or has been at it for so long.</summary>
    private static async Task KillAsync(ServiceProcess service, Guid operation, Random random)
    {
        using var client = service.Client(centre: "test");
        var (rows, most) = (random.Next(Rows), random.Next(50, 1500));
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var found = await ReadAsync(client, operation);
            var running = (string?)found["state"] is "queued" or "running";
            if (
                !running
                || (int)found["counts"]!["rows"]! >= rows
                || TimeProvider.System.GetElapsedTime(started).TotalMilliseconds > most
            )
            {
                break;
            }
        }

        await service.KillAsync();
    }
}
