using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;

namespace MethodCenter.Api.Tests.Office.Reports;

/// <summary>A workbook as a program would read it: sheets by name, cells by place, with their styles.</summary>
internal sealed class ReadWorkbook
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private readonly Dictionary<string, List<ReadCell[]>> _sheets = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Sheets => _sheets.Keys;

    public static ReadWorkbook Of(byte[] content)
    {
        var workbook = new ReadWorkbook();
        using var archive = new ZipArchive(new MemoryStream(content));
        var bold = BoldStyles(Part(archive, "xl/styles.xml"));
        var names = Part(archive, "xl/workbook.xml")
            .Descendants(Main + "sheet")
            .Select(sheet => (string)sheet.Attribute("name")!);
        foreach (var (name, place) in names.Select((name, place) => (name, place)))
        {
            workbook._sheets[name] =
            [
                .. Part(archive, $"xl/worksheets/sheet{place + 1}.xml")
                    .Descendants(Main + "row")
                    .Select(row => Cells(row, bold)),
            ];
        }

        return workbook;
    }

    /// <summary>Rows of a sheet in order; empty ones are not there.</summary>
    public IReadOnlyList<ReadCell[]> Rows(string sheet) => _sheets[sheet];

    /// <summary>The only row with the text in a cell.</summary>
    public ReadCell[] Row(string sheet, string text) =>
        _sheets[sheet].Single(row => row.Any(cell => cell.Text == text));

    private static ReadCell[] Cells(XElement row, IReadOnlyList<bool> bold) =>
        [
            .. row.Elements(Main + "c")
                .Select(cell => new ReadCell(
                    (string?)cell.Descendants(Main + "t").FirstOrDefault(),
                    (string?)cell.Element(Main + "v") is { } value
                        ? decimal.Parse(value, CultureInfo.InvariantCulture)
                        : null,
                    bold[(int?)cell.Attribute("s") ?? 0]
                )),
        ];

    private static IReadOnlyList<bool> BoldStyles(XElement styles)
    {
        var fonts = styles
            .Element(Main + "fonts")!
            .Elements()
            .Select(font => font.Element(Main + "b") is not null)
            .ToList();
        return
        [
            .. styles.Element(Main + "cellXfs")!.Elements().Select(style => fonts[(int)style.Attribute("fontId")!]),
        ];
    }

    private static XElement Part(ZipArchive archive, string path)
    {
        using var part = archive.GetEntry(path)!.Open();
        return XElement.Load(part);
    }
}

internal sealed record ReadCell(string? Text, decimal? Number, bool IsBold);
