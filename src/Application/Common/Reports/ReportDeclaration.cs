using MethodCenter.Application.Common.Paging;
using MethodCenter.Domain.Common.Reports;

namespace MethodCenter.Application.Common.Reports;

/// <summary>A report as the service knows it: an area joins it to published figures by declaring its cells.</summary>
/// <remarks>
/// Found and not entered, as datasets are. From the declaration follow the keys of the rows, what can be stated, published
/// beside computed figures in answer and workbook, the list of contradictions and the catalogue of the reports.
/// </remarks>
public abstract class ReportDeclaration
{
    private protected ReportDeclaration(string code) => Code = new ReportCode(code);

    public ReportCode Code { get; }

    /// <summary>Where it is read, below the base of the API.</summary>
    public virtual string Address =>
        "/reports/"
        + string.Concat(Code.Value.Select(sign => char.IsUpper(sign) ? $"-{char.ToLowerInvariant(sign)}" : $"{sign}"));

    public abstract ReportSheet Sheet { get; }

    public abstract Type QueryType { get; }

    public abstract Type AnswerType { get; }

    /// <summary>What it is called, in the caller's language.</summary>
    public string Title => Texts.Texts.Get($"report.title.{Code.Value}");

    /// <summary>What it is called, in Russian: workbooks are.</summary>
    public string RussianTitle => ReportWords.Of($"report.title.{Code.Value}", english: false);

    /// <summary>The name of a kind, a dimension or a measure.</summary>
    public string Word(string code, bool? english = null) => ReportWords.Of(Code, code, english);

    /// <summary>The name of a cell for people: «Организация: 300 — Отказано».</summary>
    public string NameOf(ReportCellAddress cell, bool? english = null)
    {
        var values = string.Join(
            " / ",
            cell.Values.Zip(cell.Kind.Dimensions)
                .Where(one => !string.IsNullOrEmpty(one.First))
                .Select(one => ReportWords.Value(one.Second, one.First!, english))
        );
        var kind = Word(cell.Kind.Code, english);
        var row = values.Length == 0 ? kind : $"{kind}: {values}";
        return cell.Kind.Measures.Count == 1 ? row : $"{row} — {Word(cell.Measure.Code, english)}";
    }

    /// <summary>The rows of an answer, in the order of the kinds.</summary>
    internal abstract IReadOnlyList<ReportLineCells> Read(object report);

    /// <summary>The period that an answer covers; null: it is a selection, which nobody has published.</summary>
    internal abstract ReportPeriod? PeriodOf(object query, object report);

    /// <summary>The values of the dimensions that are parameters, for which it was asked; as keys write them.</summary>
    internal abstract IReadOnlyList<string?> AskedFor(object query);

    /// <summary>Asks for the report of a period, as the caller would.</summary>
    /// <param name="parameters">Values of the dimensions that are parameters, in their order.</param>
    /// <returns>The answer; null: the caller gets none.</returns>
    internal abstract Task<object?> AskAsync(
        IDispatcher dispatcher,
        ReportPeriod period,
        IReadOnlyList<string?> parameters,
        CancellationToken cancellationToken
    );

    /// <summary>Whether a row is left out of a whole to which the others of its kind add up.</summary>
    /// <param name="kind">The kind of the row.</param>
    /// <param name="values">The values of its dimensions.</param>
    /// <param name="whole">The kind of the whole.</param>
    protected internal virtual bool IsApart(ReportCellKind kind, IReadOnlyList<string?> values, string whole) => false;

    /// <summary>The values by which a cell's report has to be asked.</summary>
    internal static IReadOnlyList<string?> ParametersOf(ReportCellAddress cell) =>
        [.. cell.Values.Where((_, place) => cell.Kind.Dimensions[place].IsParameter)];
}

/// <inheritdoc cref="ReportDeclaration"/>
public abstract class ReportDeclaration<TQuery, TReport> : ReportDeclaration
    where TQuery : class, IReportQuery<TReport>
    where TReport : StatedReport
{
    private readonly List<IBoundKind> _kinds = [];
    private readonly ReportPeriodKind _period;
    private ReportSheet? _sheet;

    protected ReportDeclaration(string code, ReportPeriodKind period)
        : base(code) => _period = period;

    public sealed override ReportSheet Sheet =>
        _sheet ??= new ReportSheet(Code, _period, [.. _kinds.Select(kind => kind.Kind)]);

    public sealed override Type QueryType => typeof(TQuery);

    public sealed override Type AnswerType => typeof(TReport);

    /// <summary>The period that an answer covers; null: it is a selection.</summary>
    protected abstract ReportPeriod? PeriodOf(TQuery query, TReport report);

    /// <summary>The values for which it was asked, of the dimensions that are parameters; as keys write them.</summary>
    protected virtual IReadOnlyList<string?> AskedFor(TQuery query) => [];

    /// <summary>The request for a period; null: there is none for these parameters.</summary>
    protected abstract TQuery? For(ReportPeriod period, IReadOnlyList<string?> parameters);

    /// <summary>The one row of its kind.</summary>
    protected void One<TLine>(string kind, Func<TReport, TLine?> line, IReportMeasures<TLine> measures)
        where TLine : class, IReportLine => Add(new ReportCellKind(kind, [], measures.All), line, measures);

    /// <summary>The one row of its kind, which adds up to a whole together with the rows of another.</summary>
    protected void OneBeside<TLine>(
        string rows,
        string kind,
        Func<TReport, TLine?> line,
        IReportMeasures<TLine> measures,
        params IReadOnlyList<string> partOf
    )
        where TLine : class, IReportLine =>
        Add(new ReportCellKind(kind, [], measures.All, partOf) { Set = rows }, line, measures);

    private void Add<TLine>(ReportCellKind kind, Func<TReport, TLine?> line, IReportMeasures<TLine> measures)
        where TLine : class, IReportLine =>
        _kinds.Add(
            new BoundKind<TLine, TLine>(
                kind,
                report => line(report) is { } one ? [one] : [],
                one => one,
                measures,
                _ => []
            )
        );

    /// <summary>Rows that are their own lines.</summary>
    protected void Each<TRow, TLine>(
        string kind,
        Func<TReport, IEnumerable<TRow>> rows,
        IReportMeasures<TLine> measures,
        IReadOnlyList<ReportDimension> dimensions,
        Func<TRow, IReadOnlyList<string?>> values,
        params IReadOnlyList<string> partOf
    )
        where TRow : class, TLine
        where TLine : class, IReportLine =>
        Each<TRow, TLine>(kind, rows, row => row, measures, dimensions, values, partOf);

    /// <summary>Rows of which a member holds the figures.</summary>
    /// <param name="kind">What they are called in keys.</param>
    /// <param name="rows">Where they stand in the answer.</param>
    /// <param name="line">Of a row, what holds its figures.</param>
    /// <param name="measures">What is counted.</param>
    /// <param name="dimensions">What tells them apart.</param>
    /// <param name="values">Of a row, the values of the dimensions.</param>
    /// <param name="partOf">The kinds to whose rows they add up.</param>
    protected void Each<TRow, TLine>(
        string kind,
        Func<TReport, IEnumerable<TRow>> rows,
        Func<TRow, TLine> line,
        IReportMeasures<TLine> measures,
        IReadOnlyList<ReportDimension> dimensions,
        Func<TRow, IReadOnlyList<string?>> values,
        params IReadOnlyList<string> partOf
    )
        where TLine : class, IReportLine =>
        _kinds.Add(
            new BoundKind<TRow, TLine>(
                new ReportCellKind(kind, dimensions, measures.All, partOf),
                rows,
                line,
                measures,
                values
            )
        );

    internal sealed override IReadOnlyList<ReportLineCells> Read(object report)
    {
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        var lines = new List<ReportLineCells>();
        foreach (var kind in _kinds)
        {
            kind.Read((TReport)report, known, lines);
        }

        return lines;
    }

    internal sealed override ReportPeriod? PeriodOf(object query, object report) =>
        PeriodOf((TQuery)query, (TReport)report) is { } period && period.Is(_period) ? period : null;

    internal sealed override IReadOnlyList<string?> AskedFor(object query) => AskedFor((TQuery)query);

    internal sealed override async Task<object?> AskAsync(
        IDispatcher dispatcher,
        ReportPeriod period,
        IReadOnlyList<string?> parameters,
        CancellationToken cancellationToken
    )
    {
        if (For(period, parameters) is not { } query)
        {
            return null;
        }

        // Of a report with pages the cells are in each of them.
        if (query is ListQuery list)
        {
            query = (TQuery)(object)(list with { Limit = 1 });
        }

        return (await dispatcher.SendAsync(query, cancellationToken)).Succeeded(out var report, out _) ? report : null;
    }

    private interface IBoundKind
    {
        ReportCellKind Kind { get; }

        void Read(TReport report, Dictionary<string, int> known, List<ReportLineCells> lines);
    }

    private sealed class BoundKind<TRow, TLine>(
        ReportCellKind kind,
        Func<TReport, IEnumerable<TRow>> rows,
        Func<TRow, TLine> line,
        IReportMeasures<TLine> measures,
        Func<TRow, IReadOnlyList<string?>> values
    ) : IBoundKind
        where TLine : class, IReportLine
    {
        public ReportCellKind Kind => kind;

        public void Read(TReport report, Dictionary<string, int> known, List<ReportLineCells> lines)
        {
            foreach (var row in rows(report))
            {
                var target = line(row);
                lines.Add(new ReportLineCells(target, kind, Distinct(values(row), known), measures.Read(target)));
            }
        }

        /// <summary>Rows that people cannot tell apart by name are numbered: each has a key of its own.</summary>
        private IReadOnlyList<string?> Distinct(IReadOnlyList<string?> of, Dictionary<string, int> known)
        {
            var key = kind.Key(of);
            var before = known.GetValueOrDefault(key);
            known[key] = before + 1;
            if (before == 0 || !kind.Dimensions.Any(dimension => dimension is { Values: null, IsNumber: false }))
            {
                return of;
            }

            var numbered = of.ToArray();
            var place = Enumerable
                .Range(0, numbered.Length)
                .First(at => kind.Dimensions[at] is { Values: null, IsNumber: false });
            numbered[place] = $"{numbered[place]} ({before + 1})";
            return numbered;
        }
    }
}

/// <summary>A row of an answer with its figures.</summary>
/// <param name="Line">What is told of published figures.</param>
/// <param name="Kind">The kind of the row.</param>
/// <param name="Values">The values of its dimensions.</param>
/// <param name="Figures">In the order of the measures.</param>
internal sealed record ReportLineCells(
    IReportLine Line,
    ReportCellKind Kind,
    IReadOnlyList<string?> Values,
    IReadOnlyList<ReportValue> Figures
)
{
    public string Key { get; } = Kind.Key(Values);

    public string KeyOf(int measure) => Kind.Key(Values, Kind.Measures[measure]);
}

/// <summary>A computed figure.</summary>
/// <param name="Shown">As the answer shows it; null: there is nothing to compute it from.</param>
/// <param name="Exact">As exactly as it is known: a share before it is rounded.</param>
/// <param name="IsWithheld">The caller may not see it.</param>
internal readonly record struct ReportValue(decimal? Shown, decimal? Exact, bool IsWithheld)
{
    /// <summary>Of a share, its part.</summary>
    public decimal? Count { get; init; }

    /// <summary>Of a share, its whole.</summary>
    public decimal? Base { get; init; }
}
