using System.Globalization;
using MethodCenter.Application.Common.Papers;
using MethodCenter.Domain.Common.Reports;

namespace MethodCenter.Application.Common.Reports;

/// <summary>A request of a report, which also says how its answer stands in a workbook.</summary>
/// <remarks>Reports are mapped through this contract alone, so none can be published without its workbook.</remarks>
public interface IReportQuery<TReport> : IQuery<TReport>, IReportQuery
{
    /// <summary>The same figures as tables for people.</summary>
    ReportWorkbook ToWorkbook(TReport report);
}

/// <inheritdoc cref="IReportQuery{TReport}"/>
public interface IReportQuery : IAppRequest;

/// <summary>A report as a workbook: what was asked, and a sheet for each table.</summary>
/// <remarks>In Russian whatever the language of the request, as all files that the centre passes on.</remarks>
public sealed record ReportWorkbook
{
    /// <summary>Rows that a report with pages brings into its workbook: what a sheet holds without its heading.</summary>
    public const int MostRows = 1_000_000;

    public required string Title { get; init; }

    /// <summary>Whose figures they are; empty: not said.</summary>
    public string Centre { get; init; } = "";

    /// <summary>What was asked for, as the report understood it.</summary>
    public IReadOnlyList<ReportParameter> Parameters { get; init; } = [];

    public required DateTimeOffset ComputedAt { get; init; }

    /// <summary>What was counted.</summary>
    public string Basis { get; init; } = "";

    public required IReadOnlyList<ReportTable> Tables { get; init; }

    /// <summary>«Отчёт о курсах учебного года 2019-2020 (28.11.2026)», without an ending.</summary>
    public string FileName =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{string.Join(' ', Parameters.Select(parameter => parameter.InName()).OfType<string>().Prepend(Title))} ({ComputedAt:dd.MM.yyyy})"
        );
}

/// <summary>A value by which the report was asked for; an empty one is not shown.</summary>
public sealed record ReportParameter(string Name, ReportCell Value)
{
    private bool _names;

    /// <summary>One by which people tell a file of the report from another: a period, a day, a topic.</summary>
    public static ReportParameter Naming(string name, ReportCell value) => new(name, value) { _names = true };

    /// <summary>A period, as short as people write it: an academic year, a year, a day, or from and to.</summary>
    public static IEnumerable<ReportParameter> Period(ReportPeriod period) =>
        period.AsAcademicYear is { } academic ? [Naming("Учебный год", academic.ToString())]
        : period.AsCalendarYear is { } year ? [Naming("Год", year.ToString("0000", CultureInfo.InvariantCulture))]
        : period.AsDay is { } day ? [Naming("На дату", day)]
        : [Naming("Период с", period.From), Naming("Период по", period.To)];

    /// <summary>How it stands in the name of the file; null: it does not.</summary>
    internal string? InName()
    {
        var text =
            Value.Text
            ?? Value.Number?.ToString(CultureInfo.InvariantCulture)
            ?? (Value.Day is { } day ? PaperWords.Short(day) : null);
        return !_names || text is null ? null
            : Name.EndsWith(" с", StringComparison.Ordinal) ? $"с {text}"
            : Name.EndsWith(" по", StringComparison.Ordinal) ? $"по {text}"
            : Name.StartsWith("На ", StringComparison.Ordinal) ? $"на {text}"
            : text;
    }
}

/// <summary>A table of a report.</summary>
public sealed record ReportTable(string Name, IReadOnlyList<ReportColumn> Columns, IReadOnlyList<ReportRow> Rows);

/// <summary>A column and how its numbers are shown.</summary>
public sealed record ReportColumn(string Header, int Width = 14, ReportColumnKind Kind = ReportColumnKind.Plain)
{
    /// <summary>Numbers that count nothing: years, numbers in a list.</summary>
    public static ReportColumn Ordinal(string header, int width) => new(header, width, ReportColumnKind.Ordinal);

    public static ReportColumn Share(string header) => new(header, 12, ReportColumnKind.Tenths);
}

/// <summary>How the numbers of a column are shown.</summary>
public enum ReportColumnKind
{
    /// <summary>Text, dates and whole numbers.</summary>
    Plain,

    /// <summary>Numbers to a tenth.</summary>
    Tenths,

    /// <summary>Numbers that are names rather than counts: 2026, not 2 026.</summary>
    Ordinal,
}

/// <summary>A row; a row of totals stands out.</summary>
public sealed record ReportRow(IReadOnlyList<ReportCell> Cells, bool IsTotal = false)
{
    public static ReportRow Of(params ReportCell[] cells) => new(cells);

    public static ReportRow Total(params ReportCell[] cells) => new(cells, IsTotal: true);
}

/// <summary>One value, which stays what it is: a number a number, a day a day.</summary>
public readonly record struct ReportCell
{
    public static readonly ReportCell Empty;

    public string? Text { get; private init; }

    public decimal? Number { get; private init; }

    public DateOnly? Day { get; private init; }

    public static implicit operator ReportCell(string? text) => new() { Text = text };

    /// <summary>In the place of a count that is withheld, as statistics has it.</summary>
    private const string WithheldMark = "…";

    public static implicit operator ReportCell(int number) =>
        number == SmallCells.Withheld ? new() { Text = WithheldMark } : new() { Number = number };

    public static implicit operator ReportCell(int? number) => number is { } given ? given : Empty;

    public static implicit operator ReportCell(decimal? number) => new() { Number = number };

    public static implicit operator ReportCell(DateOnly day) => new() { Day = day };

    public static implicit operator ReportCell(DateOnly? day) => new() { Day = day };

    /// <summary>The name of a value, in Russian.</summary>
    public static ReportCell Named(Enum? value) =>
        new() { Text = value is null ? null : Texts.Texts.Name(value, english: false) };
}

/// <summary>Writes workbooks of reports.</summary>
public interface IReportWorkbooks
{
    /// <summary>Writes without a synchronous call to the output and leaves it open.</summary>
    Task WriteAsync(Stream output, ReportWorkbook workbook, CancellationToken cancellationToken);
}
