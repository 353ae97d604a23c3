using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MethodCenter.Api.Tests.Office.Imports;

/// <summary>What people and attackers send instead of a table: each time a clear answer, and nothing is stored.</summary>
public sealed partial class BadFileTests(BadFileService scenario) : IClassFixture<BadFileService>
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string Header = "Ключ;Фамилия;Имя;Организация;Должность;Работает с";
    private const string Row = "1;Иванова;Анна;school-1;Учитель;01.09.2015";

    private static IEnumerable<(string What, byte[] File, string Type, string Code)> Files()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var staff = $"{Header}\r\n{Row}\r\n";
        yield return ("only headers", Encoding.UTF8.GetBytes(Header), "text/csv", "import.empty");
        yield return ("UTF-16", Encoding.Unicode.GetBytes(staff), "text/csv", "table.not-text");
        yield return ("code page 866", Encoding.GetEncoding(866).GetBytes(staff), "text/csv", "import.unknown-header");
        yield return ("KOI8-R", Encoding.GetEncoding("koi8-r").GetBytes(staff), "text/csv", "import.unknown-header");
        yield return ("bars", Encoding.UTF8.GetBytes(staff.Replace(';', '|')), "text/csv", "table.unknown-separator");
        yield return ("a picture", [0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 0x0D, 1, 2, 3, 0], "text/csv", "table.not-text");
        yield return ("another table", "Дата;Сумма\r\n1;2\r\n"u8.ToArray(), "text/csv", "import.unknown-header");
        yield return (
            "a web page",
            "<html><body><table><tr><td>1</td></tr></table>"u8.ToArray(),
            "text/csv",
            "import.unknown-header"
        );
        yield return (
            "no column of names",
            "Ключ;Имя;Организация\r\n1;Анна;school-1\r\n"u8.ToArray(),
            "text/csv",
            "import.missing-columns"
        );
        yield return (
            "a column twice",
            "Фамилия;Имя;Фамилия;Организация\r\nа;б;в;г\r\n"u8.ToArray(),
            "text/csv",
            "import.column-twice"
        );
        yield return (
            "a quote without end",
            Encoding.UTF8.GetBytes($"{Header}\r\n1;\"Иванова;Анна;a;b;c\r\n"),
            "text/csv",
            "table.unclosed-quote"
        );
        yield return (
            "an array of JSON",
            "[{\"lastName\":\"Иванова\"}]"u8.ToArray(),
            "application/x-ndjson",
            "table.json-array"
        );
        yield return ("no workbook", "PK\u0003\u0004 and nothing else"u8.ToArray(), Xlsx, "table.damaged");
        yield return ("zip bomb", Bomb(), Xlsx, "table.suspicious-ratio");
        yield return (
            "one line of 60 MB",
            Encoding.UTF8.GetBytes($"{Header}\r\n{new string('x', 60_000_000)}"),
            "text/csv",
            "table.record-too-long"
        );
    }

    public static TheoryData<string> Broken => [.. Files().Select(file => file.What)];

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_file_that_cannot_be_read_says_why(string what)
    {
        var (_, file, type, code) = Files().Single(file => file.What == what);
        var before = await scenario.StoredAsync();
        foreach (var mode in new[] { "dryRun", "allOrNothing", "validRows" })
        {
            var sent = await Imports.SendAsync(scenario.Api, $"/imports/employees?mode={mode}&source=test", file, type);
            var operation = await Imports.EndAsync(scenario.Api, sent.Expect(HttpStatusCode.Accepted).Id);
            ((string?)operation["state"]).ShouldBe("failed", operation.ToJsonString());
            ((string?)operation["error"]!["code"]).ShouldBe(code, operation.ToJsonString());
            RussianSentence().IsMatch((string)operation["error"]!["message"]!).ShouldBeTrue(operation.ToJsonString());
        }

        (await scenario.StoredAsync()).ShouldBe(before);
    }

    [Theory]
    [InlineData("", "text/csv", "import.empty")]
    [InlineData("x", "text/html", "request.unsupported-media-type")]
    [InlineData("x", null, "request.unsupported-media-type")]
    public async Task A_file_that_is_none_is_refused_at_once(string content, string? type, string code)
    {
        var body = new ByteArrayContent(Encoding.UTF8.GetBytes(content));
        body.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);

        var answer = await scenario.Api.SendAsync(HttpMethod.Post, "/imports/employees", body);

        answer.ErrorCode.ShouldBe(code);
        answer.Code.ShouldBeInRange(400, 499);
    }

    /// <summary>Two gigabytes without a line end, sent without saying how much it will be.</summary>
    [Fact]
    public async Task More_than_the_limit_is_refused_before_it_has_all_come()
    {
        var before = await scenario.StoredAsync();
        var sent = new Endless();
        var body = new StreamContent(sent);
        body.Headers.ContentType = MediaTypeHeaderValue.Parse("text/csv");

        var answer = await scenario.SendAsync("/imports/employees", body);

        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain(
            "request.too-large"
        );
        sent.Given.ShouldBeLessThan(BadFileService.FileBytes * 2);
        (await scenario.StoredAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_header_in_another_order_and_language_is_understood()
    {
        var csv = "position,from,organisation,firstName,Last name,key\nучитель,2015-09-01,school-1,Анна,Заказова,h-1\n";

        var outcome = await Imports.RunAsync(scenario.Api, csv, "dryRun");

        ((int)outcome["counts"]!["created"]!).ShouldBe(1, outcome.ToJsonString());
        ((int)outcome["counts"]!["problems"]!).ShouldBe(0);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>", "lastName", "import.markup")]
    [InlineData("<b>Иванова</b>", "lastName", "import.markup")]
    [InlineData("Иван\u0007ова", null, "table.control-character")]
    public async Task Markup_and_control_characters_are_refused_at_their_row(string name, string? column, string code)
    {
        var before = await scenario.StoredAsync();

        var import = await Imports.RunAsync(scenario.Api, $"{Header}\r\n{Row.Replace("Иванова", name)}", "validRows");

        var finding = (await Imports.FindingsAsync(scenario.Api, import)).ShouldHaveSingleItem();
        ((string?)finding["code"]).ShouldBe(code);
        ((int)finding["row"]!).ShouldBe(2);
        ((string?)finding["column"]).ShouldBe(column);
        (await scenario.StoredAsync()).ShouldBe(before);
    }

    /// <summary>Schools, people and keys of another centre are not there.</summary>
    [Fact]
    public async Task Keys_of_another_centre_mean_nothing_here()
    {
        var before = await scenario.StoredAsync();

        var school = await Imports.RunAsync(
            scenario.Api,
            $"{Header}\r\n{Row.Replace("school-1", "foreign-1")}",
            "validRows"
        );
        var learner = await Imports.RunAsync(
            scenario.Api,
            "Ключ курса;Ключ работника;Дата зачисления\r\ncourse-1;foreign-person;01.10.2026\r\n",
            "validRows",
            "enrolments"
        );

        (await Imports.FindingsAsync(scenario.Api, school))
            .Select(finding => $"{finding["column"]} {finding["code"]}")
            .ShouldBe(["organisation import.unknown-reference"]);
        (await Imports.FindingsAsync(scenario.Api, learner))
            .Select(finding => $"{finding["column"]} {finding["code"]}")
            .ShouldBe(["courseKey import.unknown-reference", "employeeKey employee.unknown"], ignoreOrder: true);
        (await scenario.StoredAsync()).ShouldBe(before);
    }

    private static byte[] Bomb() =>
        new Workbooks { Packing = CompressionLevel.SmallestSize }
            .Sheet("а", new string(' ', 40 * 1024 * 1024))
            .Save();

    [GeneratedRegex(@"^[А-ЯЁ«].*[а-яё].*[.»]$", RegexOptions.Singleline)]
    private static partial Regex RussianSentence();

    /// <summary>As long as somebody reads.</summary>
    private sealed class Endless : Stream
    {
        private const long Most = 2L * 1024 * 1024 * 1024;

        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => Given;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, Most - Given);
            buffer.AsSpan(offset, read).Fill((byte)'x');
            Given += read;
            return read;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}

/// <summary>A centre with one school, and another centre with a school and a person whose keys it does not know.</summary>
public sealed class BadFileService : IAsyncLifetime
{
    public const long FileBytes = 64L * 1024 * 1024;
    private static readonly string[] Kept = ["employees", "employments", "external_keys", "enrolments", "changes"];
    private TestService _service = null!;

    internal ApiClient Api { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _service = await TestService.StartAsync(
            settings: new Dictionary<string, string?> { ["Imports:FileBytes"] = $"{FileBytes}" }
        );
        var world = await World.CreateAsync(_service);
        await world.OrganisationAsync();
        var other = await World.CreateAsync(_service, "other");
        await other.OrganisationAsync("foreign-1", "Чужая СОШ");
        var staff = Imports.StaffList(1, organisation: "foreign-1").Replace("00001;", "foreign-person;");
        JsonNode import = await Imports.RunAsync(other.Api, staff);
        ((string?)import["state"]).ShouldBe("succeeded");
        Api = world.Api;
    }

    /// <summary>Sends a body as it comes: the handlers of the usual client would gather it first.</summary>
    internal async Task<HttpResponseMessage> SendAsync(string path, HttpContent body)
    {
        using var client = _service.Server.CreateClient();
        using var request = Api.Request(HttpMethod.Post, path);
        request.Content = body;
        return await client.SendAsync(request);
    }

    /// <summary>Rows of the tables that an import writes.</summary>
    internal async Task<string> StoredAsync()
    {
        var rows = await _service.Database.CountRowsAsync();
        return string.Join(' ', Kept.Select(table => $"{table} {rows[table]}"));
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();
}
