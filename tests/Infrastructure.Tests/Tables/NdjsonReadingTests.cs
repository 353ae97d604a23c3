using System.Text;
using MethodCenter.Application.Common.Tables;

namespace MethodCenter.Infrastructure.Tests.Tables;

/// <summary>Lines of JSON: what programs send.</summary>
public sealed class NdjsonReadingTests
{
    [Fact]
    public async Task Values_keep_their_kinds_and_order_does_not_matter()
    {
        var table = await Files.ReadNdjsonAsync(
            """
            {"name":" Иванова ","hours":72,"active":true,"rate":1.50}

            {"active":false,"rate":null,"name":"Петров \"Пётр\"","hours":"72"}
            {"hours":1e3}
            """,
            "name",
            "hours",
            "active",
            "rate"
        );

        table.Header.ShouldBe(["name", "hours", "active", "rate"]);
        table.HeaderRow.ShouldBe(0);
        table.Texts.ShouldBe([
            ["Иванова", "72", "true", "1.50"],
            ["Петров \"Пётр\"", "72", "false", ""],
            ["", "1000", "", ""],
        ]);
        table.Cell(1, "name").Marks.ShouldBe(CellMarks.FromText);
        table.Cell(1, "hours").Marks.ShouldBe(CellMarks.Number);
        table.Cell(1, "active").Marks.ShouldBe(CellMarks.Boolean);
        table.Cell(3, "hours").Marks.ShouldBe(CellMarks.FromText);
        table.Cell(3, "rate").ShouldBe(Cell.Empty);
        table.Rows.Select(row => (row.Number, row.IsEmpty)).ShouldBe([(1, false), (2, true), (3, false), (4, false)]);
    }

    [Theory]
    [InlineData("""{"name":"x",}""", "table.malformed-json")]
    [InlineData("""{"name":"x" """, "table.malformed-json")]
    [InlineData("""{"name":"x"} {"name":"y"}""", "table.malformed-json")]
    [InlineData("""{"name":"\ud800"}""", "table.malformed-json")]
    [InlineData("""{"name":'x'}""", "table.malformed-json")]
    [InlineData("""// comment""", "table.malformed-json")]
    [InlineData("""[1]""", "table.not-an-object")]
    [InlineData("""42""", "table.not-an-object")]
    [InlineData("""{"name":{"a":1}}""", "table.nested-value")]
    [InlineData("""{"name":[1]}""", "table.nested-value")]
    [InlineData("""{"names":"x"}""", "table.unknown-member")]
    [InlineData("""{"Name":"x"}""", "table.unknown-member")]
    [InlineData("""{"name":"x","name":"y"}""", "table.repeated-member")]
    [InlineData("""{"name":null,"name":null}""", "table.repeated-member")]
    [InlineData("""{"name":"a\u0000b"}""", "table.control-character")]
    public async Task A_wrong_line_is_unreadable_and_the_others_are_read(string line, string code)
    {
        var table = await Files.ReadNdjsonAsync(
            $"{{\"name\":\"до\"}}\n{line}\n{{\"name\":\"после\"}}\n",
            "name",
            "age"
        );

        table.Rows[1].Unreadable!.Code.ShouldBe(code);
        table.Rows[1].Number.ShouldBe(2);
        table.Texts.Select(row => row[0]).ShouldBe(["до", "после"]);
    }

    [Fact]
    public async Task A_line_that_is_not_UTF_8_is_unreadable()
    {
        byte[] content = [.. "{\"name\":\""u8, .. Files.In1251("Иванова"), .. "\"}\n{\"name\":\"Пётр\"}\n"u8];

        var table = await Files.ReadAsync(content, TableFormat.Ndjson, ["name"]);

        table.Rows[0].Unreadable!.Code.ShouldBe("table.not-utf8");
        table.Texts.ShouldBe([
            ["Пётр"],
        ]);
    }

    [Fact]
    public async Task A_mark_and_Windows_line_ends_are_harmless()
    {
        byte[] content = [0xEF, 0xBB, 0xBF, .. "{\"name\":\"а\"}\r\n\r\n{\"name\":\"б\"}"u8];

        (await Files.ReadAsync(content, TableFormat.Ndjson, ["name"])).Texts.ShouldBe([
            ["а"],
            ["б"],
        ]);
    }

    [Fact]
    public async Task An_array_is_refused_with_advice() =>
        (await Files.RefusalAsync("\n [ {\"name\":1} ]"u8.ToArray(), TableFormat.Ndjson)).Code.ShouldBe(
            "table.json-array"
        );

    [Fact]
    public async Task An_unknown_member_is_named_with_the_known_ones()
    {
        var error = (await Files.ReadNdjsonAsync("""{"nmae":1}""", "name", "age")).Rows[0].Unreadable!;

        error.Params["member"].ShouldBe("nmae");
        error.Params["known"].ShouldBe("name, age");
    }

    [Fact]
    public async Task A_line_longer_than_the_limit_ends_the_reading()
    {
        var text = $"{{\"name\":\"а\"}}\n{{\"name\":\"{new string('x', 70_000)}\"}}\n";

        var (broken, rows) = await Files.BreakAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), TableFormat.Ndjson);

        broken.Error.Code.ShouldBe("table.record-too-long");
        broken.Row.ShouldBe(2);
        rows.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_line_of_two_gigabytes_costs_no_memory()
    {
        await using var content = new MadeUpStream(2L * 1024 * 1024 * 1024, _ => (byte)'{');
        var before = GC.GetAllocatedBytesForCurrentThread();

        var (broken, _) = await Files.BreakAsync(content, TableFormat.Ndjson);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(4 * 1024 * 1024);
        broken.Row.ShouldBe(1);
    }

    [Fact]
    public async Task Lines_across_the_end_of_a_block_stay_whole()
    {
        var text = new StringBuilder();
        for (var row = 0; row < 20_000; row++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{{\"name\":\"Щука {row}\"}}\n");
        }

        var table = await Files.ReadNdjsonAsync(text.ToString(), "name");

        table.Texts.Select(row => row[0]).ShouldBe(Enumerable.Range(0, 20_000).Select(row => $"Щука {row}"));
    }
}
