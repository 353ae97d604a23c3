using System.IO.Compression;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using MethodCenter.Api.Tests.Demo;
using MethodCenter.Api.Tests.Security;

namespace MethodCenter.Api.Tests.Office.Reports;

/// <summary>Every workbook of the service as it comes out of the printer: pages, repeated headers, no text cut.</summary>
[Collection(DemoGroup.Name)]
public sealed partial class PrintedWorkbookTests(DemoService demo)
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string Centre = "Информационно-методический центр Центрального района Санкт-Петербурга";

    /// <summary>However long the texts are, so many rows stand on a page of a long list.</summary>
    private const int FewestRows = 20;

    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    [Fact]
    public async Task Every_report_is_printed_whole()
    {
        var books = await ReportsAsync();
        books.Count.ShouldBeGreaterThanOrEqualTo(16);
        var printed = await OfficeSuite.PrintAsync(
            books.ToDictionary(book => book.Key, book => book.Value.Content),
            ".xlsx",
            TestContext.Current.CancellationToken
        );

        foreach (var (id, (content, name)) in books)
        {
            CheckSetup(id, content);
            var pages = printed[id];
            pages.Count.ShouldBeInRange(1, MostPages(content), id);
            pages[0].ShouldContain("Составлен:", customMessage: id);
            Squeeze(pages[0]).ShouldContain(Squeeze(Centre), customMessage: id);
            pages[0].ShouldContain("Что посчитано:", customMessage: id);
            Digits().IsMatch(pages[0]).ShouldBeTrue($"{id}: a day or a year in its head");
            CheckTable(id, content);
            CheckWords(id, content, pages);
            name.ShouldMatch(@"^[А-ЯЁ][^/\\:*?""<>|]+ \(\d\d\.\d\d\.\d{4}\)\.xlsx$", id);
        }

        // What the centre publishes on one page is printed on one.
        printed["GetAttestationReport"].Count.ShouldBe(1);
        books["GetCourseReport"].Name.ShouldStartWith("Отчёт о курсах учебного года 20");
    }

    [Fact]
    public async Task Every_export_and_every_template_is_printed_whole()
    {
        var books = new Dictionary<string, (byte[] Content, string Name)>(StringComparer.Ordinal);
        var datasets = (await demo.SpbCentral.GetAsync("/imports")).Expect(HttpStatusCode.OK);
        foreach (var one in datasets["items"]!.AsArray())
        {
            var dataset = (string)one!["name"]!;
            if ((bool)one["mayImport"]!)
            {
                books[$"{dataset}-template"] = await FileAsync($"/imports/{dataset}/template?format=xlsx", null);
            }

            // Thousands of rows tell no more of a page than the first school's.
            var filter = dataset == "employees" ? $"&organisationId={await SchoolAsync()}" : "";
            books[dataset] = await FileAsync($"/exports/{dataset}?format=xlsx{filter}", null);
        }

        var printed = await OfficeSuite.PrintAsync(
            books.ToDictionary(book => book.Key, book => book.Value.Content),
            ".xlsx",
            TestContext.Current.CancellationToken
        );

        foreach (var (id, (content, name)) in books)
        {
            CheckSetup(id, content);
            CheckWords(id, content, printed[id]);
            name.ShouldMatch("^[А-ЯЁ].+( на 22.11.2026|, шаблон).xlsx$", id);
            if (!id.EndsWith("template", StringComparison.Ordinal))
            {
                printed[id].ShouldAllBe(page => Squeeze(page).Contains("на22.11.2026", StringComparison.Ordinal), id);
            }
        }
    }

    private async Task<Dictionary<string, (byte[] Content, string Name)>> ReportsAsync()
    {
        var school = await SchoolAsync();
        var books = new Dictionary<string, (byte[], string)>(StringComparer.Ordinal);
        foreach (
            var report in (await Operation.AllAsync(demo.Service)).Where(one =>
                one.Method == HttpMethod.Get && one.Path.Contains("/reports/", StringComparison.Ordinal)
            )
        )
        {
            if (!((JsonObject)report.Shape["responses"]!["200"]!["content"]!).ContainsKey(Xlsx))
            {
                continue;
            }

            var required = report
                .Parameters.Where(one => (string?)one["in"] == "query" && (bool?)one["required"] == true)
                .Select(one => $"{(string?)one["name"]}={Uri.EscapeDataString(one["example"]!.ToString())}");
            var path = report.Path.Replace("{organisationId}", school, StringComparison.Ordinal);
            books[report.Id] = await FileAsync($"{path}?{string.Join('&', required)}".TrimEnd('?'), Xlsx);
        }

        return books;
    }

    private async Task<string> SchoolAsync() =>
        (string)(await demo.SpbCentral.GetAsync("/organisations?q=spb-s155&limit=1"))["items.0.id"]!;

    private async Task<(byte[] Content, string Name)> FileAsync(string path, string? accept)
    {
        using var client = demo.SpbCentral;
        using var request = accept is null
            ? client.Request(HttpMethod.Get, path)
            : client.Request(HttpMethod.Get, path, ("Accept", accept));
        using var answer = await client.Http.SendAsync(request, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        return (
            await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken),
            answer.Content.Headers.ContentDisposition!.FileNameStar!
        );
    }

    private static int MostPages(byte[] content)
    {
        var book = ReadWorkbook.Of(content);
        return book.Sheets.Sum(sheet => 1 + (book.Rows(sheet).Count / FewestRows));
    }

    /// <summary>Every sheet says how it is printed; every table repeats its header.</summary>
    private static void CheckSetup(string id, byte[] content)
    {
        using var archive = new ZipArchive(new MemoryStream(content));
        var sheets = archive
            .Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal))
            .Select(entry => Part(entry))
            .ToList();
        foreach (var sheet in sheets)
        {
            var widths = sheet.Descendants(Main + "col").Sum(column => (double)column.Attribute("width")!);
            var setup = sheet.Element(Main + "pageSetup")!;
            ((string?)setup.Attribute("orientation")).ShouldBe(widths > 100 ? "landscape" : "portrait", id);
            ((int?)setup.Attribute("fitToWidth")).ShouldBe(1, id);
            ((int?)setup.Attribute("paperSize")).ShouldBe(9, id);
        }

        var titles = Part(archive.GetEntry("xl/workbook.xml")!)
            .Descendants(Main + "definedName")
            .Count(name => (string?)name.Attribute("name") == "_xlnm.Print_Titles");
        titles.ShouldBe(sheets.Count(sheet => sheet.Descendants(Main + "pane").Any()), id);
    }

    /// <summary>Cells of a table have borders; titles, which are longer than their columns, stand in merged rows.</summary>
    private static void CheckTable(string id, byte[] content)
    {
        using var archive = new ZipArchive(new MemoryStream(content));
        var borders = Part(archive.GetEntry("xl/styles.xml")!)
            .Element(Main + "cellXfs")!
            .Elements()
            .Select(style => (int?)style.Attribute("borderId") > 0)
            .ToList();
        foreach (
            var sheet in archive
                .Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal))
                .Select(Part)
                .Where(sheet => sheet.Descendants(Main + "pane").Any())
        )
        {
            sheet.Descendants(Main + "mergeCell").ShouldNotBeEmpty(id);
            sheet
                .Descendants(Main + "c")
                .Count(cell => (int?)cell.Attribute("s") is { } style && borders[style])
                .ShouldBeGreaterThan(1, id);
        }
    }

    /// <summary>Each word of each cell stands on the pages as often as in the cells; so nothing is cut or hidden.</summary>
    private static void CheckWords(string id, byte[] content, IReadOnlyList<string> pages)
    {
        pages.ShouldAllBe(page => !page.Contains("###", StringComparison.Ordinal), id);
        var onPaper = Count(pages.SelectMany(Words));
        using var archive = new ZipArchive(new MemoryStream(content));
        var inCells = Count(
            archive
                .Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal))
                .SelectMany(entry => Part(entry).Descendants(Main + "t"))
                .SelectMany(text => Words(text.Value))
        );
        var lost = inCells
            .Where(word => word.Value > onPaper.GetValueOrDefault(word.Key))
            .Select(word => $"{word.Key} {word.Value} {onPaper.GetValueOrDefault(word.Key)}");
        lost.ShouldBeEmpty(id);
    }

    private static Dictionary<string, int> Count(IEnumerable<string> words) =>
        words.GroupBy(word => word, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count());

    /// <summary>Words of letters that no column is too narrow for.</summary>
    private static IEnumerable<string> Words(string text) =>
        Letters().Matches(text).Select(match => match.Value).Where(word => word.Length is > 3 and <= 20);

    private static string Squeeze(string text) => Spaces().Replace(text, "");

    private static XElement Part(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        return XElement.Load(stream);
    }

    [GeneratedRegex(@"[\p{L}]+")]
    private static partial Regex Letters();

    [GeneratedRegex(@"\d\d\.\d\d\.\d{4}|\d{4}[-–/]\d{4}|\d{4}")]
    private static partial Regex Digits();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
