using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MethodCenter.Api.Tests.Foundation;

/// <summary>A collector of OTLP over HTTP on loopback that keeps what it is sent.</summary>
internal sealed class TelemetryCollector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Path, byte[] Body)> _arrived = new();

    private TelemetryCollector(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    /// <summary>Traces, as text: protobuf keeps texts as they are, so names can be looked for.</summary>
    public string Traces => Text("/v1/traces");

    public string Metrics => Text("/v1/metrics");

    /// <summary>Where else something arrived.</summary>
    public IEnumerable<string> Elsewhere =>
        _arrived.Select(one => one.Path).Where(path => path is not ("/v1/traces" or "/v1/metrics")).Distinct();

    public static async Task<TelemetryCollector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var collector = new TelemetryCollector(app);
        app.Run(collector.TakeAsync);
        await app.StartAsync();
        return collector;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private string Text(string path) =>
        string.Join('\n', _arrived.Where(one => one.Path == path).Select(one => Encoding.Latin1.GetString(one.Body)));

    private async Task TakeAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        _arrived.Enqueue((http.Request.Path, body.ToArray()));
        http.Response.ContentType = "application/x-protobuf";
    }
}
