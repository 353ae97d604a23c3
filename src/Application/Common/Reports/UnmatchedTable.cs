namespace MethodCenter.Application.Common.Reports;

/// <summary>Published figures for which there is nothing on record; no sheet where there are none.</summary>
internal static class UnmatchedTable
{
    public static IEnumerable<ReportTable> Of(IReadOnlyList<ReportFigure> unmatched)
    {
        if (unmatched.Count == 0)
        {
            yield break;
        }

        yield return new ReportTable(
            "Только опубликовано",
            [new("Показатель", 50), new("По данным"), new("Опубликовано"), new("Расхождение"), new("Источник", 50)],
            [
                .. unmatched.Select(figure =>
                    ReportRow.Of(figure.Key, figure.Value, figure.Stated, figure.Difference, figure.StatedSource)
                ),
            ]
        );
    }
}
