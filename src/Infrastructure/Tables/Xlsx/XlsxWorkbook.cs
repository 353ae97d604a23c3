using System.IO.Compression;
using MethodCenter.Application.Common.Tables;

namespace MethodCenter.Infrastructure.Tables.Xlsx;

/// <summary>A sheet of a workbook: its name and the part with its rows.</summary>
internal sealed record SheetPart(string Name, string Path, bool IsVisible);

/// <summary>An open workbook: its sheets, and what their cells refer to.</summary>
internal sealed class XlsxWorkbook : IDisposable
{
    private readonly ZipArchive _archive;
    private readonly TableLimits _limits;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);

    private long _probe;

    private XlsxWorkbook(ZipArchive archive, TableLimits limits)
    {
        _probe = limits.Unpacked;
        _archive = archive;
        _limits = limits;
        foreach (var entry in archive.Entries)
        {
            _entries.TryAdd(entry.FullName.Replace('\\', '/'), entry);
        }
    }

    public IReadOnlyList<SheetPart> Sheets { get; private set; } = [];

    public SharedStrings Strings { get; private set; } = null!;

    public XlsxStyles Styles { get; private set; } = null!;

    /// <summary>Days are counted from 1904, as on old Macs.</summary>
    public bool From1904 { get; private set; }

    /// <exception cref="TableFileException">The content is not a workbook that can be read.</exception>
    public static XlsxWorkbook Open(Stream content, TableLimits limits)
    {
        ZipGuard.Check(content, limits.Entries);
        XlsxWorkbook? workbook = null;
        try
        {
            content.Position = 0;
            workbook = new XlsxWorkbook(new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true), limits);
            workbook.Load();
            return workbook;
        }
        catch (InvalidDataException)
        {
            workbook?.Dispose();
            throw new TableFileException(TableErrors.Damaged, null);
        }
        catch
        {
            workbook?.Dispose();
            throw;
        }
    }

    public void Dispose() => _archive.Dispose();

    public SheetRows Rows(SheetPart sheet) => new(Scan(sheet.Path), this, _limits);

    public MergedRanges Merges(SheetPart sheet) => MergedRanges.Read(Scan(sheet.Path), _limits);

    /// <summary>The first visible sheet with a header that is known, else with data; and the names of others with data.</summary>
    /// <exception cref="TableFileException">There is none.</exception>
    public SheetPart Table(TableHeaders headers, out IReadOnlyList<string> others)
    {
        var visible = Sheets.Where(sheet => sheet.IsVisible).ToList();
        // The pages that we put beside a table ourselves are not meant.
        var candidates = visible.Where(sheet => !TableWords.Pages.Contains(sheet.Name)).ToList();
        candidates = candidates.Count > 0 ? candidates : visible;
        if (candidates.Count == 0)
        {
            throw new TableFileException(TableErrors.NoSheet, null);
        }

        var filled = candidates
            .Select(sheet => (Sheet: sheet, Known: CountKnown(sheet, headers)))
            .Where(one => one.Known is not null)
            .ToList();
        if (filled.Count == 0)
        {
            throw new TableFileException(TableErrors.Empty, null);
        }

        // One word that is known may stand in any text; of a table there are more.
        var table =
            filled.Find(one => one.Known > 1).Sheet ?? filled.Find(one => one.Known > 0).Sheet ?? filled[0].Sheet;
        others = [.. filled.Select(one => one.Sheet).Where(sheet => sheet != table).Select(sheet => sheet.Name)];
        return table;
    }

    /// <summary>How many columns of a sheet's header are known; null: the sheet has no value.</summary>
    /// <remarks>
    /// Many sheets of many empty rows are a way to keep us busy, so that all of them together may take as much as one part;
    /// what lies behind that is not looked at. What is damaged or a bomb counts as data: it is refused if it is read, and
    /// does not matter if it is not.
    /// </remarks>
    private int? CountKnown(SheetPart sheet, TableHeaders headers)
    {
        if (_probe == 0)
        {
            return null;
        }

        var part = Unpack(sheet.Path, _limits with { Unpacked = _probe });
        using var rows = new SheetRows(new XmlScanner(part), this, _limits);
        var search = new HeaderSearch(headers);
        int? known = null;
        try
        {
            while (rows.Read())
            {
                known = 0;
                if (search.Show(rows.Number, HeaderCells.Of(rows, merges: null)))
                {
                    break;
                }
            }
        }
        catch (TableFileException)
        {
            known = 0;
        }
        finally
        {
            _probe = Math.Max(0, _probe - part.Unpacked);
        }

        return known is null ? null : search.Find(_ => true)?.Known ?? 0;
    }

    private void Load()
    {
        var main =
            Relations("").Find(relation => relation.Type == "officeDocument")?.Target
            ?? throw new TableFileException(TableErrors.NotExcel, null);
        var relations = Relations(main);
        if (!main.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
        {
            throw new TableFileException(TableErrors.NotExcel, null); // .xlsb and others
        }

        ReadSheets(Scan(main), relations);
        Strings = SharedStrings.Read(ScanFirst(relations, "sharedStrings"), _limits);
        Styles = XlsxStyles.Read(ScanFirst(relations, "styles"), _limits);
    }

    private void ReadSheets(XmlScanner part, List<Relation> relations)
    {
        var sheets = new List<SheetPart>();
        var text = new XmlText(_limits.CellText);
        using (part)
        {
            XmlPiece piece;
            while ((piece = part.Read()) != XmlPiece.End)
            {
                if (piece != XmlPiece.Open)
                {
                    continue;
                }

                if (part.Name.SequenceEqual("workbookPr"u8))
                {
                    From1904 = Decode(part.Attribute("date1904"u8)) is "1" or "true";
                }
                else if (part.Name.SequenceEqual("sheet"u8) && sheets.Count < _limits.Entries)
                {
                    var id = Decode(part.Attribute("id"u8, prefixed: true));
                    // Sheets of other kinds are charts and dialogs.
                    if (relations.Find(one => one.Id == id && one.Type == "worksheet") is { } relation)
                    {
                        var state = Decode(part.Attribute("state"u8));
                        sheets.Add(
                            new SheetPart(Decode(part.Attribute("name"u8)), relation.Target, state is "" or "visible")
                        );
                    }
                }
            }
        }

        Sheets = sheets;

        string Decode(ReadOnlySpan<byte> written)
        {
            text.Append(written);
            return text.Finish().ToString();
        }
    }

    /// <summary>Where the relations of a part lead; of the workbook as a whole when the path is empty.</summary>
    private List<Relation> Relations(string path)
    {
        var folder = path[..(path.LastIndexOf('/') + 1)];
        var file = $"{folder}_rels/{path[folder.Length..]}.rels";
        if (!_entries.ContainsKey(file))
        {
            throw new TableFileException(TableErrors.NotExcel, null);
        }

        var relations = new List<Relation>();
        var text = new XmlText(_limits.CellText);
        using var part = Scan(file);
        XmlPiece piece;
        while ((piece = part.Read()) != XmlPiece.End)
        {
            if (
                piece == XmlPiece.Open
                && part.Name.SequenceEqual("Relationship"u8)
                && relations.Count < _limits.Entries
            )
            {
                var type = Decode(part.Attribute("Type"u8));
                relations.Add(
                    new Relation(
                        Decode(part.Attribute("Id"u8)),
                        type[(type.LastIndexOf('/') + 1)..],
                        Resolve(folder, Decode(part.Attribute("Target"u8)))
                    )
                );
            }
        }

        return relations;

        string Decode(ReadOnlySpan<byte> written)
        {
            text.Append(written);
            return text.Finish().ToString();
        }
    }

    private static string Resolve(string folder, string target)
    {
        var steps = new List<string>();
        target = target.Replace('\\', '/');
        var path = target.StartsWith('/') ? target : folder + target;
        foreach (var step in Uri.UnescapeDataString(path).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == ".." && steps.Count > 0)
            {
                steps.RemoveAt(steps.Count - 1);
            }
            else if (step is not ("." or ".."))
            {
                steps.Add(step);
            }
        }

        return string.Join('/', steps);
    }

    private XmlScanner? ScanFirst(List<Relation> relations, string type) =>
        relations.Find(relation => relation.Type == type) is { } found && _entries.ContainsKey(found.Target)
            ? Scan(found.Target)
            : null;

    private XmlScanner Scan(string path) => new(Unpack(path, _limits));

    private PartStream Unpack(string path, TableLimits limits)
    {
        if (!_entries.TryGetValue(path, out var entry))
        {
            throw new TableFileException(TableErrors.Damaged, null);
        }

        if (entry.IsEncrypted)
        {
            throw new TableFileException(TableErrors.Encrypted, null);
        }

        try
        {
            return new PartStream(entry.Open(), entry.CompressedLength, limits);
        }
        catch (InvalidDataException)
        {
            throw new TableFileException(TableErrors.Damaged, null);
        }
    }

    private sealed record Relation(string Id, string Type, string Target);
}
