// Measures reading and writing of table files (docs/adr/0010-table-files.md): 100 000 rows of 14 columns in each format, and
// a sheet of a million formatted empty rows.   dotnet run -c Release --project bench/Tables [FILE…]
// With files it reads those instead.
using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using MethodCenter.Application.Common.Tables;
using MethodCenter.Infrastructure.Tables;

const int Rows = 100_000;
const int Rounds = 5;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var files = new TableFiles();
TableColumn[] columns =
[
    new("number", "Номер"),
    new("lastName", "Фамилия"),
    new("firstName", "Имя"),
    new("patronymic", "Отчество"),
    new("school", "Организация"),
    new("position", "Должность"),
    new("hiredOn", "Принят"),
    new("rate", "Ставка"),
    new("active", "Работает"),
    new("company", "Партнёр"),
    new("phone", "Телефон"),
    new("retired", "На пенсии"),
    new("empty", "Пусто"),
    new("note", "Примечание"),
];

foreach (var path in args)
{
    await using var file = File.OpenRead(path);
    var beginning = new byte[1024];
    var length = await file.ReadAtLeastAsync(beginning, beginning.Length, throwOnEndOfStream: false);
    var format = files.Detect(beginning.AsSpan(0, length), null) ?? throw new InvalidOperationException(path);
    await MeasureAsync($"read {Path.GetFileName(path)}", () => ReadAsync(file, format));
}

if (args.Length > 0)
{
    return;
}

foreach (var format in Enum.GetValues<TableFormat>())
{
    using var content = new MemoryStream();
    await MeasureAsync(
        $"write {format}",
        async () =>
        {
            content.SetLength(0);
            await using var writer = files.Write(content, format, columns);
            for (var row = 0; row < Rows; row++)
            {
                Fill(writer, row);
                await writer.EndRowAsync(default);
            }

            await writer.CompleteAsync(default);
            return content.Length;
        }
    );
    await MeasureAsync($"read {format}", () => ReadAsync(content, format));
}

string[] headers = [.. columns.Select(column => column.Header)];
using (var content = new MemoryStream())
{
    await MeasureAsync("write Xlsx by SpreadCheetah", () => BySpreadCheetahAsync(content));
    await MeasureAsync("write Xlsx by MiniExcel", () => Task.FromResult(ByMiniExcel(content)));
    await MeasureAsync("read Xlsx by MiniExcel", () => Task.FromResult(Others.ReadByMiniExcel(content)));
}

using (var empty = EmptyRows())
{
    await MeasureAsync("read a million formatted empty rows of Xlsx", () => ReadAsync(empty, TableFormat.Xlsx));
}

Task<long> BySpreadCheetahAsync(MemoryStream content)
{
    content.SetLength(0);
    return Others.WriteBySpreadCheetahAsync(content, headers, Rows);
}

long ByMiniExcel(MemoryStream content)
{
    content.SetLength(0);
    return Others.WriteByMiniExcel(content, headers, Rows);
}

async Task<long> ReadAsync(Stream content, TableFormat format)
{
    await using var reader = (
        await files.OpenAsync(content, format, TableHeaders.Any([.. columns.Select(column => column.Name)]), default)
    ).Value;
    var cells = 0L;
    await foreach (var row in reader.ReadAsync(default))
    {
        cells += row.Cells.Length;
    }

    return cells;
}

static void Fill(ITableWriter writer, int row)
{
    writer.Text($"{row}");
    writer.Text("Иванова");
    writer.Text("Мария");
    writer.Text($"Петровна{row % 977}");
    writer.Text($"ГБОУ средняя школа № {row % 300} Приморского района");
    writer.Text("учитель");
    writer.Day(new DateOnly(2026, 9, 1).AddDays(-row % 5000));
    writer.Number((row % 200) + 0.5m);
    writer.Flag(row % 3 == 0);
    writer.Text($"ООО \"Ромашка\"; {row}");
    writer.Text($"8{row:0000000000}");
    writer.Flag(false);
    writer.Text(null);
    writer.Text($"примечание {row}");
}

static async Task MeasureAsync(string what, Func<Task<long>> work)
{
    var times = new List<double>();
    long allocated = 0,
        outcome = 0;
    for (var round = 0; round < Rounds; round++)
    {
        GC.Collect();
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        outcome = await work();
        times.Add((Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalMilliseconds);
        allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
    }

    Console.WriteLine(
        $"{what, -50} cpu {times.Min(), 6:0} ms best, {times.Order().ElementAt(Rounds / 2), 6:0} ms median, allocated {allocated / 1e6, 6:0.0} MB, {outcome}"
    );
}

static MemoryStream EmptyRows()
{
    var content = new MemoryStream();
    using var archive = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true);
    Part("_rels/.rels", "<r><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"b.xml\"/></r>");
    Part("_rels/b.xml.rels", "<r><Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"s.xml\"/></r>");
    Part("b.xml", "<workbook><sheets><sheet name=\"a\" r:id=\"a\"/></sheets></workbook>");
    using var sheet = new StreamWriter(archive.CreateEntry("s.xml", CompressionLevel.Fastest).Open());
    sheet.Write("<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>Имя</v></c></row>");
    for (var row = 2; row <= 1_000_001; row++)
    {
        sheet.Write($"<row r=\"{row}\" spans=\"1:14\" x14ac:dyDescent=\"0.25\">");
        for (var column = 'A'; column < 'O'; column++)
        {
            sheet.Write($"<c r=\"{column}{row}\" s=\"1\"/>");
        }

        sheet.Write("</row>");
    }

    sheet.Write("</sheetData></worksheet>");
    return content;

    void Part(string path, string xml)
    {
        using var part = new StreamWriter(archive.CreateEntry(path).Open());
        part.Write(xml);
    }
}
