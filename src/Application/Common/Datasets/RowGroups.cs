namespace MethodCenter.Application.Common.Datasets;

/// <summary>Rows that stand or fall together.</summary>
internal static class RowGroups
{
    /// <summary>Where one row is wrong, the others cannot be taken either; each says which.</summary>
    public static void RefuseTogether<TRow>(this IReadOnlyList<ImportRow<TRow>> rows)
        where TRow : class, new()
    {
        if (rows.FirstOrDefault(row => row.Refused) is { } wrong)
        {
            foreach (var row in rows.Where(row => !row.Refused))
            {
                row.Refuse(ImportErrors.RefusedTogether(wrong.Number));
            }
        }
    }
}
