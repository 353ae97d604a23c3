namespace MethodCenter.Application.Common.Tables;

/// <summary>Why a table file, or one row of it, cannot be read.</summary>
public static class TableErrors
{
    public static readonly Error Empty = Error.Malformed("table.empty");
    public static readonly Error NotText = Error.Malformed("table.not-text");
    public static readonly Error StrayQuote = Error.Malformed("table.stray-quote");
    public static readonly Error ControlCharacter = Error.Malformed("table.control-character");

    public static readonly Error NotExcel = Error.Malformed("table.not-excel");
    public static readonly Error OldExcel = Error.Malformed("table.old-excel");
    public static readonly Error Encrypted = Error.Malformed("table.encrypted");
    public static readonly Error Damaged = Error.Malformed("table.damaged");
    public static readonly Error UnsafeXml = Error.Malformed("table.unsafe-xml");
    public static readonly Error NoSheet = Error.Malformed("table.no-sheet");

    public static readonly Error JsonArray = Error.Malformed("table.json-array");
    public static readonly Error NotAnObject = Error.Malformed("table.not-an-object");
    public static readonly Error NotUtf8 = Error.Malformed("table.not-utf8");

    public static Error UnknownSeparator(string found) =>
        Error.Malformed("table.unknown-separator").With("found", found);

    public static Error WrongEncoding(int line) => Error.Malformed("table.wrong-encoding").With("line", line);

    public static Error UnclosedQuote(int line) => Error.Malformed("table.unclosed-quote").With("line", line);

    public static Error RecordTooLong(int line, int most) =>
        Error.Malformed("table.record-too-long").With("line", line).With("most", most);

    public static Error TooManyColumns(int most) => Error.Malformed("table.too-many-columns").With("most", most);

    /// <param name="column">The letter that a spreadsheet shows.</param>
    public static Error OutsideHeader(string column) => Error.Malformed("table.outside-header").With("column", column);

    public static Error CellTooLong(string cell, int most) =>
        Error.Malformed("table.cell-too-long").With("cell", cell).With("most", most);

    public static Error TooManyEntries(int most) => Error.Malformed("table.too-many-entries").With("most", most);

    public static Error TooLarge(long mostMegabytes) => Error.Malformed("table.too-large").With("most", mostMegabytes);

    public static Error SuspiciousRatio(int most) => Error.Malformed("table.suspicious-ratio").With("most", most);

    public static Error TooMuchText(int most) => Error.Malformed("table.too-much-text").With("most", most);

    public static Error TooManyMerges(int most) => Error.Malformed("table.too-many-merges").With("most", most);

    public static Error MalformedJson(long position) =>
        Error.Malformed("table.malformed-json").With("position", position);

    public static Error NestedValue(string member) => Error.Malformed("table.nested-value").With("member", member);

    public static Error UnknownMember(string member, IEnumerable<string> known) =>
        Error.Malformed("table.unknown-member").With("member", member).With("known", string.Join(", ", known));

    public static Error RepeatedMember(string member) =>
        Error.Malformed("table.repeated-member").With("member", member);

    public static Warning OtherSheets(string read, string others) =>
        new Warning("table.other-sheets").With("sheet", read).With("others", others);

    public static Warning TitleSkipped(int row) => new Warning("table.title-skipped").With("row", row);

    /// <summary>The header stands in several rows, whose words are joined.</summary>
    public static Warning HeaderRows(int first, int last) =>
        new Warning("table.header-rows").With("first", first).With("last", last);

    /// <summary>A row that only numbers the columns was left out.</summary>
    public static Warning NumbersSkipped(int row) => new Warning("table.numbers-skipped").With("row", row);
}
