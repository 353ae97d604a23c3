using System.Globalization;

namespace MethodCenter.Domain.Common.Reports;

/// <summary>Holds printed figures against computed ones and finds, by computing, what explains the difference.</summary>
/// <remarks>Each cause is a function of its own; the likely one is the first that holds, the most telling first.</remarks>
public static class ContradictionCauses
{
    /// <summary>Cells shown as proof; more say no more.</summary>
    public const int MostCells = 5;

    private static readonly (ContradictionCauseKind Kind, Func<FigureFacts, IReadOnlyList<FigureCell>?> Find)[] Known =
    [
        (ContradictionCauseKind.NothingOnRecord, NothingOnRecord),
        (ContradictionCauseKind.Rounding, Rounding),
        (ContradictionCauseKind.TransposedRows, TransposedRows),
        (ContradictionCauseKind.PartContradicted, PartContradicted),
        (ContradictionCauseKind.OtherBase, OtherBase),
        (ContradictionCauseKind.OtherMeasure, OtherMeasure),
        (ContradictionCauseKind.OmittedRow, OmittedRow),
        (ContradictionCauseKind.RepeatedRow, RepeatedRow),
        (ContradictionCauseKind.TransposedDigits, TransposedDigits),
        (ContradictionCauseKind.OtherRow, OtherRow),
        (ContradictionCauseKind.PrintedPartsDiffer, PrintedPartsDiffer),
    ];

    /// <summary>Whether the rows bear the printed figure, as exactly as it was printed.</summary>
    public static bool Agrees(decimal stated, decimal? computed) =>
        computed is { } value && RoundedAs(stated, value) == stated;

    /// <summary>All causes that hold, the likely one first; never none.</summary>
    public static IReadOnlyList<ContradictionCause> Of(FigureFacts facts)
    {
        ContradictionCause[] found =
        [
            .. Known
                .Select(cause => (cause.Kind, Cells: cause.Find(facts)))
                .Where(cause => cause.Cells is not null)
                .Select(cause => new ContradictionCause(cause.Kind, [.. cause.Cells!.Take(MostCells)])),
        ];
        return found.Length > 0 ? found : [new ContradictionCause(ContradictionCauseKind.Unexplained, [])];
    }

    public static IReadOnlyList<FigureCell>? NothingOnRecord(FigureFacts facts) =>
        !facts.IsOnRecord || facts.Cell.Computed is null ? [] : null;

    /// <summary>46 where the rows give 45.4: one up or down in the last place that was printed.</summary>
    public static IReadOnlyList<FigureCell>? Rounding(FigureFacts facts) =>
        facts.Cell.Computed is { } computed
        && decimal.Truncate(computed * Scale(facts.Stated)) != computed * Scale(facts.Stated)
        && Math.Abs(facts.Stated - computed) < 1 / Scale(facts.Stated)
            ? []
            : null;

    public static IReadOnlyList<FigureCell>? OtherBase(FigureFacts facts)
    {
        if (facts.Count is not { } count)
        {
            return null;
        }

        FigureCell[] bases =
        [
            .. facts.OtherBases.Where(other =>
                other.Computed is > 0 and { } whole
                && whole != facts.Base?.Computed
                && Agrees(facts.Stated, 100 * count / whole)
            ),
        ];
        return bases.Length > 0 ? bases : null;
    }

    /// <summary>Both rows must be printed, and each with the value of the other.</summary>
    public static IReadOnlyList<FigureCell>? TransposedRows(FigureFacts facts) =>
        facts.Rows.FirstOrDefault(other =>
            other.Stated is { } stated
            && facts.Cell.Computed is { } computed
            && Agrees(stated, computed)
            && Agrees(facts.Stated, other.Computed)
        )
            is { } row
            ? [row]
            : null;

    /// <summary>Exactly one other row has the value: two would prove nothing.</summary>
    public static IReadOnlyList<FigureCell>? OtherRow(FigureFacts facts)
    {
        var rows = facts.Rows.Where(other => facts.Stated > 0 && Agrees(facts.Stated, other.Computed)).ToList();
        return rows.Count == 1 ? rows : null;
    }

    public static IReadOnlyList<FigureCell>? OtherMeasure(FigureFacts facts)
    {
        var measures = facts.Measures.Where(other => facts.Stated > 0 && Agrees(facts.Stated, other.Computed)).ToList();
        return measures.Count > 0 ? measures : null;
    }

    /// <summary>What is printed contradicts itself: all parts are printed, and their sum is not the total.</summary>
    public static IReadOnlyList<FigureCell>? PrintedPartsDiffer(FigureFacts facts) =>
        facts.Parts.FirstOrDefault(parts => Sum(parts, part => part.Stated) is { } sum && sum != facts.Stated);

    /// <summary>The total differs by just what its printed parts differ by, so the fault lies in them.</summary>
    public static IReadOnlyList<FigureCell>? PartContradicted(FigureFacts facts) =>
        facts
            .Parts.Where(parts => parts.Count > 1)
            .Select(parts => parts.Where(part => part is { Stated: not null, Computed: not null }).ToList())
            .Where(printed => printed.Sum(part => part.Stated - part.Computed) == facts.Stated - facts.Cell.Computed)
            .Select(printed => printed.Where(part => !Agrees(part.Stated!.Value, part.Computed)).ToList())
            .FirstOrDefault(wrong => wrong.Count > 0);

    /// <summary>The rows without one of them give the printed total.</summary>
    public static IReadOnlyList<FigureCell>? OmittedRow(FigureFacts facts) =>
        RowThatMakes(facts, facts.Cell.Computed - facts.Stated);

    /// <summary>The rows with one of them twice give the printed total.</summary>
    public static IReadOnlyList<FigureCell>? RepeatedRow(FigureFacts facts) =>
        RowThatMakes(facts, facts.Stated - facts.Cell.Computed);

    /// <summary>354 for 345: two neighbouring digits.</summary>
    public static IReadOnlyList<FigureCell>? TransposedDigits(FigureFacts facts)
    {
        if (facts.Cell.Computed is not { } computed)
        {
            return null;
        }

        var (stated, right) = (Digits(facts.Stated), Digits(RoundedAs(facts.Stated, computed)));
        if (stated.Length != right.Length)
        {
            return null;
        }

        int[] wrong = [.. Enumerable.Range(0, stated.Length).Where(place => stated[place] != right[place])];
        return
            wrong is [var first, var second]
            && second == first + 1
            && stated[first] == right[second]
            && stated[second] == right[first]
            ? []
            : null;
    }

    /// <summary>Where several rows have the value, each may be the one.</summary>
    private static List<FigureCell>? RowThatMakes(FigureFacts facts, decimal? difference)
    {
        if (difference is not > 0)
        {
            return null;
        }

        var rows = facts
            .Parts.Where(parts => parts.Count > 1)
            .Select(parts => parts.Where(part => part.Computed == difference).ToList())
            .FirstOrDefault(found => found.Count > 0);
        return rows;
    }

    private static decimal? Sum(IReadOnlyList<FigureCell> cells, Func<FigureCell, decimal?> value) =>
        cells.Count > 1 && cells.All(cell => value(cell) is not null) ? cells.Sum(value) : null;

    /// <summary>As many decimals as were printed; half is rounded away from zero, as people do.</summary>
    private static decimal RoundedAs(decimal stated, decimal value) =>
        decimal.Round(value, Decimals(stated), MidpointRounding.AwayFromZero);

    private static decimal Scale(decimal stated) =>
        Decimals(stated) switch
        {
            0 => 1,
            1 => 10,
            _ => 100,
        };

    /// <summary>Decimals that say something: a database may give back 352.00 for 352.</summary>
    private static int Decimals(decimal stated) =>
        stated == decimal.Truncate(stated) ? 0
        : stated * 10 == decimal.Truncate(stated * 10) ? 1
        : 2;

    private static string Digits(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
