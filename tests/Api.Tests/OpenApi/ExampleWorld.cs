using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace MethodCenter.Api.Tests.OpenApi;

/// <summary>The demo, on which every example works, and a service on it; after each change it can be put back.</summary>
public sealed class ExampleWorld : IAsyncLifetime
{
    /// <summary>The centre whose data the examples name.</summary>
    public const string Centre = "spb-central";

    private static readonly DateTimeOffset Now = new(2026, 11, 16, 9, 0, 0, TimeSpan.Zero);
    private readonly string _copy = Path.Combine(Path.GetTempPath(), $"methodcenter-{Guid.NewGuid():N}.db");

    internal TestDatabase Database { get; private set; } = null!;

    internal TestService Service { get; private set; } = null!;

    /// <summary>Speaks for the system administrator; examples name the centre themselves.</summary>
    internal ApiClient Api { get; private set; } = null!;

    internal JsonNode Document { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Database = await TestDatabase.DemoAsync();

        // Without the workers nothing writes beside the examples, so the database can be put back between them.
        Service = TestService.StartOn(
            Database,
            configure: services =>
            {
                services.RemoveWorkers();

                // A clock that stands still, since the examples name days that must not lie ahead.
                services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new FakeTimeProvider(Now)));
            }
        );
        Api = Service.Client();
        Document = (await Api.GetAsync("/swagger/v1/swagger.json")).Expect(HttpStatusCode.OK).Json!;
        Copy(Database.ConnectionString, $"Data Source={_copy}");
    }

    /// <summary>Puts the data back as they were.</summary>
    internal void Restore() => Copy($"Data Source={_copy}", Database.ConnectionString);

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        await Service.DisposeAsync();
        await Database.DisposeAsync();
        File.Delete(_copy);
    }

    private static void Copy(string from, string to)
    {
        using var source = new SqliteConnection(from);
        using var target = new SqliteConnection(to);
        source.Open();
        target.Open();
        source.BackupDatabase(target);
    }
}
