using System.Net.Sockets;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Infrastructure.Persistence;
using MethodCenter.Infrastructure.Persistence.Providers;
using MethodCenter.Infrastructure.Tests.Persistence.SqlServer;
using MethodCenter.TestKit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace MethodCenter.Infrastructure.Tests.Persistence;

/// <summary>What passes by itself is told from what does not, however deep EF has wrapped it.</summary>
public sealed class OutageTests
{
    [Theory]
    [InlineData(1205)]
    [InlineData(1222)]
    [InlineData(-2)]
    [InlineData(10054)]
    [InlineData(4060)]
    [InlineData(40613)]
    public void A_failure_of_SQL_Server_that_passes_is_found_under_two_wrappings(int number) =>
        Outage.Is(Wrapped(SqlFailures.Make(number, "x"))).ShouldBeTrue();

    [Theory]
    [InlineData(2601)]
    [InlineData(547)]
    [InlineData(468)]
    [InlineData(208)]
    public void A_mistake_on_SQL_Server_is_none(int number) =>
        Outage.Is(Wrapped(SqlFailures.Make(number, "x"))).ShouldBeFalse();

    [Fact]
    public void What_ends_the_connection_passes_whatever_its_number() =>
        Outage.Is(Wrapped(SqlFailures.Make(823, "x", severity: 24))).ShouldBeTrue();

    [Theory]
    [InlineData("40P01", true)]
    [InlineData("40001", true)]
    [InlineData("55P03", true)]
    [InlineData("57P01", true)]
    [InlineData("57014", true)]
    [InlineData("53300", true)]
    [InlineData("25P03", true)]
    [InlineData("23505", false)]
    [InlineData("42P01", false)]
    public void PostgreSQL_is_judged_by_its_code(string code, bool passes) =>
        Outage.Is(Wrapped(new PostgresException("x", "ERROR", "ERROR", code))).ShouldBe(passes);

    [Theory]
    [InlineData(5, true)]
    [InlineData(6, true)]
    [InlineData(19, false)]
    public void SQLite_is_judged_by_its_code(int code, bool passes) =>
        Outage.Is(Wrapped(new SqliteException("x", code))).ShouldBe(passes);

    [Fact]
    public void The_network_and_the_clock_pass_and_a_mistake_of_ours_does_not()
    {
        Outage.Is(Wrapped(new SocketException())).ShouldBeTrue();
        Outage.Is(new AggregateException(new InvalidOperationException("x"), new TimeoutException())).ShouldBeTrue();
        Outage.Is(Wrapped(new InvalidOperationException("x"))).ShouldBeFalse();
        Outage.Is(Wrapped(new System.Text.RegularExpressions.RegexMatchTimeoutException())).ShouldBeFalse();
    }

    [Fact]
    public async Task What_SqlClient_says_of_an_exhausted_pool_is_an_outage_though_it_has_no_number()
    {
        await using var service = new SqlServerService { Opening = () => throw new InvalidOperationException("Pool.") };
        await using var scope = service.Administrator();
        var database = scope.ServiceProvider.GetRequiredService<MethodCenterDbContext>();

        var failure = await Should.ThrowAsync<InvalidOperationException>(() =>
            database.Set<Course>().ToListAsync(TestContext.Current.CancellationToken)
        );

        Outage.Is(failure).ShouldBeTrue();
    }

    [Fact]
    public async Task An_exhausted_pool_of_PostgreSQL_is_an_outage()
    {
        var one = new NpgsqlConnectionStringBuilder(PostgreSqlServer.ConnectionString) { MaxPoolSize = 1, Timeout = 1 };
        await using var source = NpgsqlDataSource.Create(one);
        await using var held = await source.OpenConnectionAsync(TestContext.Current.CancellationToken);

        var failure = await Should.ThrowAsync<NpgsqlException>(async () =>
            await source.OpenConnectionAsync(TestContext.Current.CancellationToken)
        );

        Outage.Is(failure).ShouldBeTrue();
    }

    /// <summary>As EF does: what a save throws, and around it the advice to try again.</summary>
    private static InvalidOperationException Wrapped(Exception exception) =>
        new(
            "An exception has been raised that is likely due to a transient failure.",
            new DbUpdateException("x", exception)
        );
}
