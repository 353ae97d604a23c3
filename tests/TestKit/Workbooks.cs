using System.IO.Compression;
using System.Text;

namespace MethodCenter.TestKit;

/// <summary>Puts workbooks together part by part, also such as no program would write.</summary>
public sealed class Workbooks
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Packages = "http://schemas.openxmlformats.org/package/2006";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private readonly SortedDictionary<string, byte[]> _parts = new(StringComparer.Ordinal);
    private readonly List<(string Name, string State)> _sheets = [];

    public string WorkbookProperties { get; init; } = "";

    /// <summary>Styles of cells, by their number formats.</summary>
    public string[] Formats { get; init; } = [];

    public string[] Strings { get; init; } = [];

    public CompressionLevel Packing { get; init; } = CompressionLevel.Fastest;

    /// <summary>A workbook of one sheet with the rows.</summary>
    public static byte[] Of(string rows, string behind = "") => new Workbooks().Sheet("Лист1", rows, behind).Save();

    /// <summary>A sheet with the content of its <c>sheetData</c> and what stands behind.</summary>
    public Workbooks Sheet(string name, string rows, string behind = "", string state = "visible")
    {
        _sheets.Add((name, state));
        return Part(
            $"xl/worksheets/sheet{_sheets.Count}.xml",
            $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<worksheet xmlns=\"{Main}\"><sheetData>{rows}</sheetData>{behind}</worksheet>"
        );
    }

    public Workbooks Part(string path, string content) => Part(path, Encoding.UTF8.GetBytes(content));

    public Workbooks Part(string path, byte[] content)
    {
        _parts[path] = content;
        return this;
    }

    public byte[] Save()
    {
        Default(
            "_rels/.rels",
            $"<Relationships xmlns=\"{Packages}/relationships\"><Relationship Id=\"a\" Type=\"{Office}/officeDocument\" Target=\"/xl/workbook.xml\"/></Relationships>"
        );
        var sheets = _sheets.Select(
            (sheet, index) =>
                $"<sheet name=\"{sheet.Name}\" sheetId=\"{index + 1}\" state=\"{sheet.State}\" r:id=\"s{index + 1}\"/>"
        );
        Default(
            "xl/workbook.xml",
            $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\">{WorkbookProperties}<sheets>{string.Concat(sheets)}</sheets></workbook>"
        );
        var relations = _sheets.Select(
            (_, index) =>
                $"<Relationship Id=\"s{index + 1}\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet{index + 1}.xml\"/>"
        );
        Default(
            "xl/_rels/workbook.xml.rels",
            $"<Relationships xmlns=\"{Packages}/relationships\">{string.Concat(relations)}<Relationship Id=\"t\" Type=\"{Office}/styles\" Target=\"styles.xml\"/><Relationship Id=\"u\" Type=\"{Office}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"
        );
        var custom = Formats.Select(
            (format, index) =>
                $"<numFmt numFmtId=\"{200 + index}\" formatCode=\"{System.Security.SecurityElement.Escape(format)}\"/>"
        );
        var styles = Formats.Select(
            (format, index) => $"<xf numFmtId=\"{(int.TryParse(format, out var known) ? known : 200 + index)}\"/>"
        );
        Default(
            "xl/styles.xml",
            $"<styleSheet xmlns=\"{Main}\"><numFmts>{string.Concat(custom)}</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>{string.Concat(styles)}</cellXfs></styleSheet>"
        );
        Default(
            "xl/sharedStrings.xml",
            $"<sst xmlns=\"{Main}\">{string.Concat(Strings.Select(text => $"<si>{text}</si>"))}</sst>"
        );
        Default(
            "[Content_Types].xml",
            $"<Types xmlns=\"{Packages}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"{Types}.worksheet+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{Types}.sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{Types}.styles+xml\"/><Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"{Types}.sharedStrings+xml\"/></Types>"
        );
        return Zip(_parts, Packing);
    }

    public static byte[] Zip(
        IEnumerable<KeyValuePair<string, byte[]>> parts,
        CompressionLevel packing = CompressionLevel.Fastest
    )
    {
        using var content = new MemoryStream();
        using (var archive = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, bytes) in parts)
            {
                using var part = archive.CreateEntry(path, packing).Open();
                part.Write(bytes);
            }
        }

        return content.ToArray();
    }

    /// <summary>A row of texts.</summary>
    public static string Row(int number, params string[] texts) =>
        $"<row r=\"{number}\">{string.Concat(texts.Select((text, column) => text.Length == 0 ? "" : Text($"{(char)('A' + column)}{number}", text)))}</row>";

    public static string Text(string reference, string text) =>
        $"<c r=\"{reference}\" t=\"inlineStr\"><is><t>{System.Security.SecurityElement.Escape(text)}</t></is></c>";

    private void Default(string path, string content) => _parts.TryAdd(path, Encoding.UTF8.GetBytes(content));
}
