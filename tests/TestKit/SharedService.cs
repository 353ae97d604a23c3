using System.Collections.Concurrent;
using MethodCenter.Infrastructure;

namespace MethodCenter.TestKit;

/// <summary>Whom a shared service serves. Few have reason to keep apart from the rest.</summary>
public enum SharedBy
{
    /// <summary>All tests that need nothing else.</summary>
    All,

    /// <summary>Imports of many rows: they hold the database so long that others would wait for them.</summary>
    Imports,

    /// <summary>Tests of the change feed that count its positions, which all centres share: they run one after another.</summary>
    Feed,
}

/// <summary>The services that the tests of an assembly share: one for each kind of database, started when first asked for.</summary>
/// <remarks>
/// A start costs what fifty requests cost, so a test has a centre of its own (<see cref="World"/>) and not a service. Each
/// test assembly names this class as its assembly fixture, which stops the services and removes the templates at the end.
/// </remarks>
public sealed class SharedService : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<(DatabaseProvider, SharedBy), Lazy<Task<TestService>>> Started = new();

    internal static Task<TestService> GetAsync(DatabaseProvider provider, SharedBy by)
    {
        if (provider == DatabaseProvider.PostgreSql)
        {
            _ = PostgreSqlServer.ConnectionString; // each test is skipped by itself where there is none
        }

        return Started
            .GetOrAdd((provider, by), _ => new Lazy<Task<TestService>>(() => TestService.StartSharedAsync(provider)))
            .Value;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in Started.Values)
        {
            await (await service.Value).StopAsync();
        }

        Started.Clear();
        await Templates.DisposeAsync();
    }
}
