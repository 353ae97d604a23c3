namespace MethodCenter.Application.Common.Datasets;

/// <summary>Why a file or a row of it is refused.</summary>
public static class ImportErrors
{
    public static readonly Error Required = Error.Malformed("import.required");

    public static readonly Error NotADay = Error.Malformed("import.not-a-day");

    public static readonly Error NotANumber = Error.Malformed("import.not-a-number");

    public static readonly Error NotWhole = Error.Malformed("import.not-whole");

    public static readonly Error NotAFlag = Error.Malformed("import.not-a-flag");

    public static readonly Error NotAYear = Error.Malformed("import.not-a-year");

    public static readonly Error NotAModule = Error.Malformed("import.not-a-module");

    public static readonly Error Garbled = Error.Malformed("import.garbled");

    /// <summary>A full name needs at least a last and a first name.</summary>
    public static readonly Error NameIncomplete = Error.Malformed("import.name-incomplete");

    public static readonly Error Markup = Error.Malformed("import.markup");

    public static readonly Error CellError = Error.Malformed("import.cell-error");

    /// <summary>
    /// All rows are right, and nobody wrote them meanwhile; the database was changed by someone else.
    /// </summary>
    public static readonly Error ChangedMeanwhile = Error.Conflict("import.changed-meanwhile");

    public static readonly Error UnknownFormat = Error.Unprocessable("import.unknown-format");

    public static readonly Error Empty = Error.Unprocessable("import.empty");

    public static readonly Error Interrupted = Error.Conflict("import.interrupted");

    public static readonly Error Unexpected = Error.Conflict("import.unexpected");

    public static readonly Error NoLongerAllowed = Error.Forbidden("import.no-longer-allowed");

    /// <summary>A file that had passed its check met changes of others while it was written.</summary>
    public static Error PartlyWritten(int row, int refused) =>
        Error.Conflict("import.partly-written").With("row", row).With("refused", refused);

    public static Error UnknownValue(string known) => Error.Malformed("import.unknown-value").With("known", known);

    public static Error UnknownHeader(string known) =>
        Error.Unprocessable("import.unknown-header").With("known", known);

    public static Error MissingColumns(string columns, string found, string dataset) =>
        Error
            .Unprocessable("import.missing-columns")
            .With("columns", columns)
            .With("found", found)
            .With("dataset", dataset);

    public static Error ColumnTwice(string column) => Error.Unprocessable("import.column-twice").With("column", column);

    public static Error Duplicate(int row) => Error.Conflict("import.duplicate").With("row", row);

    /// <summary>Rows that are taken together say different things.</summary>
    public static Error RowsDisagree(int row) => Error.Conflict("import.rows-disagree").With("row", row);

    /// <summary>A row that is right by itself goes with one that is not.</summary>
    public static Error RefusedTogether(int row) => Error.Conflict("import.refused-together").With("row", row);

    public static Error RowsRefused(int rows) => Error.Unprocessable("import.rows-refused").With("rows", rows);

    /// <summary>A row of a file that the service itself brings.</summary>
    public static Error RowRefused(int row, string? column, string code) =>
        Error.Unprocessable("import.row-refused").With("row", row).With("column", column).With("reason", code);

    public static Error UnknownReference(string what) =>
        Error.Unprocessable("import.unknown-reference").With("what", what);

    /// <summary>The code means one thing and the name beside it another.</summary>
    public static Error CodeAndNameDiffer(string found) =>
        Error.Unprocessable("import.code-and-name-differ").With("found", found);

    public static Error AmbiguousReference(string candidates) =>
        Error.Unprocessable("import.ambiguous-reference").With("candidates", candidates);

    public static Error SourceRequired => Error.Unprocessable("import.source-required");
}

/// <summary>What is accepted and doubtful in a file.</summary>
public static class ImportWarnings
{
    public static readonly Warning DateAsSerial = new("import.date-as-serial");

    public static readonly Warning NumberAsText = new("import.number-as-text");

    public static readonly Warning Merged = new("import.merged");

    public static readonly Warning Formula = new("import.formula");

    public static readonly Warning EmptyRows = new("import.empty-rows");

    /// <summary>Rows that a filter hides were read with the others.</summary>
    public static Warning HiddenRows(int rows, int first, bool skipped) =>
        new Warning(skipped ? "import.hidden-rows-skipped" : "import.hidden-rows")
            .With("rows", rows)
            .With("first", first);

    public static readonly Warning UnknownColumn = new("import.unknown-column");

    public static readonly Warning UnknownColumns = new("import.unknown-columns");

    /// <summary>Of a day with a time of day, the day was taken.</summary>
    public static readonly Warning TimeDropped = new("import.time-dropped");

    /// <summary>A year of two digits.</summary>
    public static readonly Warning ShortYear = new("import.short-year");

    /// <summary>A number got back the leading zero that a spreadsheet had taken.</summary>
    public static readonly Warning ZeroRestored = new("import.zero-restored");

    /// <summary>A full name in one cell was parted by a guess.</summary>
    public static readonly Warning NameParted = new("import.name-parted");

    /// <summary>
    /// Of refused rows nobody can say what on file they mean: what is reported as missing may be among them.
    /// </summary>
    public static readonly Warning MissingUncertain = new("compare.missing-uncertain");
}
