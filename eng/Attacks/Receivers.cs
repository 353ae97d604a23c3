using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MethodCenter.Attacks;

/// <summary>Receivers on a free port of this machine: slow ones, which take a message and never answer, and a quick one.</summary>
internal sealed class Receivers : IAsyncDisposable
{
    private const string QuickPath = "/quick";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly byte[] Done = Encoding.ASCII.GetBytes(
        "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"
    );
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _over = new();
    private readonly Task _accepting;
    private int _held;
    private int _arrived;

    public Receivers()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>How many messages slow receivers have taken.</summary>
    public int Held => Volatile.Read(ref _held);

    public string Quick => Address + QuickPath;

    private string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public string Slow(int number) => $"{Address}/slow/{number}";

    /// <summary>Waits until no more of them are on their way than before.</summary>
    public async Task UntilHeldAsync(TimeSpan most)
    {
        var began = TimeProvider.System.GetTimestamp();
        var (before, quiet) = (0, 0);
        while (TimeProvider.System.GetElapsedTime(began) < most && quiet < 50)
        {
            await Task.Delay(Pause);
            quiet = Held == before && Held > 0 ? quiet + 1 : 0;
            before = Held;
        }
    }

    /// <summary>Waits until the quick one has so many; gives how many it has.</summary>
    public async Task<int> UntilArrivedAsync(int messages, TimeSpan most)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (Volatile.Read(ref _arrived) < messages && TimeProvider.System.GetElapsedTime(began) < most)
        {
            await Task.Delay(Pause);
        }

        return Volatile.Read(ref _arrived);
    }

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        _listener.Stop();
        await _accepting;
        _listener.Dispose();
        _over.Dispose();
    }

    private async Task AcceptAsync()
    {
        var taken = new List<Task>();
        try
        {
            while (true)
            {
                taken.Add(TakeAsync(await _listener.AcceptTcpClientAsync(_over.Token)));
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(taken);
        }
    }

    private async Task TakeAsync(TcpClient client)
    {
        using var connection = client;
        try
        {
            var stream = connection.GetStream();
            var buffer = new byte[16 * 1024];
            var length = await stream.ReadAsync(buffer, _over.Token);
            if (!Encoding.ASCII.GetString(buffer, 0, length).StartsWith($"POST {QuickPath} ", StringComparison.Ordinal))
            {
                Interlocked.Increment(ref _held);
                await Task.Delay(Timeout.Infinite, _over.Token);
            }

            Interlocked.Increment(ref _arrived);
            await stream.WriteAsync(Done, _over.Token);
        }
        catch (Exception end) when (end is OperationCanceledException or IOException or SocketException)
        {
            // The service has given up, or the attack is over.
        }
    }
}
