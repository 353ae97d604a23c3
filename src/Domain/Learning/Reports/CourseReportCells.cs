using MethodCenter.Domain.Common.Reports;
using MethodCenter.Domain.Learning.Courses;

namespace MethodCenter.Domain.Learning.Reports;

/// <summary>Cells of the report of courses (SPB-T02).</summary>
/// <remarks>
/// <c>source:S</c>, <c>block:S</c> or <c>block:S/reference</c>, and <c>site:S[/reference]@place</c>, where a course without
/// a site has an empty place.
/// </remarks>
public sealed class CourseReportCells : ReportCells
{
    public override ReportCode Report => ReportCode.Courses;

    public override string Forms => "total, source:stateAssignment, block:personifiedModel/…, site:stateAssignment@…";

    public static string Source(FundingSource source) => $"source:{Name(source)}";

    public static string Block(FundingSource source, string? reference) => $"block:{Path(source, reference)}";

    public static string Site(FundingSource source, string? reference, string? site) =>
        $"site:{Path(source, reference)}@{site}";

    protected override bool Has(string key) =>
        Part(key) switch
        {
            ("source", var source) => Is<FundingSource>(source),
            ("block", var block) => Is<FundingSource>(block.Split('/', 2)[0]),
            ("site", var site) => site.Contains('@', StringComparison.Ordinal)
                && Is<FundingSource>(site.Split('/', '@')[0]),
            _ => false,
        };

    private static string Path(FundingSource source, string? reference) =>
        reference is null ? Name(source) : $"{Name(source)}/{reference}";
}
