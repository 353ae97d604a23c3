using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MethodCenter.Api.Tests.Office.Imports;

/// <summary>
/// Ten thousand rows with thirty-seven planted faults: exactly those are reported, each with what to do.
/// </summary>
public sealed partial class FaultTests
{
    private const int Rows = 10_000;
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static readonly string[] Columns =
    [
        "key",
        "lastName",
        "firstName",
        "patronymic",
        "birthDate",
        "snils",
        "organisation",
        "position",
        "rate",
        "from",
    ];

    /// <summary>
    /// Row of the sheet, column (null: the whole row), what is written there, and the code that must be reported.
    /// </summary>
    private static readonly (int Row, string? Column, string Cell, string Code)[] Faults =
    [
        (101, "from", Text("31.02.2015"), "import.not-a-day"),
        (202, "from", Text("2015-13-01"), "import.not-a-day"),
        (303, "birthDate", Text("вчера"), "import.not-a-day"),
        (404, "birthDate", Text("00.00.0000"), "import.not-a-day"),
        (505, "birthDate", Text("01.01.2030"), "employee.impossible-birth-date"),
        (606, "organisation", Text("Заречная СОШ"), "import.unknown-reference"),
        (707, "organisation", Text("Лицей"), "import.unknown-reference"),
        (808, "organisation", Text("school-99"), "import.unknown-reference"),
        (909, "organisation", Text("—"), "import.unknown-reference"),
        (1010, "organisation", Text("12"), "import.ambiguous-reference"),
        (1111, null, "", "import.duplicate"),
        (1212, null, "", "import.duplicate"),
        (1313, null, "", "import.duplicate"),
        (1414, null, "", "import.duplicate"),
        (1515, "snils", Text("112-233-445 96"), "employee.invalid-snils"),
        (1616, "snils", Text("11223344595 1"), "employee.invalid-snils"),
        (1717, "snils", Text("нет"), "employee.invalid-snils"),
        (1818, "snils", Text("000-000-000 00"), "employee.invalid-snils"),
        (1919, "snils", Text("1122334459"), "employee.invalid-snils"),
        (2020, "lastName", Text("Èâàíîâà"), "import.garbled"),
        (2121, "lastName", Text("Ïåòðîâà"), "import.garbled"),
        (2222, "firstName", Text("Ìàðèÿ"), "import.garbled"),
        (2323, "patronymic", Text("Ñåðãååâíà"), "import.garbled"),
        (3001, "organisation", "", "import.merged"),
        (3002, "organisation", "", "import.merged"),
        (3101, "organisation", "", "import.merged"),
        (3102, "organisation", "", "import.merged"),
        (4001, "rate", "<c r=\"I4001\"><f>0.5+0.5</f><v>1</v></c>", "import.formula"),
        (4002, "rate", "<c r=\"I4002\"><f>1*1</f><v>1</v></c>", "import.formula"),
        (4003, "rate", "<c r=\"I4003\"><f>SUM(1)</f><v>1</v></c>", "import.formula"),
        (5001, "rate", Text("0,5"), "import.number-as-text"),
        (5002, "rate", Text("1"), "import.number-as-text"),
        (5003, "rate", Text("1.25"), "import.number-as-text"),
        (6001, "from", "<c r=\"J6001\"><v>42248</v></c>", "import.date-as-serial"),
        (6002, "from", "<c r=\"J6002\"><v>42249</v></c>", "import.date-as-serial"),
        (6003, "from", "<c r=\"J6003\"><v>42250</v></c>", "import.date-as-serial"),
        (Rows + 2, null, "", "import.empty-rows"),
    ];

    [Fact]
    public async Task Exactly_the_planted_faults_are_told_and_each_says_what_to_do()
    {
        Faults.Length.ShouldBe(37);
        var service = await TestService.SharedAsync(by: SharedBy.Imports);
        var world = await World.CreateAsync(service);
        await world.OrganisationAsync();
        foreach (
            var (code, name, kind) in new[]
            {
                ("s12", "СОШ № 12", "secondarySchool"),
                ("k12", "ДОУ № 12", "kindergarten"),
            }
        )
        {
            var body = new
            {
                code,
                shortName = name,
                kind,
                number = "12",
            };
            (await world.Api.PostAsync("/organisations", body)).Expect(HttpStatusCode.Created);
        }

        var file = Workbook();
        var sent = await Imports.SendAsync(world.Api, "/imports/employees?mode=validRows&source=test", file, Xlsx);
        var import = await Imports.EndAsync(world.Api, sent.Expect(HttpStatusCode.Accepted).Id);
        ((string?)import["state"]).ShouldBe("succeeded", import.ToJsonString());
        var findings = await Imports.FindingsAsync(world.Api, import);
        findings
            .Select(finding => ((int)finding["row"]!, (string?)finding["column"], (string)finding["code"]!))
            .Order()
            .ShouldBe(Faults.Select(fault => (fault.Row, fault.Column, fault.Code)).Order());
        foreach (var finding in findings)
        {
            RussianSentence().IsMatch((string)finding["message"]!).ShouldBeTrue(finding.ToJsonString());
        }

        var refused = Faults.Count(fault => Refuses(fault.Code));
        ((int)import["counts"]!["refused"]!).ShouldBe(refused);
        ((int)import["counts"]!["created"]!).ShouldBe(Rows - refused);
        (await world.RowsAsync("employees")).ShouldBe(Rows - refused);
        await FilesAsync(world, import, file);
    }

    /// <summary>The same as files: a list, and what was sent with the findings beside its rows.</summary>
    private static async Task FilesAsync(World world, JsonNode import, byte[] original)
    {
        var client = world.Api;
        var path = $"/operations/{(string?)import["id"]}/file";
        var list = (await client.GetAsync(path)).Expect(HttpStatusCode.OK).Text;
        list.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(Faults.Length + 1);
        list.ShouldContain("31.02.2015");
        using var request = client.Request(HttpMethod.Get, $"{path}?layout=annotated");
        using var answer = await client.Http.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe(Xlsx);
        await using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        var sheet = zip.Entries.Single(entry => entry.FullName.EndsWith("sheet1.xml", StringComparison.Ordinal));
        using var reader = new StreamReader(await sheet.OpenAsync());
        var xml = await reader.ReadToEndAsync();
        xml.ShouldContain("Это не дата. Запишите её как 31.12.2025.");
        xml.ShouldContain("Иванова");
        original.Length.ShouldBeGreaterThan(0);
    }

    private static bool Refuses(string code) =>
        code
            is not (
                "import.merged"
                or "import.formula"
                or "import.number-as-text"
                or "import.date-as-serial"
                or "import.empty-rows"
            );

    private static byte[] Workbook()
    {
        var faults = Faults.ToLookup(fault => fault.Row);
        var rows = new StringBuilder("<row r=\"1\">");
        foreach (var header in Imports.Header.Split(';'))
        {
            rows.Append(Text(header));
        }

        rows.Append("</row>");
        for (var row = 2; row <= Rows + 1; row++)
        {
            // A duplicate is the row above once more.
            var number = faults[row].Any(fault => fault.Code == "import.duplicate") ? row - 1 : row;
            var cells = Imports.Row(number).Split(';').Select((value, place) => Cell(value, place, row)).ToArray();
            foreach (var (_, column, cell, code) in faults[row].Where(fault => fault.Column is not null))
            {
                cells[Array.IndexOf(Columns, column)] = code == "import.merged" ? "" : cell;
            }

            rows.Append(CultureInfo.InvariantCulture, $"<row r=\"{row}\">").AppendJoin("", cells).Append("</row>");
        }

        for (var row = Rows + 2; row < Rows + 40; row++)
        {
            rows.Append(CultureInfo.InvariantCulture, $"<row r=\"{row}\"><c r=\"A{row}\"/><c r=\"B{row}\"/></row>");
        }

        return Workbooks.Of(
            rows.ToString(),
            "<mergeCells count=\"2\"><mergeCell ref=\"G3000:G3002\"/><mergeCell ref=\"G3100:G3102\"/></mergeCells>"
        );
    }

    private static string Cell(string value, int place, int row) =>
        Columns[place] == "rate"
            ? $"<c r=\"I{row}\"><v>1</v></c>"
            : Text(value).Replace("<c ", $"<c r=\"{(char)('A' + place)}{row}\" ", StringComparison.Ordinal);

    private static string Text(string value) =>
        $"<c t=\"inlineStr\"><is><t>{SecurityElement.Escape(value)}</t></is></c>";

    [GeneratedRegex(@"^[А-ЯЁ«].*[а-яё].*[.»]$", RegexOptions.Singleline)]
    private static partial Regex RussianSentence();
}
