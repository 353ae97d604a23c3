namespace MethodCenter.Application.Common.Reports;

/// <summary>Rows by name as people look for them, and as the database sorts by the keys of names: of any case, ё as е.</summary>
internal static class NameOrder
{
    public static IOrderedEnumerable<T> OrderByName<T>(this IEnumerable<T> rows, Func<T, string?> name) =>
        rows.OrderBy(row => SearchText.Normalize(name(row)), StringComparer.Ordinal)
            .ThenBy(name, StringComparer.Ordinal);

    public static IOrderedEnumerable<T> ThenByName<T>(this IOrderedEnumerable<T> rows, Func<T, string?> name) =>
        rows.ThenBy(row => SearchText.Normalize(name(row)), StringComparer.Ordinal)
            .ThenBy(name, StringComparer.Ordinal);
}
