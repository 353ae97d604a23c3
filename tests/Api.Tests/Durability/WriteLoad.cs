using System.Collections.Concurrent;

namespace MethodCenter.Api.Tests.Durability;

/// <summary>Clients that register courses and organisations until the service is gone, and note what it acknowledged.</summary>
internal sealed class WriteLoad(Guid programme)
{
    private readonly ConcurrentQueue<Acknowledged> _acknowledged = new();
    private int _serial;

    /// <summary>A write that was answered with 201.</summary>
    public sealed record Acknowledged(string Path, string Key, object Body, Guid Id, string Text);

    public IReadOnlyCollection<Acknowledged> Done => _acknowledged;

    /// <summary>Runs the clients; ends when each of them has lost the service.</summary>
    public Task RunAsync(IReadOnlyList<ApiClient> clients) => Task.WhenAll(clients.Select(RunAsync));

    /// <summary>Waits until so many writes were acknowledged in all.</summary>
    public async Task WaitForAsync(int writes, Task load)
    {
        while (_acknowledged.Count < writes)
        {
            if (load.IsCompleted)
            {
                await load;
                throw new InvalidOperationException("The clients stopped before the service did.");
            }

            await Task.Delay(5);
        }
    }

    private async Task RunAsync(ApiClient client)
    {
        while (true)
        {
            var number = Interlocked.Increment(ref _serial);
            var (path, body) =
                number % 3 == 0
                    ? (
                        "/organisations",
                        (object)
                            new
                            {
                                code = $"load-{number}",
                                shortName = $"Школа {number}",
                                kind = "secondarySchool",
                            }
                    )
                    : ("/courses", World.CourseBody(programme));
            var key = $"load-{Guid.NewGuid()}";
            try
            {
                var answer = await client.PostAsync(path, body, ("Idempotency-Key", key));
                answer.Expect(HttpStatusCode.Created);
                _acknowledged.Enqueue(new Acknowledged(path, key, body, answer.Id, answer.Text));
            }
            catch (HttpRequestException)
            {
                return;
            }
        }
    }
}
