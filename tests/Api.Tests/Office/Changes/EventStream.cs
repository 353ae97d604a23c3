using System.Text.Json.Nodes;

namespace MethodCenter.Api.Tests.Office.Changes;

/// <summary>Reads server-sent events as a browser does.</summary>
internal sealed class EventStream(HttpResponseMessage response, StreamReader lines) : IAsyncDisposable
{
    /// <param name="Id">Where to continue.</param>
    /// <param name="Event">Kind of event.</param>
    /// <param name="Data">What it bears.</param>
    /// <param name="Comment">A sign of life.</param>
    /// <param name="End">The stream is over.</param>
    internal sealed record Message(string? Id, string? Event, JsonNode? Data, bool Comment = false, bool End = false);

    public static async Task<EventStream> OpenAsync(
        ApiClient client,
        string path,
        params (string Name, string Value)[] headers
    )
    {
        using var request = client.Request(HttpMethod.Get, path, [("Accept", "text/event-stream"), .. headers]);
        var response = await client.Http.SendAsync(
            request,
            HttpCompletionOption.ResponseHeadersRead,
            TestContext.Current.CancellationToken
        );
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        var stream = new EventStream(
            response,
            new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken))
        );
        (await stream.LinesAsync(TestContext.Current.CancellationToken)).ShouldBe(["retry: 2000"]);
        return stream;
    }

    public async Task<Message> NextAsync(CancellationToken cancellationToken)
    {
        if (await LinesAsync(cancellationToken) is not { } read)
        {
            return new Message(null, null, null, End: true);
        }

        var fields = read.Where(line => line[0] != ':')
            .Select(line => line.Split(": ", 2))
            .ToDictionary(pair => pair[0], pair => pair[1]);
        return new Message(
            fields.GetValueOrDefault("id"),
            fields.GetValueOrDefault("event"),
            fields.TryGetValue("data", out var data) ? JsonNode.Parse(data) : null,
            Comment: fields.Count == 0
        );
    }

    public ValueTask DisposeAsync()
    {
        lines.Dispose();
        response.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The lines up to the next empty one; null: the end.</summary>
    private async Task<List<string>?> LinesAsync(CancellationToken cancellationToken)
    {
        var read = new List<string>();
        while (await lines.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.Length == 0)
            {
                return read;
            }

            read.Add(line);
        }

        return null;
    }
}
