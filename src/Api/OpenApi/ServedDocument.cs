using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MethodCenter.Api.Mcp;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;

namespace MethodCenter.Api.OpenApi;

/// <summary>
/// The document of each language as it is served, whole for machines and in parts for Swagger UI: built once, since it does
/// not change while the service runs.
/// </summary>
internal sealed class ServedDocument(IServiceScopeFactory scopes, Wordings wordings)
{
    private const string Page = "Page/";

    private static readonly JsonSerializerOptions Compact = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly Dictionary<DocumentLanguage, Lazy<Rendition>> _renditions = DocumentLanguage.All.ToDictionary(
        language => language,
        language => new Lazy<Rendition>(() => Build(scopes, language, wordings.Of(language.Document)))
    );

    public static void Map(IEndpointRouteBuilder routes)
    {
        // Whoever opens the address of the service in a browser gets to the page.
        Serve("/", _ => Results.Redirect("~/swagger/index.html"));
        foreach (var (name, type) in ((string, string)[])[("page.js", "text/javascript"), ("page.css", "text/css")])
        {
            var file = new Lazy<ServedFile>(() => new ServedFile(Read(name), type));
            Serve($"/swagger/{name}", http => file.Value.Answer(http));
        }

        foreach (var language in DocumentLanguage.All)
        {
            Serve(language.Path, http => Of(http, language).Whole.Answer(http));
            Serve(language.EventsPath, http => Of(http, language).Events.Answer(http));
            Serve(language.PagePath, http => Of(http, language).Contents.Answer(http));
            Serve(language.RefusalsPath, http => Of(http, language).Refusals.Answer(http));
            Serve(
                $"{language.Folder}/operations/{{id}}.json",
                http =>
                    Of(http, language).Operations.TryGetValue((string)http.Request.RouteValues["id"]!, out var part)
                        ? part.Answer(http)
                        : Results.StatusCode(StatusCodes.Status404NotFound)
            );
        }

        void Serve(string path, Func<HttpContext, IResult> answer) =>
            routes.MapGet(path, answer).AllowAnonymous().ExcludeFromDescription();
    }

    /// <summary>Builds what was not asked for yet, so that the first who asks does not wait.</summary>
    public void Prepare()
    {
        foreach (var rendition in _renditions.Values)
        {
            _ = rendition.Value;
        }
    }

    /// <summary>The reading operations as tools of assistants; made when the first asks.</summary>
    public IReadOnlyDictionary<string, QueryTool> ToolsOf(DocumentLanguage language) =>
        _renditions[language].Value.Tools.Value;

    /// <summary>A file of the page that is part of the service.</summary>
    public static Stream Open(string name) => typeof(ServedDocument).Assembly.GetManifestResourceStream(Page + name)!;

    private static string Read(string name)
    {
        using var reader = new StreamReader(Open(name));
        return reader.ReadToEnd();
    }

    private static Rendition Of(HttpContext http, DocumentLanguage language) =>
        http.RequestServices.GetRequiredService<ServedDocument>()._renditions[language].Value;

    private static Rendition Build(IServiceScopeFactory scopes, DocumentLanguage language, Wording wording)
    {
        using var scope = scopes.CreateScope();
        var document = scope.ServiceProvider.GetRequiredService<ISwaggerProvider>().GetSwagger(language.Document);
        using var text = new StringWriter { NewLine = "\n" };
        document.SerializeAsV31(new OpenApiJsonWriter(text, new OpenApiJsonWriterSettings { Terse = true }));
        var whole = text.ToString();
        var parsed = JsonNode.Parse(whole)!.AsObject();
        var page = new PageDocument(parsed);
        return new Rendition(
            Json(whole),
            Json(AsyncDocument.Of(parsed, wording).ToJsonString(Compact)),
            Json(page.TableOfContents().ToJsonString(Compact)),
            new ServedFile(RefusalsPage.Of(parsed, wording), "text/html", language.Code),
            page.Operations(statuses =>
                    wording.Say(
                        "Refused, with the body `Problem`: {0}. [What each means]({1}).",
                        statuses,
                        language.RefusalsPath
                    )
                )
                .ToDictionary(
                    part => part.Id,
                    part => Json(part.Operation.ToJsonString(Compact)),
                    StringComparer.Ordinal
                ),
            new Lazy<IReadOnlyDictionary<string, QueryTool>>(() => QueryTool.AllOf(JsonNode.Parse(whole)!.AsObject()))
        );

        ServedFile Json(string content) => new(content, RequestBody.Json, language.Code);
    }

    /// <param name="Whole">The OpenAPI 3.1 document.</param>
    /// <param name="Events">The AsyncAPI document.</param>
    /// <param name="Contents">What the page reads first.</param>
    /// <param name="Refusals">The page that explains the refusals.</param>
    /// <param name="Operations">What the page reads of an operation that is opened, by its id.</param>
    /// <param name="Tools">The reading operations as tools, by their ids.</param>
    private sealed record Rendition(
        ServedFile Whole,
        ServedFile Events,
        ServedFile Contents,
        ServedFile Refusals,
        IReadOnlyDictionary<string, ServedFile> Operations,
        Lazy<IReadOnlyDictionary<string, QueryTool>> Tools
    );
}
