using System.Security.Authentication;
using MethodCenter.Infrastructure.Persistence;
using MethodCenter.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Infrastructure.Tests.Persistence.SqlServer;

/// <summary>How the service meets a SQL Server: it starts, or says in one sentence what is wrong.</summary>
public sealed class SqlServerStartTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_that_is_not_there_is_named_in_one_sentence()
    {
        var (exitCode, output) = await ServiceProcess.RunToEndAsync(new Nowhere());

        exitCode.ShouldNotBe(0);
        output.ShouldContain("The SqlServer database «methodcenter» on «127.0.0.1,1» cannot be reached: ");
        output.ShouldContain("База данных SqlServer «methodcenter» на «127.0.0.1,1» недоступна: ");
        output.ShouldNotContain("   at MethodCenter.");
        output.ShouldContain("; see ConnectionStrings:MethodCenter.");
    }

    [Fact]
    public async Task A_database_whose_readers_wait_for_writers_is_refused_with_what_to_do()
    {
        await using var service = new SqlServerService();
        service.Answers.Otherwise = sql =>
            sql.Contains("is_read_committed_snapshot_on", StringComparison.Ordinal)
                ? new FakeRows(1, 1, 1, false, [0])
                : null;
        await using var scope = service.Administrator();
        var setup = scope.ServiceProvider.GetRequiredService<DatabaseSetup>();

        var refusal = await Should.ThrowAsync<StartRefusedException>(() => setup.HoldAsync(Cancel));

        refusal.Message.ShouldContain("ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON");
        service.ShouldBeSound();
    }

    [Fact]
    public async Task A_database_that_reads_snapshots_is_held_until_the_start_is_over()
    {
        await using var service = new SqlServerService();
        await using var scope = service.Administrator();
        var setup = scope.ServiceProvider.GetRequiredService<DatabaseSetup>();

        await using (await setup.HoldAsync(Cancel))
        {
            service.Statements.ShouldContain(sql => sql.Contains("is_read_committed_snapshot_on"));
            service.Statements.ShouldContain(sql => sql.Contains("sp_getapplock"));
            service.Statements.ShouldNotContain(sql => sql.Contains("sp_releaseapplock"));
        }

        service.Statements.ShouldContain(sql => sql.Contains("sp_releaseapplock"));
        service.ShouldBeSound();
    }

    [Fact]
    public async Task A_database_that_is_still_to_be_made_is_no_failure()
    {
        await using var service = new SqlServerService { Opening = () => throw SqlFailures.Make(4060, "Cannot open.") };
        await using var scope = service.Administrator();
        var setup = scope.ServiceProvider.GetRequiredService<DatabaseSetup>();

        await using var held = await setup.HoldAsync(Cancel);

        service.Statements.ShouldBeEmpty();
    }

    [Fact]
    public void The_reason_is_told_in_words_where_the_driver_gives_a_number()
    {
        English(SqlFailures.Make(18456, "Login failed for user 'sa'."))
            .ShouldBe("the server refuses the login or its password");
        English(SqlFailures.Make(-2, "x")).ShouldBe("the server did not answer in time");
        English(SqlFailures.Make(0, "x", inner: new AuthenticationException())).ShouldContain("TrustServerCertificate");
        English(new ArgumentException("Keyword not supported: 'hots'."))
            .ShouldBe("the connection string is not understood");
        English(SqlFailures.Make(53, "A network-related error occurred. Verify that it is not.\nMore."))
            .ShouldBe("the driver refuses (A network-related error occurred)");

        static string English(Exception exception) => UnreachableDatabase.Reason(exception).English;
    }

    /// <summary>A SQL Server that nobody runs.</summary>
    private sealed class Nowhere : TestDatabase
    {
        public override DatabaseProvider Provider => DatabaseProvider.SqlServer;

        public override string ConnectionString =>
            "Server=127.0.0.1,1;Database=methodcenter;User Id=sa;Password=none;Connect Timeout=2;Connect Retry Count=0";

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
