using System.Net.Sockets;
using System.Text;
using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Robustness;

/// <summary>Bytes on the wire that no client library would send, to the real server.</summary>
public sealed class WireTests
{
    private const long HundredMegabytes = 100L * 1024 * 1024;
    private const int LittleMoreThanTheLimit = 1100 * 1024;

    [Fact]
    public async Task A_hundred_megabytes_are_refused_with_413_before_they_have_arrived()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var service = await ServiceProcess.StartAsync(database);
        const string json = "Content-Type: application/json\r\n";

        // Announced, of which not a byte is sent; and not announced, of which a little more than the limit is sent.
        var announced = Line("POST", "/api/v1/centres", $"{json}Content-Length: {HundredMegabytes}");
        var endless =
            Line("POST", "/api/v1/centres", $"{json}Transfer-Encoding: chunked") + Chunk(LittleMoreThanTheLimit);

        foreach (var request in new[] { announced, endless })
        {
            var answer = await SpeakAsync(service.Address, request);
            answer.Status.ShouldBe(413);
            answer.Text.ShouldContain("request.too-large");
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
            Line("GET", "/api/v1/" + new string('a', 20_000)),
            Line("GET", "/api/v1/centres", "H: " + new string('h', 60_000)),
            Line("POST", "/api/v1/centres", "Content-Length: -1"),
            Line("POST", "/api/v1/centres", "Content-Type: application/json\r\nTransfer-Encoding: chunked") + "zz\r\n",
            "GET\r\n\r\n",
            "\u0016\u0003\u0001\r\n\r\n",
        ];
        foreach (var request in requests)
        {
            var (status, _) = await SpeakAsync(service.Address, request);
            status.ShouldBeInRange(400, 499, request[..Math.Min(80, request.Length)]);
        }

        using var client = service.Client();
        (await client.GetAsync("/centres")).Status.ShouldBe(HttpStatusCode.OK);
        service
            .Log.Where(line => line.Level is "Error" or "Critical")
            .ShouldNotContain(line => line.Category.StartsWith("MethodCenter", StringComparison.Ordinal));
    }

    private static string Line(string method, string path, string? header = null) =>
        $"{method} {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Api-Key: {TestService.AdministratorKey}\r\n"
        + (header is null ? "" : header + "\r\n")
        + "\r\n";

    private static async Task<(int Status, string Text)> SpeakAsync(Uri address, string request)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var socket = new TcpClient();
        await socket.ConnectAsync(address.Host, address.Port, cancel);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), cancel);
        using var reader = new StreamReader(stream);
        var text = new StringBuilder();
        try
        {
            while (await reader.ReadLineAsync(cancel) is { } line)
            {
                text.AppendLine(line);
            }
        }
        catch (IOException)
        {
            // The server resets what it does not want to read; its answer has come before.
        }

        var answer = text.ToString();
        return (int.Parse(answer.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture), answer);
    }

    private static string Chunk(int length) => $"{length:x}\r\n{new string(' ', length)}\r\n";
}
