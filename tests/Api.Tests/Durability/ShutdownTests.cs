using MethodCenter.Infrastructure;
using Microsoft.Data.Sqlite;

namespace MethodCenter.Api.Tests.Durability;

/// <summary>SIGTERM: what has begun is finished, then the process ends with 0.</summary>
public sealed class ShutdownTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task Running_requests_finish_and_the_process_exits_with_0()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var service = await ServiceProcess.StartAsync(database);
        var world = await World.CreateAsync(service.Client(), service.Client(centre: "test"));
        var programme = await world.ProgrammeAsync();
        using var client = service.Client(centre: "test");
        using var arrived = new CountdownEvent(10);

        // Bodies that arrive slowly: the requests have begun before the signal and end after it.
        var signal = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = Enumerable
            .Range(0, 10)
            .Select(_ =>
                client.SendAsync(
                    HttpMethod.Post,
                    "/courses",
                    new SlowJson(World.CourseBody(programme), arrived, signal.Task)
                )
            )
            .ToList();
        arrived.Wait(Limit, TestContext.Current.CancellationToken).ShouldBeTrue();
        var stopping = service.StopAsync(Limit);
        await Patience.UntilAsync(
            async () => !await AcceptsAsync(service),
            "nobody is let in",
            TestContext.Current.CancellationToken
        );

        signal.SetResult();

        (await Task.WhenAll(running)).ShouldAllBe(answer => answer.Status == HttpStatusCode.Created);
        (await stopping).ShouldBe(0);
        (await database.CountAsync("SELECT count(*) FROM courses")).ShouldBe(10);
    }

    /// <remarks>A connection stays open meanwhile, as those of the service do: the log is not read into the file by itself.</remarks>
    [Fact]
    public async Task A_stopped_service_leaves_a_file_that_is_whole_without_its_log()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var holder = new SqliteConnection(database.ConnectionString);
        await using (var service = TestService.StartOn(database))
        {
            await World.CreateAsync(service);
            await holder.OpenAsync(TestContext.Current.CancellationToken);
        }

        new FileInfo(holder.DataSource + "-wal").Length.ShouldBe(0);
    }

    private static async Task<bool> AcceptsAsync(ServiceProcess service)
    {
        using var socket = new System.Net.Sockets.TcpClient();
        try
        {
            await socket.ConnectAsync(service.Address.Host, service.Address.Port);
            return true;
        }
        catch (System.Net.Sockets.SocketException)
        {
            return false;
        }
    }

    /// <summary>Sends the first half of a body at once and the rest when told.</summary>
    private sealed class SlowJson : HttpContent
    {
        private readonly byte[] _body;
        private readonly CountdownEvent _arrived;
        private readonly Task _signal;

        public SlowJson(object body, CountdownEvent arrived, Task signal)
        {
            _body = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(body);
            (_arrived, _signal) = (arrived, signal);
            Headers.ContentType = new("application/json");
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(_body.AsMemory(0, _body.Length / 2));
            await stream.FlushAsync();
            _arrived.Signal();
            await _signal;
            await stream.WriteAsync(_body.AsMemory(_body.Length / 2));
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _body.Length;
            return true;
        }
    }
}
