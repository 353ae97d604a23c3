using System.Globalization;
using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Durability;

/// <summary>The process is killed in the middle of a write load: what was acknowledged is there, and nothing is there twice.</summary>
public sealed class CrashTests
{
    private const int Clients = 6;
    private const int Kills = 2;
    private const int WritesBeforeKill = 40;

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Kill_9_loses_no_acknowledged_write(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        WriteLoad load = null!;
        for (var kill = 1; kill <= Kills; kill++)
        {
            await using var service = await ServiceProcess.StartAsync(database);
            if (kill == 1)
            {
                var world = await World.CreateAsync(service.Client(), service.Client(centre: "test"));
                load = new WriteLoad(await world.ProgrammeAsync());
            }

            List<ApiClient> clients = [.. Enumerable.Range(0, Clients).Select(_ => service.Client(centre: "test"))];
            var running = load.RunAsync(clients);
            await load.WaitForAsync(kill * WritesBeforeKill, running);
            await service.KillAsync();
            await running;
            clients.ForEach(client => client.Dispose());
        }

        if (provider == DatabaseProvider.Sqlite)
        {
            (await database.QueryAsync("PRAGMA integrity_check")).ShouldBe(["ok"]);
            (await database.QueryAsync("PRAGMA foreign_key_check")).ShouldBeEmpty();
        }

        await using var again = await ServiceProcess.StartAsync(database);
        using var client = again.Client(centre: "test");
        await EverythingAcknowledgedIsThereAsync(load, client);
        await ReplaysAreEqualAsync(load, client, database);
        await NumbersHaveNoGapAsync(database);
        await TraceOfEveryWriteAsync(database);
    }

    private static async Task EverythingAcknowledgedIsThereAsync(WriteLoad load, ApiClient client)
    {
        load.Done.Count.ShouldBeGreaterThanOrEqualTo(Kills * WritesBeforeKill);
        foreach (var path in load.Done.GroupBy(write => write.Path))
        {
            var present = new HashSet<Guid>();
            var next = "";
            do
            {
                var page = await client.GetAsync($"{path.Key}?limit=500{next}");
                present.UnionWith(
                    page.Expect(HttpStatusCode.OK).Json!["items"]!.AsArray().Select(item => (Guid)item!["id"]!)
                );
                next = page["next"] is { } cursor ? $"&cursor={cursor}" : null;
            } while (next is not null);

            path.Select(write => write.Id).Except(present).ShouldBeEmpty();
        }
    }

    private static async Task ReplaysAreEqualAsync(WriteLoad load, ApiClient client, TestDatabase database)
    {
        var before = await database.CountRowsAsync();
        foreach (var write in load.Done.Reverse().Take(30))
        {
            var replay = await client.PostAsync(write.Path, write.Body, ("Idempotency-Key", write.Key));
            replay.Expect(HttpStatusCode.Created).Text.ShouldBe(write.Text);
            replay.Headers.GetValues("Idempotency-Replayed").ShouldBe(["true"]);
        }

        (await database.CountRowsAsync()).ShouldBe(before);
    }

    private static async Task NumbersHaveNoGapAsync(TestDatabase database)
    {
        var numbers = await database.QueryAsync("SELECT number FROM courses ORDER BY number");
        numbers
            .Select(number => int.Parse(number, CultureInfo.InvariantCulture))
            .ShouldBe(Enumerable.Range(1, numbers.Count));
    }

    /// <summary>A change, its audit entry, its message and its stored answer are one: all there or none.</summary>
    private static async Task TraceOfEveryWriteAsync(TestDatabase database)
    {
        var courses = await database.CountAsync("SELECT count(*) FROM courses");
        (await database.CountAsync("SELECT count(*) FROM audit_entries WHERE use_case = 'RegisterCourse'")).ShouldBe(
            courses
        );
        var organisations = await database.CountAsync("SELECT count(*) FROM organisations");
        (
            await database.CountAsync("SELECT count(*) FROM idempotency_records WHERE location LIKE '/api/v1/%'")
        ).ShouldBe(courses + organisations);
    }
}
