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

    /// <summary>Tests of webhooks: it is quick to look, tries again at once and may call this machine.</summary>
    Webhooks,
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
            .GetOrAdd(
                (provider, by),
                _ => new Lazy<Task<TestService>>(() => TestService.StartSharedAsync(provider, SettingsOf(by)))
            )
            .Value;
    }

    /// <summary>Pauses between attempts to deliver: none, fifty times.</summary>
    public static IReadOnlyList<int> ManyAtOnce { get; } = [.. Enumerable.Repeat(0, 50)];

    /// <summary>Settings of a service whose webhooks are tested.</summary>
    /// <param name="retries">Seconds between attempts.</param>
    public static Dictionary<string, string?> ForWebhooks(IReadOnlyList<int> retries)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Webhooks:PollMilliseconds"] = "20",
            ["Webhooks:TimeoutSeconds"] = "1",
            ["Webhooks:AllowLoopback"] = "true",
        };
        for (var place = 0; place < retries.Count; place++)
        {
            settings[$"Webhooks:RetrySeconds:{place}"] = $"{retries[place]}";
        }

        return settings;
    }

    private static Dictionary<string, string?>? SettingsOf(SharedBy by) =>
        by == SharedBy.Webhooks ? ForWebhooks(ManyAtOnce) : null;

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
