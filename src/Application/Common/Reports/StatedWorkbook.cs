namespace MethodCenter.Application.Common.Reports;

/// <summary>The workbook of any report.</summary>
public static class StatedWorkbook
{
    /// <summary>The tables of the report itself, and what was published for it where anything was.</summary>
    public static ReportWorkbook Of<TReport>(IReportQuery<TReport> asked, TReport report)
    {
        var workbook = asked.ToWorkbook(report);
        return ReportCatalogue.OfQuery(asked.GetType()) is { } declaration
            ? workbook with
            {
                Tables = [.. workbook.Tables, .. StatedFigures.Table(declaration, report!)],
            }
            : workbook;
    }
}
