namespace MethodCenter.Application.Common.Paging;

/// <summary>A page of a list. The end of the list is <c>next</c> = null and nothing else.</summary>
/// <param name="Items">The rows of the page.</param>
/// <param name="Next">Cursor of the next page; bound to the sort and the filter.</param>
/// <param name="Total">Number of all rows; only when asked for with <c>includeTotal=true</c>.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next, int? Total);

/// <summary>What every list may be asked for.</summary>
public abstract record ListQuery
{
    public const int DefaultLimit = 50;
    public const int MostLimit = 500;

    /// <summary>Rows of a page, 1–500.</summary>
    public int Limit { get; init; } = DefaultLimit;

    /// <summary>The cursor at which the page begins: <c>next</c> of the previous page.</summary>
    public string? Cursor { get; init; }

    /// <summary>Fields separated by commas; a hyphen before a field reverses its order.</summary>
    public string? Sort { get; init; }

    /// <summary>Also count all rows.</summary>
    public bool IncludeTotal { get; init; }
}
