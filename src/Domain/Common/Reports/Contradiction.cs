namespace MethodCenter.Domain.Common.Reports;

/// <summary>A cell of a report as it is computed and as it was printed.</summary>
/// <param name="Key">The key of the cell.</param>
/// <param name="Computed">As exactly as it is known; null: there is nothing to compute it from.</param>
/// <param name="Stated">As printed; null: nothing was.</param>
public sealed record FigureCell(string Key, decimal? Computed, decimal? Stated = null);

/// <summary>A printed figure and all of its report that may explain it. Filled by the report; judged here.</summary>
public sealed record FigureFacts
{
    /// <summary>As printed.</summary>
    public required decimal Stated { get; init; }

    public required FigureCell Cell { get; init; }

    /// <summary>Whether the report has rows for the cell.</summary>
    public bool IsOnRecord { get; init; } = true;

    /// <summary>Of a share, its part; null: it is no share.</summary>
    public decimal? Count { get; init; }

    /// <summary>Of a share, the cell by which it is divided.</summary>
    public FigureCell? Base { get; init; }

    /// <summary>Of a share, other cells by which somebody may have divided.</summary>
    public IReadOnlyList<FigureCell> OtherBases { get; init; } = [];

    /// <summary>The other measures of the same row.</summary>
    public IReadOnlyList<FigureCell> Measures { get; init; } = [];

    /// <summary>The same measure of the other rows of the kind.</summary>
    public IReadOnlyList<FigureCell> Rows { get; init; } = [];

    /// <summary>Sets of cells each of which adds up to the cell; none: it is no total.</summary>
    public IReadOnlyList<IReadOnlyList<FigureCell>> Parts { get; init; } = [];
}

/// <summary>Why a printed figure differs from what the rows bear.</summary>
public enum ContradictionCauseKind
{
    /// <summary>The value lies within one unit of the last printed place: it was rounded another way.</summary>
    Rounding,

    /// <summary>The percentage is right of another base.</summary>
    OtherBase,

    /// <summary>Two rows were printed in each other's place.</summary>
    TransposedRows,

    /// <summary>The value is that of another row.</summary>
    OtherRow,

    /// <summary>The value is that of another column of the same row.</summary>
    OtherMeasure,

    /// <summary>The printed parts do not add up to the printed total.</summary>
    PrintedPartsDiffer,

    /// <summary>The total differs by what its printed parts differ by: the rows do not bear one of them.</summary>
    PartContradicted,

    /// <summary>The total lacks one row.</summary>
    OmittedRow,

    /// <summary>The total has one row twice.</summary>
    RepeatedRow,

    /// <summary>Two digits stand in each other's place.</summary>
    TransposedDigits,

    /// <summary>There is nothing on record for the cell.</summary>
    NothingOnRecord,

    /// <summary>None of the causes that are known.</summary>
    Unexplained,
}

/// <summary>A cause that the figures bear, and the cells that show it.</summary>
public sealed record ContradictionCause(ContradictionCauseKind Kind, IReadOnlyList<FigureCell> Cells);
