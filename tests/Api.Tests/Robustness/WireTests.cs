using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MethodCenter.Infrastructure;
using MethodCenter.TestKit;

namespace MethodCenter.Api.Tests.Robustness;

/// <summary>Bytes on the wire that no client library would send, to the real server.</summary>
public sealed class WireTests
{
    private const long HundredMegabytes = 100L * 1024 * 1024;

    [Fact]
    public async Task A_hundred_megabytes_are_refused_with_413_before_they_have_arrived()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var service = await ServiceProcess.StartAsync(database);
        using var client = service.Client();
        foreach (var chunked in new[] { false, true })
        {
            var body = new Endless(chunked);
            var watch = Stopwatch.StartNew();

            var answer = await client.SendAsync(HttpMethod.Post, "/centres", body, ("Expect", "100-continue"));

            answer.Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
            answer.ErrorCode.ShouldBe("request.too-large");
            body.Sent.ShouldBeLessThan(HundredMegabytes / 2);
            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
        }
    }

    [Fact]
    public async Task Broken_requests_get_a_4xx_and_the_server_goes_on()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var service = await ServiceProcess.StartAsync(database);
        string[] requests =
        [
            Line("GET", "/api/v1/centres/%00"),
            Line("GET", "/api/v1/centres/%FF%FE"),
            Line("GET", "/api/v1/courses/%"),
            Line("GET", "/api/v1/\u0001"),
            Line("GET", "/api/v1/courses?q=%00"),
            Line("TRACE", "/api/v1/centres"),
            Line("BREW", "/api/v1/centres"),
            Line("GET", "/api/v1/centres", "X-Centre: \u0001"),
            Line("GET", "/api/v1/centres", "Accept-Language: " + new string('x', 9000)),
            Line("GET", "/api/v1/" + new string('a', 20_000)),
            Line("GET", "/api/v1/centres", "H: " + new string('h', 60_000)),
            Line("POST", "/api/v1/centres", "Content-Length: -1"),
            Line("POST", "/api/v1/centres", "Content-Type: application/json\r\nTransfer-Encoding: chunked") + "zz\r\n",
            "GET\r\n\r\n",
            "\u0016\u0003\u0001\r\n\r\n",
        ];
        foreach (var request in requests)
        {
            var status = await SpeakAsync(service.Address, request);
            status.ShouldBeInRange(400, 499, request[..Math.Min(80, request.Length)]);
        }

        using var client = service.Client();
        (await client.GetAsync("/centres")).Status.ShouldBe(HttpStatusCode.OK);
        service.Output.ShouldNotContain("fail: MethodCenter");
    }

    private static string Line(string method, string path, string? header = null) =>
        $"{method} {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Api-Key: {TestService.AdministratorKey}\r\n"
        + (header is null ? "" : header + "\r\n")
        + "\r\n";

    private static async Task<int> SpeakAsync(Uri address, string request)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var socket = new TcpClient();
        await socket.ConnectAsync(address.Host, address.Port, cancel);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), cancel);
        using var reader = new StreamReader(stream);
        var line = await reader.ReadLineAsync(cancel) ?? "";
        return int.Parse(line.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>A body of 100 MB that counts what was taken of it.</summary>
    private sealed class Endless : HttpContent
    {
        private readonly bool _chunked;

        public Endless(bool chunked)
        {
            _chunked = chunked;
            Headers.ContentType = new("application/json");
        }

        public long Sent { get; private set; }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var part = Encoding.UTF8.GetBytes(new string(' ', 64 * 1024));
            while (Sent < HundredMegabytes)
            {
                await stream.WriteAsync(part);
                Sent += part.Length;
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = HundredMegabytes;
            return !_chunked;
        }
    }
}
