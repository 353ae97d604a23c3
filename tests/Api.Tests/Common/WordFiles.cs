using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace MethodCenter.Api.Tests.Common;

/// <summary>Papers as a client gets them.</summary>
internal static partial class WordFiles
{
    /// <summary>The text of a Word document, and how many pictures it has.</summary>
    public static async Task<(string Text, int Pictures, string Name)> WordAsync(this ApiClient client, string path)
    {
        using var request = client.Request(HttpMethod.Get, path);
        using var response = await client.Http.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        );
        using var file = new ZipArchive(await response.Content.ReadAsStreamAsync());
        using var reader = new StreamReader(file.GetEntry("word/document.xml")!.Open(), Encoding.UTF8);
        var text = WebUtility.HtmlDecode(Tag().Replace(await reader.ReadToEndAsync(), ""));
        var pictures = file.Entries.Count(entry => entry.Name.EndsWith(".png", StringComparison.OrdinalIgnoreCase));
        return (text, pictures, response.Content.Headers.ContentDisposition!.FileNameStar!);
    }

    /// <summary>The text of a page for printing.</summary>
    public static async Task<string> PageAsync(this ApiClient client, string path)
    {
        var page = (await client.GetAsync(path + "?format=html")).Expect(HttpStatusCode.OK);
        return WebUtility.HtmlDecode(page.Text);
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
