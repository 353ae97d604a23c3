using System.IO.Compression;
using System.Text;
using MethodCenter.Application.Common.Tables;
using MethodCenter.Infrastructure.Tables;
using MethodCenter.TestKit;
using static MethodCenter.TestKit.Workbooks;

namespace MethodCenter.Infrastructure.Tests.Tables;

/// <summary>Files that are broken, protected or meant to do harm.</summary>
public sealed class XlsxDefenceTests
{
    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private static async Task<string> RefusalAsync(byte[] workbook, TableLimits? limits = null) =>
        (await Files.RefusalAsync(workbook, TableFormat.Xlsx, limits)).Code;

    private static byte[] WithSheet(string xml) =>
        new Workbooks().Sheet("а", "").Part("xl/worksheets/sheet1.xml", xml).Save();

    [Fact]
    public async Task What_is_no_workbook_is_refused_with_advice()
    {
        (await RefusalAsync([])).ShouldBe("table.not-excel");
        (await RefusalAsync("а;б\n1;2\n"u8.ToArray())).ShouldBe("table.not-excel");
        (await RefusalAsync([.. Ole, .. new byte[4096]])).ShouldBe("table.old-excel");
        (
            await RefusalAsync([.. Ole, .. new byte[70_000], .. Encoding.Unicode.GetBytes("EncryptedPackage"), 0])
        ).ShouldBe("table.encrypted");
        (
            await RefusalAsync(Zip([new("mimetype", "application/vnd.oasis.opendocument.spreadsheet"u8.ToArray())]))
        ).ShouldBe("table.not-excel");
    }

    [Fact]
    public async Task A_file_that_breaks_off_is_damaged()
    {
        var workbook = Of(Row(1, "а") + Row(2, "б"));

        (await RefusalAsync(workbook[..^10])).ShouldBe("table.damaged");
        (await RefusalAsync(workbook[..100])).ShouldBe("table.damaged");
    }

    [Fact]
    public async Task Rows_are_read_up_to_the_damage()
    {
        var rows = string.Concat(Enumerable.Range(1, 100).Select(row => Row(row, "а", "б")));
        var workbook = WithSheet($"<worksheet><sheetData>{rows}<row r=\"101\"><c");

        var (broken, read) = await Files.BreakAsync(new MemoryStream(workbook), TableFormat.Xlsx);

        broken.Error.Code.ShouldBe("table.damaged");
        broken.Row.ShouldBe(101);
        read.Count.ShouldBe(99);
    }

    [Theory]
    [InlineData("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>5</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>x</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\"><v>x</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"1A\"><v>1</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>")]
    [InlineData("<row r=\"0\"><c><v>1</v></c></row>")]
    [InlineData("<row r=\"2\"/><row r=\"2\"><c><v>1</v></c></row>")]
    [InlineData("<row r=\"1048577\"><c><v>1</v></c></row>")]
    [InlineData("<row r=\"1x\"><c><v>1</v></c></row>")]
    [InlineData("<row r=\"1\"><c t=\"inlineStr\"><is><t>&nbsp;</t></is></c></row>")]
    [InlineData("<row r=\"1\"><c t=\"inlineStr\"><is><t>&#xFFFFFFFF;</t></is></c></row>")]
    [InlineData("<row r=\"1\"><c t=\"inlineStr\"><is><t>&amp</t></is></c></row>")]
    [InlineData("<row r=\"1\"><c t=\"inlineStr\"><is><t><![CDATA[x]]></t></is></c></row>")]
    [InlineData("<row r=\"1\"><c t=\"d\"><v>вчера</v></c></row>")]
    [InlineData("<row r=\"1\"><c><v>1")]
    [InlineData("<row r=\"1\"><c><v>1</v></c></row><")]
    [InlineData("<><row")]
    [InlineData("<!-- ")]
    public async Task Nonsense_in_a_sheet_is_damage_and_no_crash(string rows) =>
        (await RefusalAsync(WithSheet($"<worksheet><sheetData>{rows}"))).ShouldBe("table.damaged");

    [Fact]
    public async Task Letters_that_are_no_UTF_8_are_damage()
    {
        byte[] sheet =
        [
            .. "<worksheet><sheetData><row><c t=\"str\"><v>"u8,
            0xC3,
            0x28,
            .. "</v></c></row></sheetData>"u8,
        ];
        (await RefusalAsync(new Workbooks().Sheet("а", "").Part("xl/worksheets/sheet1.xml", sheet).Save())).ShouldBe(
            "table.damaged"
        );
        (await RefusalAsync(WithSheet("<?xml version=\"1.0\" encoding=\"windows-1251\"?><worksheet/>"))).ShouldBe(
            "table.damaged"
        );
        byte[] wide = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("<worksheet><sheetData/></worksheet>")];
        (await RefusalAsync(new Workbooks().Sheet("а", "").Part("xl/worksheets/sheet1.xml", wide).Save())).ShouldBe(
            "table.damaged"
        );
    }

    [Theory]
    [InlineData("xl/worksheets/sheet1.xml")]
    [InlineData("xl/sharedStrings.xml")]
    [InlineData("xl/styles.xml")]
    [InlineData("xl/workbook.xml")]
    [InlineData("_rels/.rels")]
    public async Task A_document_type_is_refused_in_every_part(string part)
    {
        const string bomb =
            "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\">]><worksheet>&b;</worksheet>";

        (await RefusalAsync(new Workbooks().Sheet("а", Row(1, "а")).Part(part, bomb).Save())).ShouldBe(
            "table.unsafe-xml"
        );
    }

    [Fact]
    public async Task A_bomb_is_counted_while_it_is_unpacked()
    {
        var limits = new TableLimits { Unpacked = 1024 * 1024, RatioFrom = long.MaxValue };
        var workbook = WithSheet($"<worksheet><sheetData>{new string(' ', 2 * 1024 * 1024)}</sheetData></worksheet>");

        (await RefusalAsync(workbook, limits)).ShouldBe("table.too-large");
    }

    [Fact]
    public async Task A_bomb_is_known_by_its_ratio()
    {
        var spaces = new string(' ', 40 * 1024 * 1024);
        var workbook = new Workbooks { Packing = CompressionLevel.SmallestSize }
            .Sheet("а", spaces)
            .Save();

        workbook.Length.ShouldBeLessThan(300 * 1024);
        (await RefusalAsync(workbook)).ShouldBe("table.suspicious-ratio");
    }

    /// <summary>The archive says that the part is small.</summary>
    [Fact]
    public async Task A_declared_size_is_not_believed()
    {
        var workbook = WithSheet($"<worksheet><sheetData>{new string(' ', 2 * 1024 * 1024)}</sheetData></worksheet>");
        for (var at = 0; at < workbook.Length - 30; at++)
        {
            // The unpacked size in the directory, 24 bytes behind its signature.
            if (workbook.AsSpan(at).StartsWith("PK\x01\x02"u8))
            {
                BitConverter.TryWriteBytes(workbook.AsSpan(at + 24), 100u);
            }
        }

        // However the library takes it, no more than declared or than allowed comes out.
        var limits = new TableLimits { Unpacked = 1024 * 1024, RatioFrom = long.MaxValue };
        (await RefusalAsync(workbook, limits)).ShouldBeOneOf("table.too-large", "table.damaged");
    }

    [Fact]
    public async Task Too_many_files_are_refused_before_they_become_objects()
    {
        var parts = Enumerable.Range(0, 2_001).Select(index => new KeyValuePair<string, byte[]>($"p{index}", []));

        (await RefusalAsync(Zip(parts))).ShouldBe("table.too-many-entries");
    }

    [Fact]
    public async Task Damage_of_another_sheet_does_not_matter()
    {
        var workbook = new Workbooks()
            .Sheet("а", Row(1, "а") + Row(2, "1"))
            .Sheet("б", "")
            .Part("xl/worksheets/sheet2.xml", "<worksheet><sheetData><row><c")
            .Save();

        (await Files.ReadAsync(workbook, TableFormat.Xlsx)).Texts.ShouldBe([
            ["1"],
        ]);
    }

    [Theory]
    [InlineData(5, null)]
    [InlineData(2_001, "table.too-many-entries")]
    public async Task The_directory_of_a_large_archive_is_counted_too(int surplus, string? code)
    {
        var workbook = new Workbooks().Sheet("а", Row(1, "а") + Row(2, "1"));
        for (var index = 0; index < surplus; index++)
        {
            workbook.Part($"p{index}", "");
        }

        var large = Large(workbook.Save());

        if (code is null)
        {
            (await Files.ReadAsync(large, TableFormat.Xlsx)).Texts.ShouldBe([
                ["1"],
            ]);
        }
        else
        {
            (await RefusalAsync(large)).ShouldBe(code);
        }
    }

    /// <summary>The same archive with its directory named by the records of ZIP64 alone.</summary>
    private static byte[] Large(byte[] archive)
    {
        var end = archive.AsSpan().LastIndexOf("PK\x05\x06"u8);
        var record = new byte[56 + 20];
        "PK\x06\x06"u8.CopyTo(record);
        BitConverter.TryWriteBytes(record.AsSpan(4), 44L);
        BitConverter.TryWriteBytes(record.AsSpan(24), (long)BitConverter.ToUInt16(archive, end + 8));
        BitConverter.TryWriteBytes(record.AsSpan(32), (long)BitConverter.ToUInt16(archive, end + 10));
        BitConverter.TryWriteBytes(record.AsSpan(40), (long)BitConverter.ToUInt32(archive, end + 12));
        BitConverter.TryWriteBytes(record.AsSpan(48), (long)BitConverter.ToUInt32(archive, end + 16));
        "PK\x06\x07"u8.CopyTo(record.AsSpan(56));
        BitConverter.TryWriteBytes(record.AsSpan(64), (long)end);
        BitConverter.TryWriteBytes(record.AsSpan(72), 1);
        byte[] large = [.. archive[..end], .. record, .. archive[end..]];
        large.AsSpan(end + record.Length + 8, 12).Fill(0xFF);
        return large;
    }

    [Fact]
    public async Task Many_large_empty_sheets_are_looked_at_within_one_allowance()
    {
        var limits = new TableLimits { Unpacked = 1024 * 1024, RatioFrom = long.MaxValue };
        var workbook = new Workbooks();
        for (var sheet = 0; sheet < 20; sheet++)
        {
            workbook.Sheet($"Пустой {sheet}", new string(' ', 300 * 1024));
        }

        (await RefusalAsync(workbook.Sheet("Данные", Row(1, "а")).Save(), limits)).ShouldBe("table.empty");
        var first = new Workbooks().Sheet("Данные", Row(1, "а"));
        for (var sheet = 0; sheet < 20; sheet++)
        {
            first.Sheet($"Пустой {sheet}", new string(' ', 300 * 1024));
        }

        var table = await Files.ReadAsync(first.Save(), TableFormat.Xlsx, limits: limits);
        table.Header.ShouldBe(["а"]);
        // The one at which the allowance ended, and none behind it.
        table.Warnings.Single().Params["others"].ShouldBe("Пустой 3");
    }

    [Fact]
    public async Task Too_much_text_is_refused()
    {
        var workbook = new Workbooks { Strings = [.. Enumerable.Repeat("<t>0123456789</t>", 11)] }
            .Sheet("а", "")
            .Save();

        (await RefusalAsync(workbook, new TableLimits { SharedText = 100 })).ShouldBe("table.too-much-text");
        (await RefusalAsync(workbook, new TableLimits { SharedStrings = 10 })).ShouldBe("table.too-much-text");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_text_longer_than_a_cell_may_hold_is_named(bool shared)
    {
        var text = new string('я', 40_000);
        var workbook = new Workbooks { Strings = [$"<t>{text}</t>"] }.Sheet(
            "а",
            Row(1, "а", "б") + (shared ? "<row r=\"2\"><c r=\"B2\" t=\"s\"><v>0</v></c></row>" : Row(2, "", text))
        );

        var (broken, _) = await Files.BreakAsync(new MemoryStream(workbook.Save()), TableFormat.Xlsx);

        broken.Error.Code.ShouldBe("table.cell-too-long");
        broken.Error.Params["cell"].ShouldBe("B2");
        broken.Row.ShouldBe(2);
    }

    [Theory]
    [InlineData("<row r=\"")]
    [InlineData("<row><c t=\"inlineStr\"><is><t>")]
    [InlineData("<!--")]
    public async Task A_piece_without_end_costs_no_memory(string beginning)
    {
        using var content = new MemoryStream();
        using (var archive = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (
                var (path, xml) in new Dictionary<string, string>
                {
                    ["_rels/.rels"] = "<r><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"b.xml\"/></r>",
                    ["_rels/b.xml.rels"] = "<r><Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"s.xml\"/></r>",
                    ["b.xml"] = "<workbook><sheet name=\"a\" r:id=\"a\"/></workbook>",
                }
            )
            {
                using var part = archive.CreateEntry(path).Open();
                part.Write(Encoding.UTF8.GetBytes(xml));
            }

            using var sheet = archive.CreateEntry("s.xml", CompressionLevel.Fastest).Open();
            sheet.Write(Encoding.UTF8.GetBytes("<worksheet><sheetData>" + beginning));
            var block = Encoding.UTF8.GetBytes(new string('я', 512 * 1024));
            for (var megabyte = 0; megabyte < 30; megabyte++)
            {
                sheet.Write(block);
            }
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        (await RefusalAsync(content.ToArray())).ShouldBeOneOf("table.damaged", "table.cell-too-long");
        (GC.GetAllocatedBytesForCurrentThread() - before - content.Length).ShouldBeLessThan(4 * 1024 * 1024);
    }

    [Fact]
    public async Task A_workbook_without_a_table_is_refused()
    {
        (await RefusalAsync(new Workbooks().Sheet("а", Row(1, "а"), state: "hidden").Save())).ShouldBe(
            "table.no-sheet"
        );
        (await RefusalAsync(Of(""))).ShouldBe("table.empty");
        (await RefusalAsync(Of("<row r=\"1\"><c r=\"A1\" s=\"1\"/></row>"))).ShouldBe("table.empty");
        (await RefusalAsync(WithSheet("<worksheet><sheetData/></worksheet>"))).ShouldBe("table.empty");
    }

    [Fact]
    public async Task Random_damage_never_crashes()
    {
        var random = new Random(20261130);
        var rows = string.Concat(Enumerable.Range(1, 30).Select(row => Row(row, "Щука & Ко", "б", "_x0041_")));
        var behind = "<mergeCells><mergeCell ref=\"A2:A9\"/></mergeCells>";
        var sheet = Encoding.UTF8.GetBytes($"<worksheet><sheetData>{rows}</sheetData>{behind}</worksheet>");
        for (var round = 0; round < 2_000; round++)
        {
            var damaged = sheet.ToArray();
            for (var hit = random.Next(1, 6); hit > 0; hit--)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            using var content = new MemoryStream(
                new Workbooks().Sheet("а", "").Part("xl/worksheets/sheet1.xml", damaged).Save()
            );
            var opened = await Files.Service.OpenAsync(content, TableFormat.Xlsx, TableHeaders.Any([]), Files.Cancel);
            if (opened.Refused)
            {
                continue;
            }

            await using var reader = opened.Value;
            try
            {
                await foreach (var row in reader.ReadAsync(Files.Cancel))
                {
                    row.Number.ShouldBeGreaterThan(reader.HeaderRow);
                }
            }
            catch (TableFileException exception)
            {
                exception.Error.Code.ShouldStartWith("table.");
            }
        }
    }

    [Fact]
    public async Task Random_damage_of_the_archive_never_crashes()
    {
        var random = new Random(20261201);
        var workbook = Of(string.Concat(Enumerable.Range(1, 30).Select(row => Row(row, "а", Files.Text(row)))));
        for (var round = 0; round < 2_000; round++)
        {
            var damaged = workbook.ToArray();
            for (var hit = random.Next(1, 6); hit > 0; hit--)
            {
                damaged[random.Next(4, damaged.Length)] = (byte)random.Next(256);
            }

            using var content = new MemoryStream(damaged);
            var opened = await Files.Service.OpenAsync(content, TableFormat.Xlsx, TableHeaders.Any([]), Files.Cancel);
            if (opened.Refused)
            {
                continue;
            }

            await using var reader = opened.Value;
            try
            {
                await foreach (var _ in reader.ReadAsync(Files.Cancel)) { }
            }
            catch (TableFileException exception)
            {
                exception.Error.Code.ShouldStartWith("table.");
            }
        }
    }
}
