using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MethodCenter.Domain.Office.Webhooks;
using MethodCenter.Infrastructure.Office.Webhooks;
using MethodCenter.TestKit;
using Microsoft.AspNetCore.Http;

namespace MethodCenter.Infrastructure.Tests.Office.Webhooks;

/// <summary>What goes over the wire, what comes back, and where no connection is made.</summary>
public sealed class WebhookClientTests
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_bears_the_headers_of_the_standard_and_nothing_of_ours()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        using var client = Client();

        var outcome = await client.SendAsync(Message(receiver.Url), Cancel);

        (outcome.Status, outcome.Failure).ShouldBe((200, null));
        var arrival = receiver.Arrivals.ShouldHaveSingleItem();
        arrival.Id.ShouldBe("msg_1");
        var age = TestDay.Instance.GetUtcNow().ToUnixTimeSeconds() - long.Parse(arrival.Timestamp);
        age.ShouldBeInRange(0, 60);
        arrival.Signature.ShouldBe(WebhookSigner.Sign([Secret], "msg_1", long.Parse(arrival.Timestamp), arrival.Body));
        arrival.Headers.ContentType.ToString().ShouldBe("application/json");
        arrival.Headers.UserAgent.ToString().ShouldStartWith("MethodCenter/");
        arrival
            .Headers.Keys.Select(name => name.ToLowerInvariant())
            .Except(["host", "content-type", "content-length", "user-agent"])
            .ShouldBe(["webhook-id", "webhook-timestamp", "webhook-signature"], ignoreOrder: true);
    }

    [Theory]
    [InlineData(200, null)]
    [InlineData(204, null)]
    [InlineData(299, null)]
    [InlineData(301, WebhookFailure.Redirected)]
    [InlineData(304, WebhookFailure.Redirected)]
    [InlineData(400, WebhookFailure.Refused)]
    [InlineData(401, WebhookFailure.Refused)]
    [InlineData(404, WebhookFailure.Refused)]
    [InlineData(410, WebhookFailure.Gone)]
    [InlineData(429, WebhookFailure.Refused)]
    [InlineData(500, WebhookFailure.Refused)]
    [InlineData(503, WebhookFailure.Refused)]
    public async Task Statuses(int status, WebhookFailure? failure)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        receiver.Answer = Answers(status);
        using var client = Client();

        var outcome = await client.SendAsync(Message(receiver.Url), Cancel);

        (outcome.Status, outcome.Failure).ShouldBe((status, failure));
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var elsewhere = await WebhookReceiver.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        receiver.Answer = Answers(307, ("Location", elsewhere.Url));
        using var client = Client();

        (await client.SendAsync(Message(receiver.Url), Cancel)).Failure.ShouldBe(WebhookFailure.Redirected);

        elsewhere.Arrivals.ShouldBeEmpty();
    }

    [Fact]
    public async Task Cookies_are_not_kept()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        receiver.Answer = Answers(200, ("Set-Cookie", "session=1; Path=/"));
        using var client = Client();

        await client.SendAsync(Message(receiver.Url), Cancel);
        await client.SendAsync(Message(receiver.Url), Cancel);

        receiver.Arrivals.ShouldAllBe(arrival => arrival.Headers.Cookie.Count == 0);
    }

    [Theory]
    [InlineData("120", 120.0)]
    [InlineData("99999999", 86400.0)]
    [InlineData("soon", null)]
    [InlineData("-5", null)]
    [InlineData("0", null)]
    public async Task Retry_After_is_read_and_bounded(string header, double? seconds)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        receiver.Answer = Answers(429, ("Retry-After", header));
        using var client = Client();

        var reply = await client.SendAsync(Message(receiver.Url), Cancel);

        (reply.RetryAfter?.TotalSeconds).ShouldBe(seconds);
    }

    [Fact]
    public async Task Retry_After_may_be_a_day_and_time()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var time = new WatchedTime();
        var until = time.GetUtcNow().AddMinutes(10);
        receiver.Answer = Answers(503, ("Retry-After", until.ToString("R")));
        using var client = Client(time: time);

        var wish = (await client.SendAsync(Message(receiver.Url), Cancel)).RetryAfter;

        // The header says it in whole seconds.
        wish.ShouldNotBeNull().TotalSeconds.ShouldBeInRange(599, 600);
    }

    [Fact]
    public async Task An_answer_that_does_not_come_is_not_waited_for()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        receiver.Answer = (_, _, http) => Task.Delay(Timeout.Infinite, http.RequestAborted);
        using var client = Client(new WebhookOptions { TimeoutSeconds = 1 });

        var outcome = await client.SendAsync(Message(receiver.Url), Cancel);

        outcome.Failure.ShouldBe(WebhookFailure.TimedOut);
    }

    [Fact]
    public async Task A_body_without_end_is_not_read_to_its_end()
    {
        using var listener = Listen(out var port);
        var sending = SendWithoutEndAsync(listener);
        using var client = Client();

        var outcome = await client.SendAsync(Message($"http://127.0.0.1:{port}/"), Cancel);

        (outcome.Status, outcome.Failure).ShouldBe((200, null));
        (await sending).ShouldBeLessThan(1L << 26, "what buffers hold, and no more");
    }

    [Fact]
    public async Task A_connection_that_is_cut_is_a_failure()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        receiver.Answer = (_, _, http) =>
        {
            http.Abort();
            return Task.CompletedTask;
        };
        using var client = Client();

        (await client.SendAsync(Message(receiver.Url), Cancel)).Failure.ShouldBe(WebhookFailure.Broken);
    }

    [Fact]
    public async Task Nobody_listens()
    {
        string url;
        await using (var receiver = await WebhookReceiver.StartAsync())
        {
            url = receiver.Url;
        }

        using var client = Client();

        (await client.SendAsync(Message(url), Cancel)).Failure.ShouldBe(WebhookFailure.NotConnected);
    }

    [Fact]
    public async Task Who_does_not_speak_TLS_is_not_spoken_to()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        using var client = Client();

        var url = receiver.Url.Replace("http://", "https://", StringComparison.Ordinal);

        (await client.SendAsync(Message(url), Cancel)).Failure.ShouldBe(WebhookFailure.TlsFailed);
        receiver.Arrivals.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("10.0.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("127.0.0.1")]
    [InlineData("8.8.8.8", "192.168.0.7")]
    [InlineData("2a02:6b8::1", "fe80::1")]
    public async Task A_name_that_leads_inwards_is_refused_at_the_connection(params string[] addresses)
    {
        using var listener = Listen(out var port);
        var resolver = new Resolver(addresses);
        using var client = Client(policy: AddressPolicy.Of(false, []), resolver: resolver);

        var outcome = await client.SendAsync(Message($"https://rebound.example:{port}/"), Cancel);

        outcome.Failure.ShouldBe(WebhookFailure.AddressForbidden);
        resolver.Asked.ShouldBe(["rebound.example"]);
        listener.Pending().ShouldBeFalse("nobody has knocked");
    }

    [Fact]
    public async Task A_name_is_looked_up_anew_for_each_connection_and_connected_to_where_it_was_looked()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var port = new Uri(receiver.Url).Port;
        var resolver = new Resolver("127.0.0.1");
        using var client = Client(resolver: resolver);

        // A name that the machine itself does not know: it can only have gone to where the resolver led.
        receiver.Answer = Answers(200, ("Connection", "close"));
        var first = await client.SendAsync(Message($"http://rebound.example:{port}/"), Cancel);
        resolver.Addresses = ["10.0.0.1"];
        var second = await client.SendAsync(Message($"http://rebound.example:{port}/"), Cancel);

        first.Failure.ShouldBeNull();
        second.Failure.ShouldBe(WebhookFailure.AddressForbidden);
        receiver.Arrivals.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Plain_HTTP_goes_to_this_machine_alone()
    {
        var resolver = new Resolver("8.8.8.8");
        using var client = Client(resolver: resolver);

        (await client.SendAsync(Message("http://rebound.example/"), Cancel)).Failure.ShouldBe(
            WebhookFailure.AddressForbidden
        );
    }

    [Fact]
    public async Task A_name_that_nobody_knows()
    {
        using var client = Client(resolver: new Resolver());

        (await client.SendAsync(Message("https://nowhere.example/"), Cancel)).Failure.ShouldBe(
            WebhookFailure.NameNotFound
        );
    }

    [Fact]
    public async Task The_caller_may_call_it_back()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        receiver.Answer = (_, _, http) => Task.Delay(Timeout.Infinite, http.RequestAborted);
        using var client = Client();
        using var call = CancellationTokenSource.CreateLinkedTokenSource(Cancel);

        var sending = client.SendAsync(Message(receiver.Url), call.Token);
        await receiver.UntilAsync(arrivals => arrivals.Count == 1, Cancel);
        await call.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(sending);
    }

    private static OutgoingMessage Message(string url) => new(url, "msg_1", Encoding.UTF8.GetBytes("{}"), [Secret]);

    private static WebhookClient Client(
        WebhookOptions? options = null,
        AddressPolicy? policy = null,
        IHostResolver? resolver = null,
        TimeProvider? time = null
    ) =>
        new(
            new WebhookTargets(policy ?? AddressPolicy.Of(true, []), new WebhookOptions()),
            resolver ?? new DnsResolver(),
            options ?? new WebhookOptions(),
            time ?? TestDay.Instance
        );

    private static Func<Arrival, int, HttpContext, Task> Answers(
        int status,
        params (string Name, string Value)[] headers
    ) =>
        (_, _, http) =>
        {
            http.Response.StatusCode = status;
            foreach (var (name, value) in headers)
            {
                http.Response.Headers[name] = value;
            }

            return Task.CompletedTask;
        };

    private static TcpListener Listen(out int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        port = ((IPEndPoint)listener.LocalEndpoint).Port;
        return listener;
    }

    /// <summary>Answers with a body that ends when the client hangs up.</summary>
    /// <returns>Bytes that the network has taken.</returns>
    private static async Task<long> SendWithoutEndAsync(TcpListener listener)
    {
        using var socket = await listener.AcceptTcpClientAsync(Cancel);
        var stream = socket.GetStream();
        var block = new byte[64 * 1024];
        _ = await stream.ReadAsync(block, Cancel);
        var sent = 0L;
        try
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 1099511627776\r\n\r\n"u8.ToArray(), Cancel);
            while (sent < 1L << 30)
            {
                await stream.WriteAsync(block, Cancel);
                sent += block.Length;
            }
        }
        catch (IOException)
        {
            // It has.
        }

        return sent;
    }

    private sealed class Resolver(params string[] addresses) : IHostResolver
    {
        public string[] Addresses { get; set; } = addresses;

        public ConcurrentQueue<string> Asked { get; } = new();

        public Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken)
        {
            Asked.Enqueue(host);
            return Task.FromResult(Addresses.Select(IPAddress.Parse).ToArray());
        }
    }
}
