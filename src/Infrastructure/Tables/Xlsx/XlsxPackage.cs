using System.IO.Compression;
using System.Text;

namespace MethodCenter.Infrastructure.Tables.Xlsx;

/// <summary>Styles of cells, by their position in <see cref="XlsxPackage"/>'s styles.</summary>
internal enum CellStyle
{
    Plain,
    Header,
    RequiredHeader,
    Day,
    Instant,
    Text,
    Wrapped,
    Title,
    Wrong,
    WrongDay,
    WrongInstant,
    Doubtful,
    DoubtfulDay,
    DoubtfulInstant,
    Tenths,
    Total,
    TotalText,
    TotalTenths,
    Cell,
    Count,
    Ordinal,
    Fraction,
    CellDay,
    TotalOrdinal,
    TotalFraction,
    TotalDay,
    HeadName,
    HeadText,
    HeadNumber,
    HeadDay,
    Figure,
}

/// <summary>Writes a workbook, sheet after sheet, to an output that need not be seekable.</summary>
internal sealed class XlsxPackage : IDisposable
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Packages = "http://schemas.openxmlformats.org/package/2006";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";

    /// <summary>Archives want a time for each file; the same content is the same bytes.</summary>
    private static readonly DateTimeOffset Stamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Stream _output;
    private readonly OutputBuffer _buffer;
    private readonly ZipArchive _archive;
    private readonly List<string> _sheets = [];
    private readonly List<XlsxSheet> _written = [];
    private readonly HashSet<int> _hidden = [];

    public XlsxPackage(Stream output)
    {
        _output = output;
        _buffer = new OutputBuffer(output);
        _archive = new ZipArchive(_buffer, ZipArchiveMode.Create, leaveOpen: true);
    }

    /// <summary>Begins the next sheet; the one before must be ended.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="frozenRows">Rows that stay in sight; the last of them is repeated on each printed page.</param>
    /// <param name="hidden">It is not shown.</param>
    /// <param name="print">What stands above and below when it is printed.</param>
    public XlsxSheet AddSheet(
        string name,
        IReadOnlyList<SheetColumn> columns,
        int frozenRows,
        bool hidden = false,
        SheetPrint print = default
    )
    {
        _sheets.Add(_sheets.Contains(name, StringComparer.OrdinalIgnoreCase) ? $"{name} {_sheets.Count + 1}" : name);
        if (hidden)
        {
            _hidden.Add(_sheets.Count - 1);
        }

        var sheet = new XlsxSheet(
            new XmlOutput(Open($"xl/worksheets/sheet{_sheets.Count}.xml")),
            columns,
            frozenRows,
            isFirst: _sheets.Count == 1,
            print
        );
        _written.Add(sheet);
        return sheet;
    }

    /// <summary>Hands on to the output when enough has come together.</summary>
    public ValueTask WriteOutIfFullAsync(CancellationToken cancellationToken) =>
        _buffer.WriteOutIfFullAsync(cancellationToken);

    public async ValueTask CompleteAsync(CancellationToken cancellationToken)
    {
        Part("xl/styles.xml", Styles);
        Part("xl/workbook.xml", Workbook());
        Part("xl/_rels/workbook.xml.rels", Relations());
        Part(
            "_rels/.rels",
            $"""
            <Relationships xmlns="{Packages}/relationships"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """
        );
        Part("[Content_Types].xml", ContentTypes());
        _archive.Dispose();
        await _buffer.WriteOutAsync(cancellationToken).ConfigureAwait(false);
        await _output.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    public void Dispose()
    {
        _archive.Dispose(); // what this writes stays in the buffer
        _buffer.Dispose();
    }

    /// <summary>A name that Excel allows for a sheet.</summary>
    public static string SheetName(string name)
    {
        var allowed = new string([.. name.Select(symbol => "[]:*?/\\".Contains(symbol) ? ' ' : symbol)]).Trim(
            ' ',
            '\''
        );
        return allowed.Length is > 0 and <= 31 ? allowed
            : allowed.Length == 0 ? "Sheet"
            : allowed[..31].TrimEnd();
    }

    private Stream Open(string path)
    {
        var entry = _archive.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = Stamp;
        return entry.Open();
    }

    private void Part(string path, string xml)
    {
        using var part = Open(path);
        part.Write(Encoding.UTF8.GetBytes(Declaration + xml));
    }

    private string Workbook()
    {
        var xml = new StringBuilder($"""<workbook xmlns="{Main}" xmlns:r="{Office}"><sheets>""");
        for (var index = 0; index < _sheets.Count; index++)
        {
            var name = System.Security.SecurityElement.Escape(_sheets[index]);
            var state = _hidden.Contains(index) ? " state=\"hidden\"" : "";
            xml.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"""<sheet name="{name}" sheetId="{index + 1}"{state} r:id="rId{index + 1}"/>"""
            );
        }

        xml.Append("</sheets>");
        var names = _written.Select((sheet, index) => (sheet, index)).Where(one => one.sheet.HeaderRow > 0).ToList();
        if (names.Count > 0)
        {
            xml.Append("<definedNames>");
            foreach (var (sheet, index) in names)
            {
                var name = System.Security.SecurityElement.Escape(
                    _sheets[index].Replace("'", "''", StringComparison.Ordinal)
                );
                xml.Append(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"""<definedName name="_xlnm.Print_Titles" localSheetId="{index}">'{name}'!${sheet.HeaderRow}:${sheet.HeaderRow}</definedName>"""
                );
            }

            xml.Append("</definedNames>");
        }

        return xml.Append("</workbook>").ToString();
    }

    private string Relations()
    {
        var xml = new StringBuilder($"""<Relationships xmlns="{Packages}/relationships">""");
        for (var index = 1; index <= _sheets.Count; index++)
        {
            xml.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"""<Relationship Id="rId{index}" Type="{Office}/worksheet" Target="worksheets/sheet{index}.xml"/>"""
            );
        }

        return xml.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"""<Relationship Id="rId{_sheets.Count + 1}" Type="{Office}/styles" Target="styles.xml"/></Relationships>"""
            )
            .ToString();
    }

    private string ContentTypes()
    {
        var xml = new StringBuilder(
            $"""
            <Types xmlns="{Packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{Types}.styles+xml"/>
            """
        );
        for (var index = 1; index <= _sheets.Count; index++)
        {
            xml.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"""<Override PartName="/xl/worksheets/sheet{index}.xml" ContentType="{Types}.worksheet+xml"/>"""
            );
        }

        return xml.Append("</Types>").ToString();
    }

    /// <summary>In the order of <see cref="CellStyle"/>.</summary>
    private const string Styles = $"""
        <styleSheet xmlns="{Main}">
        <numFmts count="5"><numFmt numFmtId="164" formatCode="dd\.mm\.yyyy"/><numFmt numFmtId="165" formatCode="dd\.mm\.yyyy\ hh:mm:ss"/><numFmt numFmtId="166" formatCode="0.0"/><numFmt numFmtId="167" formatCode="#,##0.0#"/><numFmt numFmtId="168" formatCode="#,##0.0"/></numFmts>
        <fonts count="3"><font><sz val="10"/><name val="Arial"/></font><font><b/><sz val="10"/><name val="Arial"/></font><font><b/><sz val="13"/><name val="Arial"/></font></fonts>
        <fills count="6"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE7E6E6"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF8CBAD"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFC7CE"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFEB9C"/></patternFill></fill></fills>
        <borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"><color rgb="FF7F7F7F"/></left><right style="thin"><color rgb="FF7F7F7F"/></right><top style="thin"><color rgb="FF7F7F7F"/></top><bottom style="thin"><color rgb="FF7F7F7F"/></bottom><diagonal/></border></borders>
        <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
        <cellXfs count="31">
        <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
        <xf numFmtId="49" fontId="1" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>
        <xf numFmtId="49" fontId="1" fillId="3" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>
        <xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>
        <xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>
        <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
        <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
        <xf numFmtId="49" fontId="2" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>
        <xf numFmtId="0" fontId="0" fillId="4" borderId="0" xfId="0" applyFill="1"/>
        <xf numFmtId="164" fontId="0" fillId="4" borderId="0" xfId="0" applyNumberFormat="1" applyFill="1"/>
        <xf numFmtId="165" fontId="0" fillId="4" borderId="0" xfId="0" applyNumberFormat="1" applyFill="1"/>
        <xf numFmtId="0" fontId="0" fillId="5" borderId="0" xfId="0" applyFill="1"/>
        <xf numFmtId="164" fontId="0" fillId="5" borderId="0" xfId="0" applyNumberFormat="1" applyFill="1"/>
        <xf numFmtId="165" fontId="0" fillId="5" borderId="0" xfId="0" applyNumberFormat="1" applyFill="1"/>
        <xf numFmtId="168" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment vertical="top"/></xf>
        <xf numFmtId="3" fontId="1" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment vertical="top"/></xf>
        <xf numFmtId="49" fontId="1" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
        <xf numFmtId="168" fontId="1" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment vertical="top"/></xf>
        <xf numFmtId="49" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
        <xf numFmtId="3" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment vertical="top"/></xf>
        <xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1" applyAlignment="1"><alignment vertical="top"/></xf>
        <xf numFmtId="167" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment vertical="top"/></xf>
        <xf numFmtId="164" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment vertical="top"/></xf>
        <xf numFmtId="0" fontId="1" fillId="0" borderId="1" xfId="0" applyFont="1" applyBorder="1" applyAlignment="1"><alignment vertical="top"/></xf>
        <xf numFmtId="167" fontId="1" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment vertical="top"/></xf>
        <xf numFmtId="164" fontId="1" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment vertical="top"/></xf>
        <xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
        <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
        <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment horizontal="left" vertical="top"/></xf>
        <xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="left" vertical="top"/></xf>
        <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top"/></xf>
        </cellXfs>
        <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
        </styleSheet>
        """;
}
