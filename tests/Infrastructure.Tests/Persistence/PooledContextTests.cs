using MethodCenter.Application.Territory;
using MethodCenter.Infrastructure.Persistence;
using MethodCenter.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Infrastructure.Tests.Persistence;

/// <summary>The container disposes what it resolved once for each name; a context must not serve another scope meanwhile.</summary>
public sealed class PooledContextTests
{
    [Fact]
    public async Task A_context_serves_one_scope_until_the_scope_ends()
    {
        var service = await TestService.SharedAsync();
        await using var first = service.Services.CreateAsyncScope();
        var own = first.ServiceProvider.GetRequiredService<MethodCenterDbContext>();
        var store = first.ServiceProvider.GetRequiredService<ITerritoryStore>();
        store.ShouldBeSameAs(own);

        await ((IAsyncDisposable)store).DisposeAsync();

        await using var second = service.Services.CreateAsyncScope();
        second.ServiceProvider.GetRequiredService<MethodCenterDbContext>().ShouldNotBeSameAs(own);
    }
}
