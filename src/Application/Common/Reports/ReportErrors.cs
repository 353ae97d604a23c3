namespace MethodCenter.Application.Common.Reports;

public static class ReportErrors
{
    /// <summary>A selection or a part of a year, asked by somebody who reads aggregates only.</summary>
    public static readonly Error WholeYearsOnly = Error.Forbidden("report.whole-years-only");

    /// <summary>A topic in the caller's own words would be a selection of persons.</summary>
    public static readonly Error TopicOfFew = Error.Forbidden("report.topic-of-few").At("topic");
}
