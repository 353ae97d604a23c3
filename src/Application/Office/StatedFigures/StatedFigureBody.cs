namespace MethodCenter.Application.Office.StatedFigures;

/// <summary>What may be corrected of a published figure.</summary>
public record StatedFigureBody
{
    /// <summary>The figure as printed, 0–999 999 999, at most two decimals.</summary>
    public required decimal Value { get; init; }

    /// <summary>Where it was published: document, table, label of the row as printed.</summary>
    public required string Source { get; init; }

    /// <summary>The page, or the table on it.</summary>
    public string? Page { get; init; }
}
