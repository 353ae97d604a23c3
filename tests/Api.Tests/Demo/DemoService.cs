namespace MethodCenter.Api.Tests.Demo;

/// <summary>One service on a copy of the demo, for all tests that only read it.</summary>
public sealed class DemoService : IAsyncLifetime
{
    public static readonly IReadOnlyDictionary<string, string?> Settings = new Dictionary<string, string?>
    {
        ["Demo:Load"] = "true",
    };

    private TestDatabase _database = null!;

    public TestService Service { get; private set; } = null!;

    public ApiClient Kemerovo => Service.Client(centre: "kemerovo");

    public ApiClient SpbCentral => Service.Client(centre: "spb-central");

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.DemoAsync();
        Service = TestService.StartOn(_database);
    }

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        await _database.DisposeAsync();
    }
}

/// <summary>The tests that share the one service; one after another, since some compare the whole database.</summary>
[CollectionDefinition(Name)]
public sealed class DemoGroup : ICollectionFixture<DemoService>
{
    public const string Name = "demo";
}
