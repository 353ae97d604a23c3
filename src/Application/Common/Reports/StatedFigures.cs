using System.Globalization;
using MethodCenter.Domain.Common.Reports;

namespace MethodCenter.Application.Common.Reports;

/// <summary>What the centre has published.</summary>
public interface IStatedFigures
{
    Task<IReadOnlyList<StatedValue>> ReadAsync(
        ReportCode report,
        ReportPeriod period,
        CancellationToken cancellationToken
    );
}

/// <summary>A published figure.</summary>
public sealed record StatedValue(string CellKey, decimal Value, string Source, string? Page);

/// <summary>Puts keys and published figures into the answer of a report.</summary>
internal static class StatedFigures
{
    /// <summary>Gives every row its key.</summary>
    public static IReadOnlyList<ReportLineCells> Name(ReportDeclaration declaration, object report)
    {
        var lines = declaration.Read(report);
        foreach (var line in lines)
        {
            line.Line.TakeKey(line.Key);
        }

        return lines;
    }

    /// <summary>Puts published figures beside the computed ones; those for which there is no row stand apart.</summary>
    /// <remarks>
    /// Beside a figure that is withheld from the caller nothing is put: the published one, or that the two agree, would
    /// tell of it. So this comes behind <see cref="SmallCells"/>.
    /// </remarks>
    public static void Put(
        ReportDeclaration declaration,
        object report,
        IReadOnlyList<ReportLineCells> lines,
        IReadOnlyList<string?> askedFor,
        IReadOnlyList<StatedValue> stated
    )
    {
        var open = stated.ToDictionary(one => one.CellKey, StringComparer.Ordinal);
        foreach (var line in lines)
        {
            List<StatedCell> found = [];
            for (var place = 0; place < line.Figures.Count; place++)
            {
                if (!open.Remove(line.KeyOf(place), out var figure) || line.Figures[place].IsWithheld)
                {
                    continue;
                }

                var cell = Compare(figure, line.Kind.Measures[place].Code, line.Figures[place]);
                found.Add(cell);
                if (place == 0 && line.Line is ReportFigure first)
                {
                    Fill(first, cell);
                }
            }

            line.Line.TakeStated(found.Count == 0 ? null : found);
        }

        ((StatedReport)report).Unmatched =
        [
            .. open
                .Values.Where(one => IsAbout(declaration, one, askedFor))
                .OrderBy(one => one.CellKey, StringComparer.Ordinal)
                .Select(Unmatched),
        ];
    }

    /// <summary>All that an answer says of published figures, as a table for people; no table where it says nothing.</summary>
    public static IEnumerable<ReportTable> Table(ReportDeclaration declaration, object report)
    {
        List<ReportRow> rows =
        [
            .. declaration
                .Read(report)
                .SelectMany(line => line.Line.StatedFigures ?? [])
                .Select(cell =>
                    Row(declaration, cell.Key, cell.Value, cell.Stated, cell.Difference, cell.Source, cell.Page)
                ),
            .. ((StatedReport)report).Unmatched.Select(one =>
                Row(declaration, one.Key, one.Value, one.Stated, one.Difference, one.StatedSource, one.StatedPage)
            ),
        ];
        if (rows.Count > 0)
        {
            yield return new ReportTable(
                "Опубликовано",
                [
                    new("Показатель", 50),
                    new("По данным"),
                    new("Опубликовано"),
                    new("Расхождение"),
                    new("Источник", 50),
                    new("Страница", 16),
                ],
                rows
            );
        }
    }

    /// <summary>352, not 352.00: databases differ in the zeros that they give back.</summary>
    public static decimal Plain(decimal value) =>
        decimal.Parse(value.ToString("0.##", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static ReportRow Row(
        ReportDeclaration declaration,
        string key,
        decimal? computed,
        decimal? stated,
        decimal? difference,
        string? source,
        string? page
    ) =>
        ReportRow.Of(
            declaration.Sheet.Find(key) is { } cell ? declaration.NameOf(cell, english: false) : key,
            computed,
            stated,
            difference,
            source,
            page
        );

    /// <summary>A report of one topic does not tell of what was published of another.</summary>
    private static bool IsAbout(ReportDeclaration declaration, StatedValue figure, IReadOnlyList<string?> askedFor) =>
        declaration.Sheet.Find(figure.CellKey) is { } cell
        && ReportDeclaration.ParametersOf(cell).SequenceEqual(askedFor, StringComparer.Ordinal);

    private static StatedCell Compare(StatedValue figure, string measure, ReportValue computed) =>
        new()
        {
            Key = figure.CellKey,
            Measure = measure,
            Value = computed.Shown,
            Stated = Plain(figure.Value),
            Difference = computed.Shown is { } shown ? Plain(figure.Value - shown) : null,
            Contradicted = !ContradictionCauses.Agrees(figure.Value, computed.Exact),
            Source = figure.Source,
            Page = figure.Page,
        };

    private static void Fill(ReportFigure figure, StatedCell cell)
    {
        (figure.Stated, figure.Difference) = (cell.Stated, cell.Difference);
        (figure.Contradicted, figure.StatedSource, figure.StatedPage) = (cell.Contradicted, cell.Source, cell.Page);
    }

    private static ReportFigure Unmatched(StatedValue figure) =>
        new()
        {
            Key = figure.CellKey,
            Stated = Plain(figure.Value),
            Difference = Plain(figure.Value),
            Contradicted = figure.Value != 0,
            StatedSource = figure.Source,
            StatedPage = figure.Page,
        };
}
