using MethodCenter.Application;
using MethodCenter.Infrastructure;
using MethodCenter.Infrastructure.Demo;
using MethodCenter.Infrastructure.Persistence;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace MethodCenter.TestKit;

/// <summary>The databases that tests copy instead of making them: each is made once, when the first test asks for it.</summary>
internal static class Templates
{
    private static readonly DateTimeOffset DemoDay = new(2026, 11, 16, 9, 0, 0, TimeSpan.Zero);
    private static readonly Lazy<Task<SqliteTestDatabase>> Sqlite = new(async () =>
    {
        var database = new SqliteTestDatabase();
        await MigrateAsync(database);
        database.Close();
        return database;
    });

    private static readonly Lazy<Task<PostgreSqlTestDatabase>> PostgreSql = new(async () =>
    {
        var database = await PostgreSqlTestDatabase.CreateAsync(template: null);
        await MigrateAsync(database);
        NpgsqlConnection.ClearAllPools(); // nobody may be connected to what is copied
        return database;
    });

    private static readonly Lazy<Task<SqliteTestDatabase>> Demo = new(async () =>
    {
        var database = SqliteTestDatabase.CopyOf(await SqliteAsync());
        var settings = new Dictionary<string, string?> { ["Demo:Load"] = "true" };
        await using (var service = TestService.StartOn(database, settings, WithoutWorkersOn(DemoDay)))
        {
            await service.TellAsync(CancellationToken.None);
        }

        database.Close();
        return database;
    });

    /// <summary>Before any day on which a test makes the demo.</summary>
    private static readonly DateTimeOffset HistoryDay = new(2026, 8, 31, 9, 0, 0, TimeSpan.Zero);

    private static readonly Lazy<Task<SqliteTestDatabase>> History = new(async () =>
    {
        var database = SqliteTestDatabase.CopyOf(await SqliteAsync());
        await using (var service = TestService.StartOn(database, configure: WithoutWorkersOn(HistoryDay)))
        {
            await DemoData.LoadHistoryAsync(service.Services, CancellationToken.None);
            await service.TellAsync(CancellationToken.None);
        }

        database.Close();
        return database;
    });

    /// <summary>The file with the history of the demo.</summary>
    public static async Task<string> HistoryAsync() => (await History.Value).File;

    /// <summary>The migrated file.</summary>
    public static async Task<string> SqliteAsync() => (await Sqlite.Value).File;

    /// <summary>The file with the demo.</summary>
    public static async Task<string> DemoAsync() => (await Demo.Value).File;

    /// <summary>The name of the migrated database.</summary>
    public static async Task<string> PostgreSqlAsync()
    {
        _ = PostgreSqlServer.ConnectionString; // no server: the test is skipped, not the template broken for good
        return (await PostgreSql.Value).Name;
    }

    public static async Task DisposeAsync()
    {
        foreach (var made in new Task[] { Started(Sqlite), Started(PostgreSql), Started(Demo), Started(History) })
        {
            if (made.IsCompletedSuccessfully && Database(made) is { } database)
            {
                await database.DisposeAsync();
            }
        }
    }

    private static Task Started<T>(Lazy<Task<T>> lazy) => lazy.IsValueCreated ? lazy.Value : Task.CompletedTask;

    private static TestDatabase? Database(Task made) =>
        made switch
        {
            Task<SqliteTestDatabase> sqlite => sqlite.Result,
            Task<PostgreSqlTestDatabase> postgreSql => postgreSql.Result,
            _ => null,
        };

    private static async Task MigrateAsync(TestDatabase database)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["Database:Provider"] = database.Provider.ToString(),
                    ["ConnectionStrings:MethodCenter"] = database.ConnectionString,
                }
            )
            .Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddApplication();
        services.AddInfrastructure(configuration);
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DatabaseSetup>().PrepareAsync(true, CancellationToken.None);
    }

    private static Action<IServiceCollection> WithoutWorkersOn(DateTimeOffset day) =>
        services =>
        {
            services.RemoveWorkers();
            services.AddSingleton<TimeProvider>(new FakeTimeProvider(day));
        };
}
