using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MethodCenter.TestKit;

/// <summary>A message as it arrived.</summary>
public sealed record Arrival(string Id, string Timestamp, string Signature, byte[] Body, IHeaderDictionary Headers)
{
    public JsonNode Json { get; } = JsonNode.Parse(Body)!;

    public string Type => (string)Json["type"]!;

    public Guid Subject => (Guid)Json["data"]!["id"]!;

    public int Version => (int)Json["data"]!["version"]!;

    public long Position => (long)Json["data"]!["position"]!;
}

/// <summary>A receiver of webhooks on a free port of this machine, which may answer as it likes.</summary>
public sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Lock _gate = new();
    private readonly List<Arrival> _arrivals = [];
    private TaskCompletionSource _news = New();

    private WebhookReceiver(WebApplication app) => _app = app;

    public string Url { get; private set; } = "";

    /// <summary>How it answers; the first argument is the message, the number says which arrival of it this is.</summary>
    public Func<Arrival, int, HttpContext, Task> Answer { get; set; } = (_, _, _) => Task.CompletedTask;

    /// <summary>Everything that has arrived, in its order.</summary>
    public IReadOnlyList<Arrival> Arrivals
    {
        get
        {
            lock (_gate)
            {
                return [.. _arrivals];
            }
        }
    }

    public static async Task<WebhookReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var receiver = new WebhookReceiver(app);
        app.Run(receiver.TakeAsync);
        await app.StartAsync();
        receiver.Url = app.Urls.Single() + "/hooks?token=secret-of-the-receiver";
        return receiver;
    }

    /// <summary>Waits until what has arrived is enough.</summary>
    public async Task UntilAsync(Func<IReadOnlyList<Arrival>, bool> enough, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(120));
        while (true)
        {
            var news = Volatile.Read(ref _news).Task;
            if (enough(Arrivals))
            {
                return;
            }

            await news.WaitAsync(limit.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var arrival = new Arrival(
            http.Request.Headers["webhook-id"].ToString(),
            http.Request.Headers["webhook-timestamp"].ToString(),
            http.Request.Headers["webhook-signature"].ToString(),
            body.ToArray(),
            new HeaderDictionary(
                http.Request.Headers.ToDictionary(
                    header => header.Key,
                    header => header.Value,
                    StringComparer.OrdinalIgnoreCase
                )
            )
        );
        int times;
        lock (_gate)
        {
            _arrivals.Add(arrival);
            times = _arrivals.Count(one => one.Id == arrival.Id);
        }

        Interlocked.Exchange(ref _news, New()).TrySetResult();
        await Answer(arrival, times, http);
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
