namespace MethodCenter.Api.OpenApi;

/// <summary>A language in which the document is published: one document for each, of the same structure.</summary>
/// <param name="Code">As in <c>Accept-Language</c>.</param>
/// <param name="Document">The name of the document, which is part of its address.</param>
/// <param name="Title">How Swagger UI offers it.</param>
internal sealed record DocumentLanguage(string Code, string Document, string Title)
{
    public static readonly DocumentLanguage Russian = new("ru", "v1", "Русский");

    /// <summary>The language of the XML documentation: its texts are the keys of all others.</summary>
    public static readonly DocumentLanguage English = new("en", "v1-en", "English");

    /// <summary>The first is the one that Swagger UI opens.</summary>
    public static readonly IReadOnlyList<DocumentLanguage> All = [Russian, English];

    public string Folder => $"/swagger/{Document}";

    /// <summary>The document.</summary>
    public string Path => $"{Folder}/swagger.json";

    /// <summary>The AsyncAPI document: what the service tells by itself.</summary>
    public string EventsPath => $"{Folder}/asyncapi.json";

    /// <summary>Its table of contents, which Swagger UI reads.</summary>
    public string PagePath => $"{Folder}/page.json";

    /// <summary>The page about refusals.</summary>
    public string RefusalsPath => $"{Folder}/refusals.html";

    public static DocumentLanguage Of(string document) => All.Single(language => language.Document == document);
}
