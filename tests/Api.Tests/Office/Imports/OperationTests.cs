using System.Data.Common;
using System.Text;
using MethodCenter.Api.Tests.Security;
using MethodCenter.Infrastructure;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Api.Tests.Office.Imports;

/// <summary>Operations as those see them who wait for them: progress, cancelling, who may see what, and for how long.</summary>
public sealed class OperationTests
{
    /// <summary>So many rows that a busy machine, too, sees the import on its way; nearly all of them are never read.</summary>
    private const int Many = 200_000;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseProvider.Sqlite, "allOrNothing")]
    [InlineData(DatabaseProvider.Sqlite, "validRows")]
    [InlineData(DatabaseProvider.PostgreSql, "allOrNothing")]
    [InlineData(DatabaseProvider.PostgreSql, "validRows")]
    public async Task What_runs_ends_at_its_next_step_and_what_waits_at_once(DatabaseProvider provider, string mode)
    {
        await using var service = await TestService.StartAsync(provider);
        var world = await World.CreateAsync(service);
        await world.OrganisationAsync();
        var running = await SendAsync(world.Api, Imports.StaffList(Many), mode);
        var waiting = await SendAsync(world.Api, Imports.StaffList(3), mode);
        await UntilReadAsync(world.Api, running);

        // On SQLite the first waits until the second has made the import let go of the database.
        // A key that a client sends with everything must not make it wait.
        var first = world.Api.PostAsync($"/operations/{waiting}/cancellation");
        var second = await world.Api.PostAsync($"/operations/{running}/cancellation", null, ("Idempotency-Key", "c1"));

        second.Expect(HttpStatusCode.OK);
        ((string?)(await first).Expect(HttpStatusCode.OK)["state"]).ShouldBe("cancelled");
        var ended = await Imports.EndAsync(world.Api, running);
        ((string?)ended["state"]).ShouldBe("cancelled");
        ended["cancelRequestedAt"].ShouldNotBeNull();
        var created = mode == "validRows" ? (int)ended["counts"]!["created"]! : 0;
        created.ShouldBeLessThan(Many);
        (await world.RowsAsync("employees")).ShouldBe(created);
        (await world.Api.PostAsync($"/operations/{running}/cancellation")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_has_ended_by_itself_is_not_cancelled_any_more()
    {
        var service = await TestService.SharedAsync(by: SharedBy.Imports);
        var world = await World.CreateAsync(service);
        await world.OrganisationAsync();
        var ended = await Imports.RunAsync(world.Api, Imports.StaffList(1));

        var answer = await world.Api.PostAsync($"/operations/{(string?)ended["id"]}/cancellation");

        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.ErrorCode.ShouldBe("operation.finished");
    }

    [Fact]
    public async Task Progress_is_told_while_it_runs()
    {
        await using var service = await TestService.StartAsync();
        var world = await World.CreateAsync(service);
        await world.OrganisationAsync();
        var operation = await SendAsync(world.Api, Imports.StaffList(40_000), "allOrNothing");

        var seen = await UntilReadAsync(world.Api, operation);

        ((int)seen["counts.rows"]!).ShouldBeInRange(1, 40_000);
        ((int)seen["percent"]!).ShouldBeInRange(1, 100);
        ((int)(await Imports.EndAsync(world.Api, operation))["counts"]!["created"]!).ShouldBe(40_000);
    }

    /// <summary>As when two instances write the same people: the database lets one go on and ends the other.</summary>
    [Theory]
    [InlineData(2, "succeeded", null)]
    [InlineData(100, "failed", "import.interrupted")]
    public async Task What_the_database_calls_off_is_taken_up_again_but_not_for_ever(
        int times,
        string state,
        string? code
    )
    {
        // No pause between attempts is longer than the lease.
        await using var service = await TestService.StartAsync(
            settings: new Dictionary<string, string?> { ["Imports:LeaseSeconds"] = "1" },
            configure: services => services.AddSingleton<IInterceptor>(new Deadlocks(times))
        );
        var world = await World.CreateAsync(service);
        await world.OrganisationAsync();

        var ended = await Imports.RunAsync(world.Api, Imports.StaffList(3));

        ((string?)ended["state"]).ShouldBe(state, ended.ToJsonString());
        ((string?)ended["error"]?["code"]).ShouldBe(code);
        (await world.RowsAsync("employees")).ShouldBe(code is null ? 3 : 0);
    }

    [Fact]
    public async Task An_operation_is_seen_by_who_began_it_and_by_who_manages_accounts()
    {
        var service = await TestService.SharedAsync(by: SharedBy.Imports);
        var world = await World.CreateAsync(service);
        await world.OrganisationAsync();
        using var first = await ClientAsync(service, world, "registrar");
        using var second = await ClientAsync(service, world, "registrar");
        var operation = await SendAsync(first, Imports.StaffList(2), "dryRun");
        await Imports.EndAsync(first, operation);

        foreach (var path in new[] { "", "/findings", "/file" })
        {
            (await second.GetAsync($"/operations/{operation}{path}")).Status.ShouldBe(HttpStatusCode.NotFound, path);
            (await world.Api.GetAsync($"/operations/{operation}{path}")).Status.ShouldBe(HttpStatusCode.OK, path);
        }

        (await second.PostAsync($"/operations/{operation}/cancellation")).Status.ShouldBe(HttpStatusCode.NotFound);
        ((int)(await second.GetAsync("/operations?includeTotal=true"))["total"]!).ShouldBe(0);
        ((int)(await first.GetAsync("/operations?includeTotal=true"))["total"]!).ShouldBe(1);
    }

    /// <summary>The right to import is not the right to write: each dataset asks for that of its own commands.</summary>
    [Fact]
    public async Task A_dataset_is_imported_by_who_may_write_its_rows()
    {
        var service = await TestService.SharedAsync(by: SharedBy.Imports);
        var world = await World.CreateAsync(service);
        await world.OrganisationAsync();
        using var auditor = await ClientAsync(service, world, "auditor");
        using var registrar = await ClientAsync(service, world, "registrar");
        var file = Encoding.UTF8.GetBytes(Imports.StaffList(1));
        var organisations = Encoding.UTF8.GetBytes("Код;Краткое название;Вид\r\ns-9;Девятая СОШ;Средняя школа\r\n");

        (await Imports.SendAsync(auditor, "/imports/employees", file)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await Imports.SendAsync(auditor, "/imports/employees/compare", file)).Status.ShouldBe(
            HttpStatusCode.Forbidden
        );
        (await Imports.SendAsync(registrar, "/imports/organisations", organisations)).Status.ShouldBe(
            HttpStatusCode.Forbidden
        );
        (await Imports.SendAsync(world.Api, "/imports/organisations", organisations)).Status.ShouldBe(
            HttpStatusCode.Accepted
        );
        (await auditor.GetAsync("/exports/employees?personal=true&purpose=проверка")).Status.ShouldBe(
            HttpStatusCode.Forbidden
        );
        (await Imports.SendAsync(world.Api, "/imports/spaceships", file)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Files_and_findings_are_deleted_in_time_and_the_operation_stays()
    {
        var time = new TestTime();
        await using var service = await TestService.StartAsync(
            settings: new Dictionary<string, string?> { ["Imports:KeepDays"] = "14" },
            configure: services => services.AddSingleton<TimeProvider>(time)
        );
        var world = await World.CreateAsync(service);
        await world.OrganisationAsync();
        var import = await Imports.RunAsync(
            world.Api,
            Imports.Header + "\r\n" + Imports.Row(1, "нет такой"),
            "validRows"
        );
        var path = $"/operations/{(string?)import["id"]}";
        time.Advance(TimeSpan.FromDays(13));
        await service.TidyAsync();
        (await Imports.FindingsAsync(world.Api, import)).Count.ShouldBe(1);
        (await world.Api.GetAsync(path + "/file?layout=annotated")).Expect(HttpStatusCode.OK);

        time.Advance(TimeSpan.FromDays(2));
        await service.TidyAsync();

        (await service.Database.CountAsync("SELECT count(*) FROM operation_parts")).ShouldBe(0);
        (await service.Database.CountAsync("SELECT count(*) FROM operation_findings")).ShouldBe(0);
        (await world.Api.GetAsync(path + "/file?layout=annotated")).ErrorCode.ShouldBe("operation.file-gone");
        ((int)(await world.Api.GetAsync(path)).Expect(HttpStatusCode.OK)["counts.refused"]!).ShouldBe(1);
    }

    /// <summary>A file comes back in the format in which it was sent, or not at all.</summary>
    [Fact]
    public async Task Another_format_than_that_of_the_file_is_not_acceptable()
    {
        var world = await World.SharedAsync();
        await world.OrganisationAsync();
        var import = await Imports.RunAsync(
            world.Api,
            Imports.Header + "\r\n" + Imports.Row(1, "нет такой"),
            "validRows"
        );
        var path = $"/operations/{(string?)import["id"]}/file?layout=annotated";

        (await world.Api.GetAsync($"{path}&format=csv")).Expect(HttpStatusCode.OK);
        foreach (
            var refused in new[]
            {
                await world.Api.GetAsync($"{path}&format=xlsx"),
                await world.Api.GetAsync(path, ("Accept", "application/x-ndjson")),
            }
        )
        {
            refused.Code.ShouldBe(406);
            refused.Text.ShouldContain("text/csv");
        }
    }

    private static async Task<ApiClient> ClientAsync(TestService service, World world, string role)
    {
        var (_, key) = await world.ProgramAsync(TestAccounts.Role(role));
        return service.Client(key, world.Centre);
    }

    private static async Task<Guid> SendAsync(ApiClient client, string csv, string mode)
    {
        var path = $"/imports/employees?mode={mode}&source=test";
        var sent = await Imports.SendAsync(client, path, Encoding.UTF8.GetBytes(csv));
        return sent.Expect(HttpStatusCode.Accepted).Id;
    }

    /// <summary>Until the first rows are through.</summary>
    private static async Task<Answer> UntilReadAsync(ApiClient client, Guid operation)
    {
        while (true)
        {
            Cancel.ThrowIfCancellationRequested();
            var found = (await client.GetAsync($"/operations/{operation}")).Expect(HttpStatusCode.OK);
            ((string?)found["state"]).ShouldBeOneOf("queued", "running");
            if ((int)found["counts.rows"]! > 0)
            {
                return found;
            }
        }
    }

    /// <summary>Ends commands of imports as the database does with one of two that wait for each other.</summary>
    private sealed class Deadlocks(int times) : DbCommandInterceptor
    {
        private int _left = times;

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        ) =>
            command.CommandText.Contains("FROM \"external_keys\"", StringComparison.Ordinal)
            && Interlocked.Decrement(ref _left) >= 0
                ? throw new Deadlock()
                : new(result);
    }

    private sealed class Deadlock() : DbException("deadlock")
    {
        public override bool IsTransient => true;
    }
}
