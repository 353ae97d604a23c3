using System.Net;
using MethodCenter.Infrastructure;
using MethodCenter.Infrastructure.Office.Webhooks;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MethodCenter.TestKit;

/// <summary>The whole service over HTTP in memory.</summary>
/// <remarks>
/// Most tests take the shared one (<see cref="SharedAsync"/>) and make a centre of their own in it. One of its own needs
/// who tests the start, the configuration, a clock, a crash, several instances, or looks at the whole database.
/// </remarks>
public sealed class TestService : WebApplicationFactory<Program>
{
    /// <summary>The system administrator's key of every test service.</summary>
    public const string AdministratorKey = "mck_test-administrator-0123456789abcdef";

    private readonly TestDatabase _database;
    private readonly bool _ownsDatabase;
    private readonly IReadOnlyDictionary<string, string?> _settings;
    private readonly Action<IServiceCollection>? _configure;
    private bool _shared;

    private TestService(
        TestDatabase database,
        bool ownsDatabase,
        IReadOnlyDictionary<string, string?> settings,
        Action<IServiceCollection>? configure
    ) => (_database, _ownsDatabase, _settings, _configure) = (database, ownsDatabase, settings, configure);

    public TestDatabase Database => _database;

    /// <summary>The SQL that it sends.</summary>
    public SqlLedger Sql { get; } = new();

    /// <summary>A service that the tests of the assembly share; nobody stops it.</summary>
    public static Task<TestService> SharedAsync(
        DatabaseProvider provider = DatabaseProvider.Sqlite,
        SharedBy by = SharedBy.All
    ) => SharedService.GetAsync(provider, by);

    /// <summary>Starts a service of its own on a new database.</summary>
    /// <param name="provider">Kind of database.</param>
    /// <param name="settings">Configuration that differs from that of tests.</param>
    /// <param name="configure">Services to replace.</param>
    public static async Task<TestService> StartAsync(
        DatabaseProvider provider = DatabaseProvider.Sqlite,
        IReadOnlyDictionary<string, string?>? settings = null,
        Action<IServiceCollection>? configure = null
    ) => Start(await TestDatabase.CreateAsync(provider), ownsDatabase: true, settings, configure);

    /// <summary>Starts a (further) service on a database that someone else disposes.</summary>
    public static TestService StartOn(
        TestDatabase database,
        IReadOnlyDictionary<string, string?>? settings = null,
        Action<IServiceCollection>? configure = null
    ) => Start(database, ownsDatabase: false, settings, configure);

    /// <summary>Starts a service that listens on a free port of the machine, for clients of other processes.</summary>
    /// <remarks>Its address is <c>ClientOptions.BaseAddress</c>.</remarks>
    public static TestService ListenOn(TestDatabase database)
    {
        var service = new TestService(database, false, new Dictionary<string, string?>(), null);
        service.UseKestrel(0);
        service.StartServer();
        return service;
    }

    /// <summary>A client with a key, acting in a centre.</summary>
    public ApiClient Client(string? key = AdministratorKey, string? centre = null) => new(CreateClient(), key, centre);

    internal static async Task<TestService> StartSharedAsync(
        DatabaseProvider provider,
        IReadOnlyDictionary<string, string?>? settings
    )
    {
        var service = await StartAsync(provider, settings);
        service._shared = true;
        return service;
    }

    /// <summary>Stops a service that is shared no more.</summary>
    internal ValueTask StopAsync()
    {
        _shared = false;
        return DisposeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        if (_shared)
        {
            throw new InvalidOperationException("The shared service is not one test's to stop.");
        }

        await base.DisposeAsync();
        if (_ownsDatabase)
        {
            await _database.DisposeAsync();
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");

        // Services of tests start side by side: none of them looks whether the port of the default is free.
        builder.UseSetting(WebHostDefaults.ServerUrlsKey, "http://127.0.0.1:0");
        builder.UseSetting("Database:Provider", _database.Provider.ToString());
        builder.UseSetting("Database:Migrate", "true");
        builder.UseSetting("ConnectionStrings:MethodCenter", _database.ConnectionString);
        builder.UseSetting("Bootstrap:ApiKey", AdministratorKey);
        builder.UseSetting("Logging:LogLevel:Default", "Error");
        builder.UseSetting("RateLimit:PermitsPerMinute", "0");
        builder.UseSetting("RateLimit:SignInsPerMinute", "1000");
        builder.UseSetting("RateLimit:KeyGuessesPerMinute", "100000");
        foreach (var (name, value) in _settings)
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Error));
        builder.ConfigureServices(services => services.AddSingleton<TimeProvider>(TestDay.Instance));
        builder.ConfigureServices(services => services.AddSingleton<IHostResolver, NoNames>());
        builder.ConfigureServices(services => services.AddSingleton<IInterceptor>(Sql));
        if (_configure is not null)
        {
            builder.ConfigureServices(_configure);
        }
    }

    private static TestService Start(
        TestDatabase database,
        bool ownsDatabase,
        IReadOnlyDictionary<string, string?>? settings,
        Action<IServiceCollection>? configure
    )
    {
        var service = new TestService(database, ownsDatabase, settings ?? new Dictionary<string, string?>(), configure);
        _ = service.Server;
        return service;
    }

    /// <summary>Tests ask no network for names; what they call, they call by its address.</summary>
    private sealed class NoNames : IHostResolver
    {
        public Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken) =>
            Task.FromResult<IPAddress[]>([]);
    }
}
