using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MethodCenter.TestKit;

/// <summary>A client of the API that speaks as an outsider would: paths, JSON and headers.</summary>
public sealed class ApiClient(HttpClient http, string? key, string? centre) : IDisposable
{
    private const string Base = "/api/v1";

    public HttpClient Http => http;

    public Task<Answer> GetAsync(string path, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Get, path, null, headers);

    public Task<Answer> PostAsync(string path, object? body = null, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, path, Json(body), headers);

    public Task<Answer> PutAsync(string path, object body, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Put, path, Json(body), headers);

    public Task<Answer> PatchAsync(string path, object body, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Patch, path, Json(body), headers);

    public Task<Answer> DeleteAsync(string path, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Delete, path, null, headers);

    /// <summary>
    /// Sends whatever it is given; paths without a leading <c>/api</c>, <c>/swagger</c> or <c>/health</c> are below
    /// /api/v1.
    /// </summary>
    public async Task<Answer> SendAsync(
        HttpMethod method,
        string path,
        HttpContent? content,
        params (string Name, string Value)[] headers
    )
    {
        using var request = Request(method, path, headers);
        request.Content = content;
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var isJson =
            response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true;
        return new Answer(
            response.StatusCode,
            text,
            isJson && text.Length > 0 ? JsonNode.Parse(text) : null,
            response.Headers
        )
        {
            ContentType = response.Content.Headers.ContentType?.MediaType,
        };
    }

    /// <summary>A request with the client's key and centre, for tests that read the answer themselves.</summary>
    public HttpRequestMessage Request(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        var absolute =
            path.StartsWith("/api", StringComparison.Ordinal)
            || path.StartsWith("/swagger", StringComparison.Ordinal)
            || path.StartsWith("/health", StringComparison.Ordinal);
        var request = new HttpRequestMessage(method, absolute ? path : Base + path);
        if (key is not null)
        {
            request.Headers.Add("X-Api-Key", key);
        }

        if (centre is not null)
        {
            request.Headers.Add("X-Centre", centre);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    public void Dispose() => http.Dispose();

    private static StringContent? Json(object? body) =>
        body switch
        {
            null => null,
            string raw => new StringContent(raw, Encoding.UTF8, "application/json"),
            _ => new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json"),
        };
}

/// <summary>An answer, read whole.</summary>
public sealed record Answer(HttpStatusCode Status, string Text, JsonNode? Json, HttpResponseHeaders Headers)
{
    /// <summary>The media type of the body.</summary>
    public string? ContentType { get; init; }

    public int Code => (int)Status;

    public override string ToString() => $"{Code} {(Text.Length > 300 ? Text[..300] : Text)}";

    /// <summary>A member of the answer; of a nested object by a path with dots.</summary>
    public JsonNode? this[string path] =>
        path.Split('.')
            .Aggregate(
                Json,
                (node, name) =>
                    node is JsonArray list
                        ? list[int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)]
                        : node?[name]
            );

    public Guid Id => (Guid)this["id"]!;

    public string ETag => Headers.ETag?.Tag ?? throw new InvalidOperationException($"No ETag: {Status} {Text}");

    /// <summary>The code of a problem, or null.</summary>
    public string? ErrorCode => (string?)Json?["code"];

    /// <summary>«pointer code» of each field error.</summary>
    public IReadOnlyList<string> FieldErrors =>
        [.. (Json?["errors"] as JsonArray ?? []).Select(error => $"{error!["pointer"]} {error["code"]}")];

    /// <summary>This answer, if it is a success; else an exception with the whole answer.</summary>
    public Answer Expect(HttpStatusCode status) =>
        Status == status ? this : throw new InvalidOperationException($"Expected {(int)status}, got {Code}: {Text}");
}
