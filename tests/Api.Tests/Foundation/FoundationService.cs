namespace MethodCenter.Api.Tests.Foundation;

/// <summary>The shared service on SQLite; each test makes a centre of its own in it.</summary>
public sealed class FoundationService : IAsyncLifetime
{
    public TestService Service { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Service = await TestService.SharedAsync();

    public Task<World> NewWorldAsync() => World.CreateAsync(Service);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
