using System.Text.Json.Nodes;
using MethodCenter.Api.OpenApi;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Api.Tests.OpenApi;

/// <summary>The document in each of its languages, as one service publishes it.</summary>
public sealed class PublishedDocuments : IAsyncLifetime
{
    private readonly Dictionary<DocumentLanguage, JsonNode> _documents = [];

    internal TestService Service { get; private set; } = null!;

    internal DocumentTexts Texts => Service.Services.GetRequiredService<DocumentTexts>();

    internal JsonNode this[DocumentLanguage language] => _documents[language];

    public async ValueTask InitializeAsync()
    {
        Service = await TestService.SharedAsync();
        using var client = Service.Client(key: null);
        foreach (var language in DocumentLanguage.All)
        {
            var answer = (await client.GetAsync(language.Path)).Expect(HttpStatusCode.OK);
            _documents.Add(language, answer.Json.ShouldNotBeNull());
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask; // the service is shared
}
