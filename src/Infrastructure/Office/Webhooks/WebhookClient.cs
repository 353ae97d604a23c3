using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Authentication;
using MethodCenter.Application.Office.Webhooks;
using MethodCenter.Domain.Office.Webhooks;

namespace MethodCenter.Infrastructure.Office.Webhooks;

/// <summary>A message as it goes over the wire.</summary>
/// <param name="Id">Stable for one delivery, however often it is sent.</param>
/// <param name="Secrets">By which it is signed.</param>
internal sealed record OutgoingMessage(string Url, string Id, byte[] Body, IReadOnlyList<string> Secrets);

/// <summary>How sending ended.</summary>
/// <param name="RetryAfter">How long the receiver asks to be left alone.</param>
internal sealed record SendOutcome(int? Status, WebhookFailure? Failure, int Milliseconds, TimeSpan? RetryAfter);

/// <summary>Sends messages to receivers, and to nothing else.</summary>
/// <remarks>
/// Every connection is made by <see cref="ConnectAsync"/>: it looks the name up, refuses it when any of its addresses
/// is not allowed, and connects to one that it has looked at; so a name that changes between the look and the
/// connection (DNS rebinding) gains nothing. No redirects, no proxy, no cookies; of an answer the status and
/// <c>Retry-After</c> count, its body is not kept and hardly read.
/// </remarks>
internal sealed class WebhookClient : IDisposable
{
    private const int MostHeaderKilobytes = 16;
    private const int MostDrained = 16 * 1024;
    private static readonly ProductInfoHeaderValue Agent = new(
        "MethodCenter",
        typeof(WebhookClient).Assembly.GetName().Version?.ToString(3)
    );

    private readonly WebhookTargets _targets;
    private readonly IHostResolver _resolver;
    private readonly TimeProvider _time;
    private readonly TimeSpan _timeout;
    private readonly HttpMessageInvoker _http;

    public WebhookClient(WebhookTargets targets, IHostResolver resolver, WebhookOptions options, TimeProvider time)
    {
        (_targets, _resolver, _time) = (targets, resolver, time);
        _timeout = TimeSpan.FromSeconds(options.TimeoutSeconds);
        _http = new HttpMessageInvoker(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseProxy = false,
                UseCookies = false,
                Credentials = null,
                AutomaticDecompression = DecompressionMethods.None,
                ActivityHeadersPropagator = null,
                ConnectTimeout = TimeSpan.FromSeconds(options.ConnectSeconds),
                PooledConnectionLifetime = TimeSpan.FromMinutes(2),
                PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
                MaxResponseHeadersLength = MostHeaderKilobytes,
                MaxResponseDrainSize = MostDrained,
                ResponseDrainTimeout = TimeSpan.FromSeconds(2),
                ConnectCallback = ConnectAsync,
            }
        );
    }

    /// <summary>Sends it once. Only the caller's own cancellation comes out as an exception.</summary>
    public async Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_timeout);
        try
        {
            using var request = Request(message);
            using var response = await _http.SendAsync(request, limit.Token);
            var failure = FailureOf(response.StatusCode);
            return new SendOutcome(
                (int)response.StatusCode,
                failure,
                Elapsed(),
                failure is null ? null : Wish(response)
            );
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return new SendOutcome(null, FailureOf(exception), Elapsed(), null);
        }

        int Elapsed() => (int)Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    public void Dispose() => _http.Dispose();

    private HttpRequestMessage Request(OutgoingMessage message)
    {
        var timestamp = _time.GetUtcNow().ToUnixTimeSeconds();
        var request = new HttpRequestMessage(HttpMethod.Post, message.Url)
        {
            Content = new ByteArrayContent(message.Body),
            Version = HttpVersion.Version11,
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.UserAgent.Add(Agent);
        request.Headers.Add(WebhookHeaders.Id, message.Id);
        request.Headers.Add(WebhookHeaders.Timestamp, timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(
            WebhookHeaders.Signature,
            WebhookSigner.Sign(message.Secrets, message.Id, timestamp, message.Body)
        );
        return request;
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken token)
    {
        var uri = context.InitialRequestMessage.RequestUri!;
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = IPAddress.TryParse(host, out var literal)
            ? [literal]
            : await _resolver.ResolveAsync(host, token);
        if (addresses.Length == 0)
        {
            throw new SocketException((int)SocketError.HostNotFound);
        }

        // A forbidden address among allowed ones is no accident.
        if (!Array.TrueForAll(addresses, address => _targets.Allows(uri, address)))
        {
            throw new AddressForbiddenException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, token);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private TimeSpan? Wish(HttpResponseMessage response)
    {
        var wish = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - _time.GetUtcNow(),
            _ => (TimeSpan?)null,
        };
        return wish is { } wait && wait > TimeSpan.Zero ? RetrySchedule.Bound(wait) : null;
    }

    private static WebhookFailure? FailureOf(HttpStatusCode status) =>
        (int)status switch
        {
            >= 200 and < 300 => null,
            >= 300 and < 400 => WebhookFailure.Redirected,
            410 => WebhookFailure.Gone,
            _ => WebhookFailure.Refused,
        };

    private static WebhookFailure FailureOf(Exception exception)
    {
        for (var inner = exception; inner is not null; inner = inner.InnerException)
        {
            switch (inner)
            {
                case AddressForbiddenException:
                    return WebhookFailure.AddressForbidden;
                case AuthenticationException:
                    return WebhookFailure.TlsFailed;
                case OperationCanceledException or TimeoutException:
                    return WebhookFailure.TimedOut;
                case SocketException
                {
                    SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain
                }:
                    return WebhookFailure.NameNotFound;
            }
        }

        return exception is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError }
            ? WebhookFailure.NotConnected
            : WebhookFailure.Broken;
    }

    /// <summary>The name leads to where no message may go.</summary>
    private sealed class AddressForbiddenException() : IOException("The address of the receiver is not allowed.");
}
