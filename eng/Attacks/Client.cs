using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace MethodCenter.Attacks;

/// <summary>An account at the service.</summary>
internal sealed class Client(HttpClient http, string key, string? centre)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public Task<Said> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public Task<Said> PostAsync(string path, object body, string? tag = null) =>
        SendAsync(HttpMethod.Post, path, JsonContent.Create(body), tag);

    public Task<Said> PutAsync(string path, object body) => SendAsync(HttpMethod.Put, path, JsonContent.Create(body));

    public Task<Said> PatchAsync(string path, object body, string? tag) =>
        SendAsync(HttpMethod.Patch, path, JsonContent.Create(body), tag);

    /// <summary>Sends rows as a file and waits for the end of the operation.</summary>
    public async Task<Imported> ImportAsync(string dataset, string mode, string header, IEnumerable<string> rows)
    {
        var file = new StringContent(string.Join("\r\n", rows.Prepend(header)), Encoding.UTF8, "text/csv");
        var sent = await SendAsync(HttpMethod.Post, $"/imports/{dataset}?mode={mode}&source=attack", file);
        if (sent.Status != 202)
        {
            return new Imported(sent.Json ?? new JsonObject(), []);
        }

        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            var operation = (await GetAsync($"/operations/{(string)sent.Json!["id"]!}")).Json!;
            if ((string?)operation["state"] is not ("uploading" or "queued" or "running"))
            {
                return new Imported(operation, await FindingsAsync((string)operation["id"]!));
            }

            await Task.Delay(Pause, limit.Token);
        }
    }

    private async Task<IReadOnlyList<JsonNode>> FindingsAsync(string operation)
    {
        var findings = new List<JsonNode>();
        var next = "";
        do
        {
            var page = await GetAsync($"/operations/{operation}/findings?limit=500{next}");
            findings.AddRange(page.Items());
            next = (string?)page.Json?["next"] is { } cursor ? $"&cursor={Uri.EscapeDataString(cursor)}" : "";
        } while (next.Length > 0);

        return findings;
    }

    private async Task<Said> SendAsync(HttpMethod method, string path, HttpContent? content, string? tag = null)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1{path}");
        request.Content = content;
        request.Headers.Add("X-Api-Key", key);
        if (centre is not null)
        {
            request.Headers.Add("X-Centre", centre);
        }

        if (tag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", tag);
        }

        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var isJson =
            response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true;
        return new Said(
            (int)response.StatusCode,
            text,
            isJson && text.Length > 0 ? JsonNode.Parse(text) : null,
            response.Headers.ETag?.ToString()
        );
    }
}

/// <summary>What an import has said.</summary>
internal sealed record Imported(JsonNode Operation, IReadOnlyList<JsonNode> Findings)
{
    public int Count(string name) => (int?)Operation["counts"]?[name] ?? 0;

    /// <summary>All that it says of the only row.</summary>
    public string OfRow()
    {
        string[] counts = ["created", "changed", "unchanged", "refused", "problems"];
        return string.Join(
            '\n',
            Findings
                .Select(Told)
                .Prepend(string.Join(' ', counts.Select(Count)))
                .Prepend($"{Operation["state"]} {Operation["error"]?["code"]}")
        );
    }

    private static string Told(JsonNode finding) => $"{finding["severity"]} {finding["column"]} {finding["code"]}";
}
