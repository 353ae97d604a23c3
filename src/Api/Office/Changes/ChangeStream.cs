using System.Text.Json;
using MethodCenter.Application.Common.Security;
using MethodCenter.Application.Office.Changes;
using Microsoft.AspNetCore.Http.Features;

namespace MethodCenter.Api.Office.Changes;

/// <summary>
/// Server-sent events: a <c>change</c> for each item, a <c>position</c> where nothing that may be seen lies between.
/// </summary>
/// <remarks>
/// The id of every event is a position, so that a client which was cut off continues behind it. It ends when its time
/// is over, when the caller may no longer read, when the client leaves or the service ends; the client then comes again
/// and learns from the status what is the matter.
/// </remarks>
internal sealed class ChangeStream(HttpContext http, ChangeReaders readers, Caller caller, ListChanges request)
{
    public const string MediaType = "text/event-stream";
    public const string LastEventId = "Last-Event-ID";

    /// <summary>Proxies cut what is silent for longer; and a client that is gone is noticed by writing to it.</summary>
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    private long _told = request.After;

    public async Task RunAsync(ChangePage first)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, readers.Stopping);
        try
        {
            await RunAsync(first, either.Token);
        }
        catch (Exception) when (either.IsCancellationRequested)
        {
            // The client has left, or the service ends.
        }
    }

    private async Task RunAsync(ChangePage page, CancellationToken cancellationToken)
    {
        var end = readers.Time.GetUtcNow() + readers.StreamLength;
        Begin();

        // So that the client knows at once that it listens, however long nothing happens.
        await WriteAsync("retry: 2000\n\n", cancellationToken);
        while (true)
        {
            await WriteAsync(page, cancellationToken);
            var position = page.Position;
            if (!page.More)
            {
                if (await WaitAsync(position, end, cancellationToken) is not { } reached)
                {
                    return;
                }

                position = reached;
            }

            var next = await readers.ReadOnAsync(caller, request with { After = position }, cancellationToken);
            if (readers.Time.GetUtcNow() >= end || !next.Succeeded(out var read, out _))
            {
                return;
            }

            page = read;
        }
    }

    private void Begin()
    {
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        http.Response.ContentType = MediaType;

        // Said to nginx, which otherwise keeps what it gets until it has enough.
        http.Response.Headers["X-Accel-Buffering"] = "no";
    }

    /// <summary>Waits for news, with a sign of life now and then; null: the time of the stream is over.</summary>
    private async Task<long?> WaitAsync(long position, DateTimeOffset end, CancellationToken cancellationToken)
    {
        while (true)
        {
            var left = end - readers.Time.GetUtcNow();
            if (left <= TimeSpan.Zero)
            {
                return null;
            }

            var limit = left < Heartbeat ? left : Heartbeat;
            (var news, position) = await readers.WaitAsync(caller, position, limit, cancellationToken);
            if (news)
            {
                return position;
            }

            await WriteAsync(position > _told ? At(position) : ": \n\n", cancellationToken);
        }
    }

    private async Task WriteAsync(ChangePage page, CancellationToken cancellationToken)
    {
        foreach (var item in page.Items)
        {
            _told = item.Position;
            await http.Response.WriteAsync(
                $"id: {item.Position}\nevent: {ChangeEvents.Change}\ndata: {JsonSerializer.Serialize(item, Json.Options)}\n\n",
                cancellationToken
            );
        }

        // A long stretch without anything to see: a client that is cut off within it need not read it again.
        if (page.More && page.Position > _told)
        {
            await http.Response.WriteAsync(At(page.Position), cancellationToken);
        }

        await http.Response.Body.FlushAsync(cancellationToken);
    }

    private async Task WriteAsync(string text, CancellationToken cancellationToken)
    {
        await http.Response.WriteAsync(text, cancellationToken);
        await http.Response.Body.FlushAsync(cancellationToken);
    }

    private string At(long position)
    {
        _told = position;
        return $"id: {position}\nevent: {ChangeEvents.Position}\ndata: {JsonSerializer.Serialize(new ReachedPosition { Position = position }, Json.Options)}\n\n";
    }
}
