using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Api.Tests.Career.Attestations;

/// <summary>One teacher's qualification costs the same in a city of 200,000: nothing but the teacher's own rows is read.</summary>
/// <remarks>A service of its own: its statements are seen.</remarks>
public sealed class QualificationPlanTests
{
    [Fact]
    public async Task No_table_is_read_from_end_to_end()
    {
        var seen = new Seen();
        await using var service = await TestService.StartAsync(configure: services =>
            services.AddSingleton<IInterceptor>(seen)
        );
        var world = await World.CreateAsync(service);
        var teacher = await world.EmployeeAsync(await world.OrganisationAsync(), await world.PositionAsync());
        seen.Commands.Clear();

        (await world.Api.GetAsync($"/employees/{teacher}/qualification")).Expect(HttpStatusCode.OK);

        var asked = seen.Commands.Where(text => text.Contains("\"employments\"", StringComparison.Ordinal)).ToList();
        asked.ShouldNotBeEmpty();
        foreach (var text in asked)
        {
            // What stands under the alias of a subquery are the few rows that it has found.
            var tables = Regex
                .Matches(text, "\"[a-z_]+\" AS \"([a-z0-9]+)\"")
                .Select(found => found.Groups[1].Value)
                .ToList();
            tables.ShouldNotBeEmpty();
            var steps = await PlanAsync(service, text);
            steps
                .Where(step =>
                    tables.Exists(table => $"{step} ".StartsWith($"SCAN {table} ", StringComparison.Ordinal))
                )
                .ShouldBeEmpty(text);
        }
    }

    /// <summary>How SQLite will carry it out; the values of its parameters play no part.</summary>
    private static async Task<List<string>> PlanAsync(TestService service, string text)
    {
        await using var connection = new SqliteConnection(service.Database.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + text;
        foreach (var name in Regex.Matches(text, "@[A-Za-z0-9_]+").Select(found => found.Value).Distinct())
        {
            command.Parameters.AddWithValue(name, DBNull.Value);
        }

        var steps = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            steps.Add(reader.GetString(3));
        }

        steps.ShouldNotBeEmpty();
        return steps;
    }

    private sealed class Seen : DbCommandInterceptor
    {
        public ConcurrentQueue<string> Commands { get; } = new();

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        )
        {
            Commands.Enqueue(command.CommandText);
            return new(result);
        }
    }
}
