using MethodCenter.Application.Common.Reports;
using MethodCenter.Domain.Common.Reports;

namespace MethodCenter.Application.Training.Reports;

/// <summary>Cells of the report of the training on a topic (KEM-38), which is asked for one topic.</summary>
internal sealed class TopicCoverageReportDeclaration : ReportDeclaration<GetTopicCoverageReport, TopicCoverageReport>
{
    public TopicCoverageReportDeclaration()
        : base("topicCoverage", ReportPeriodKind.Day)
    {
        var teachers = new ReportMeasures<TopicCoverageCounts>()
            .Count("base", one => one.Base, ReportUnit.Persons)
            .Count("valid", one => one.Valid.Count, ReportUnit.Persons)
            .Count("expired", one => one.Expired.Count, ReportUnit.Persons)
            .Count("never", one => one.Never.Count, ReportUnit.Persons)
            .Share("validPercent", one => one.Valid.Percent, "valid", "base")
            .Share("expiredPercent", one => one.Expired.Percent, "expired", "base")
            .Share("neverPercent", one => one.Never.Percent, "never", "base");
        var applications = new ReportMeasures<TopicApplicationCounts>()
            .Count("requested", one => one.Requested, ReportUnit.Applications)
            .Count("satisfied", one => one.Satisfied, ReportUnit.Applications)
            .Share("satisfiedPercent", one => one.SatisfiedPercent, "satisfied", "requested");
        var topic = new ReportDimension("topic") { IsParameter = true, IsFolded = true };
        Each("topic", All, report => report.Total, teachers, [topic], report => [report.Topic]);
        Each(
            "organisation",
            report => report.Organisations.Select(row => (Report: report, Row: row)),
            one => one.Row,
            teachers,
            [new ReportDimension("organisation"), topic],
            one => [one.Row.Organisation.Code, one.Report.Topic],
            "topic"
        );
        Each("applications", All, report => report.Applications, applications, [topic], report => [report.Topic]);
        Each(
            "programme",
            report => report.Programmes.Select(row => (Report: report, Row: row)),
            one => one.Row,
            applications,
            [topic, new ReportDimension("programme")],
            one => [one.Report.Topic, one.Row.Title],
            "applications"
        );
    }

    protected override IReadOnlyList<string?> AskedFor(GetTopicCoverageReport query) =>
        [SearchText.Normalize(query.Topic)];

    private static IEnumerable<TopicCoverageReport> All(TopicCoverageReport report) => [report];

    protected override ReportPeriod? PeriodOf(GetTopicCoverageReport query, TopicCoverageReport report) =>
        query.OrganisationId is null ? ReportPeriod.Of(report.AsOf) : null;

    protected override GetTopicCoverageReport? For(ReportPeriod period, IReadOnlyList<string?> parameters) =>
        new()
        {
            Topic = parameters[0],
            From = period.From,
            To = period.To,
        };
}
