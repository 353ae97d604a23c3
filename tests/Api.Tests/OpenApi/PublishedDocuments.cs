using System.Text.Json.Nodes;
using MethodCenter.Api.OpenApi;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Api.Tests.OpenApi;

/// <summary>The document in each of its languages, as one service publishes it.</summary>
public sealed class PublishedDocuments : IAsyncLifetime
{
    private readonly Dictionary<DocumentLanguage, JsonNode> _documents = [];
    private readonly Dictionary<DocumentLanguage, JsonNode> _events = [];

    internal TestService Service { get; private set; } = null!;

    internal DocumentTexts Texts => Service.Services.GetRequiredService<DocumentTexts>();

    internal JsonNode this[DocumentLanguage language] => _documents[language];

    /// <summary>The AsyncAPI document.</summary>
    internal JsonNode Events(DocumentLanguage language) => _events[language];

    public async ValueTask InitializeAsync()
    {
        Service = await TestService.SharedAsync();
        using var client = Service.Client(key: null);
        foreach (var language in DocumentLanguage.All)
        {
            _documents.Add(language, await ReadAsync(language.Path));
            _events.Add(language, await ReadAsync(language.EventsPath));
        }

        async Task<JsonNode> ReadAsync(string path)
        {
            var answer = (await client.GetAsync(path)).Expect(HttpStatusCode.OK);
            return answer.Json.ShouldNotBeNull();
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask; // the service is shared
}
