using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MethodCenter.Api.OpenApi;

/// <summary>The refusals that operations share, on one page: status, meaning, an example.</summary>
internal static class RefusalsPage
{
    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(JsonObject document, Wording wording)
    {
        var title = WebUtility.HtmlEncode(wording.Say("Refusals"));
        var page = new StringBuilder()
            .Append(
                CultureInfo.InvariantCulture,
                $"<!DOCTYPE html><html lang=\"{wording.Language.Code}\"><head><meta charset=\"utf-8\"><title>MethodCenter: {title}</title>"
            )
            .Append("<style>body{font:16px/1.5 sans-serif;margin:2em auto;max-width:52em;padding:0 1em}")
            .Append("pre{background:#f3f4f6;overflow-x:auto;padding:1em}</style></head><body>")
            .Append(CultureInfo.InvariantCulture, $"<h1>{title}</h1>");
        foreach (
            var response in document["components"]!["responses"]!
                .AsObject()
                .Select(response => response.Value!)
                .OrderBy(response => (int)ExampleOf(response)["status"]!)
        )
        {
            var example = ExampleOf(response);
            page.Append(
                    CultureInfo.InvariantCulture,
                    $"<h2 id=\"{(int)example["status"]!}\">{(int)example["status"]!} – {Text(response["description"])}</h2>"
                )
                .Append(
                    CultureInfo.InvariantCulture,
                    $"<pre>{WebUtility.HtmlEncode(example.ToJsonString(Layout))}</pre>"
                );
        }

        return page.Append("</body></html>").ToString();
    }

    private static JsonNode ExampleOf(JsonNode response) => response["content"]![Problems.MediaType]!["example"]!;

    private static string Text(JsonNode? text) => WebUtility.HtmlEncode((string)text!);
}
