namespace MethodCenter.Api.Tests.Foundation;

/// <summary>One service on SQLite for the tests of a class; each test makes a centre of its own in it.</summary>
public sealed class FoundationService : IAsyncLifetime
{
    private int _centres;

    public TestService Service { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Service = await TestService.StartAsync();

    public Task<World> NewWorldAsync() => World.CreateAsync(Service, $"centre-{Interlocked.Increment(ref _centres)}");

    public ValueTask DisposeAsync() => Service.DisposeAsync();
}
