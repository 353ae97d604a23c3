namespace MethodCenter.Application.Common.Reports;

public static class ReportErrors
{
    /// <summary>A selection or a part of a year, asked by somebody who reads aggregates only.</summary>
    public static readonly Error WholeYearsOnly = Error.Forbidden("report.whole-years-only");
}
