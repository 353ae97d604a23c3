using MethodCenter.Domain.Office.Imports;
using MethodCenter.Infrastructure.Office.Imports;
using MethodCenter.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MethodCenter.Infrastructure.Tests.Persistence.SqlServer;

/// <summary>How an import ends is told by what was asked for: SqlClient answers a cancelled token with its own exception.</summary>
public sealed class SqlServerImportTests
{
    /// <summary>The statement in the middle of an import at which something happens.</summary>
    private const string Middle = "FROM [operation_parts]";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_import_that_is_cancelled_ends_as_cancelled()
    {
        await using var service = Waiting();
        var running = service.Services.GetRequiredService<RunningOperations>();
        service.Before = sql =>
        {
            if (sql.Contains(Middle, StringComparison.Ordinal))
            {
                running.Cancel(FakeReader.Id);
                throw SqlFailures.CalledOff;
            }
        };

        await RunAsync(service, IsEnd);

        EndOf(service).ShouldBe(nameof(OperationState.Cancelled));
    }

    [Fact]
    public async Task A_service_that_stops_lets_the_import_go()
    {
        await using var service = Waiting();
        var worker = service.Services.GetServices<IHostedService>().OfType<ImportWorker>().Single();
        Task? stopped = null;
        service.Before = sql =>
        {
            if (sql.Contains(Middle, StringComparison.Ordinal))
            {
                stopped = worker.StopAsync(CancellationToken.None);
                throw SqlFailures.CalledOff;
            }
        };

        await worker.StartAsync(Cancel);
        await worker.ExecuteTask!.WaitAsync(TimeSpan.FromSeconds(90), Cancel);
        await stopped!;

        // Released without an attempt being counted, and not ended.
        service.Statements.ShouldContain(sql => IsRelease(sql));
        service.Statements.ShouldNotContain(sql => IsEnd(sql));
    }

    [Fact]
    public async Task The_victim_of_a_deadlock_is_taken_up_again()
    {
        await using var service = Waiting();
        var attempts = 0;
        service.Before = sql =>
        {
            if (sql.Contains(Middle, StringComparison.Ordinal) && ++attempts == 1)
            {
                throw SqlFailures.Deadlock;
            }
        };

        await RunAsync(service, _ => attempts > 1);

        service.Statements.ShouldContain(sql => IsRelease(sql));
        var released = service.Statements.ToList().FindIndex(IsRelease);
        service.Statements.Take(released).ShouldNotContain(sql => IsEnd(sql));
    }

    [Fact]
    public async Task An_import_that_breaks_by_a_mistake_ends_as_failed()
    {
        await using var service = Waiting();
        service.Before = sql =>
        {
            if (sql.Contains(Middle, StringComparison.Ordinal))
            {
                throw SqlFailures.Make(208, "Invalid object name.");
            }
        };

        await RunAsync(service, IsEnd);

        EndOf(service).ShouldBe(nameof(OperationState.Failed));
    }

    /// <summary>A service whose database has an import of courses that waits, asked for by who may ask for it.</summary>
    private static SqlServerService Waiting()
    {
        var service = new SqlServerService();
        service.Answers.Set("operations", "dataset", "courses");
        service.Answers.Set("operations", "state", nameof(OperationState.Queued));
        service.Answers.Set("operations", "cancel_requested_at", DBNull.Value);
        service.Answers.Set("operations", "finished_at", DBNull.Value);
        service.Answers.Set("operations", "attempts", 0);
        service.Answers.Set("grants", "role", "CentreAdministrator");
        service.Answers.Set("grants", "organisation_id", DBNull.Value);
        service.Answers.Set("grants", "expires_on", DBNull.Value);
        service.Answers.Set("accounts", "is_blocked", false);
        return service;
    }

    private static async Task RunAsync(SqlServerService service, Func<string, bool> until)
    {
        var worker = service.Services.GetServices<IHostedService>().OfType<ImportWorker>().Single();
        await worker.StartAsync(Cancel);
        await Patience.UntilAsync(
            () =>
            {
                worker.ExecuteTask!.IsFaulted.ShouldBeFalse();
                return service.Statements.Any(until);
            },
            "the statement for which the test waits",
            Cancel
        );

        await worker.StopAsync(Cancel);
    }

    /// <summary>The save that writes how it ended; that of the start writes every column.</summary>
    private static bool IsEnd(string sql) =>
        sql.Contains("UPDATE [operations] SET", StringComparison.Ordinal)
        && sql.Contains("[finished_at]", StringComparison.Ordinal)
        && !sql.Contains("[account_id]", StringComparison.Ordinal);

    private static bool IsRelease(string sql) => sql.Contains("[attempts] = @", StringComparison.Ordinal);

    private static object? EndOf(SqlServerService service) =>
        service
            .ParametersOf(service.Statements.First(IsEnd))
            .Select(parameter => parameter.Value)
            .Single(value => value is string text && Enum.GetNames<OperationState>().Contains(text));
}
