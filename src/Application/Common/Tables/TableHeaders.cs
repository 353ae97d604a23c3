namespace MethodCenter.Application.Common.Tables;

/// <summary>What may stand in the header of a table: by it the table is found in a file.</summary>
/// <param name="Members">NDJSON: the only names that an object may have, in the order of the cells.</param>
/// <param name="NameUnder">Name of the column that stands under a header; null: none does.</param>
public sealed record TableHeaders(IReadOnlyList<string> Members, Func<string, string?> NameUnder)
{
    /// <summary>Between the parts of a header that stands in several rows: «ФИО / Фамилия».</summary>
    public const string Joint = " / ";

    /// <summary>Any table: the first row that is filled is its header.</summary>
    public static TableHeaders Any(IReadOnlyList<string> members) => new(members, _ => null);
}
