using MethodCenter.Application.Common.Reports;
using MethodCenter.Domain.Career.Attestations;
using MethodCenter.Domain.Common.Reports;
using MethodCenter.Domain.Territory.Organisations;

namespace MethodCenter.Application.Career.Reports;

/// <summary>Cells of the snapshot of qualifications (ATT-25, ATT-26).</summary>
internal sealed class QualificationReportDeclaration : ReportDeclaration<GetQualificationReport, QualificationReport>
{
    public QualificationReportDeclaration()
        : base("qualifications", ReportPeriodKind.Day)
    {
        var counts = new ReportMeasures<QualificationCounts>()
            .Count("base", one => one.Base, ReportUnit.Persons)
            .Count("highest", one => one.Highest, ReportUnit.Persons)
            .Count("first", one => one.First, ReportUnit.Persons)
            .Count("conformity", one => one.Conformity, ReportUnit.Persons)
            .Count("none", one => one.None, ReportUnit.Persons)
            .Count("methodist", one => one.Methodist, ReportUnit.Persons)
            .Count("mentor", one => one.Mentor, ReportUnit.Persons);
        var terms = new ReportMeasures<EndingCounts>()
            .Count("overdue", one => one.Overdue, ReportUnit.Decisions)
            .Count("within3Months", one => one.Within3Months, ReportUnit.Decisions)
            .Count("within6Months", one => one.Within6Months, ReportUnit.Decisions)
            .Count("within12Months", one => one.Within12Months, ReportUnit.Decisions);
        One("total", report => report.Total, counts);
        Each(
            "group",
            report => report.Groups,
            counts,
            [ReportDimension.Of<InstitutionGroup>("group")],
            row => [ReportDimension.Name(row.Group)],
            "total"
        );
        Each(
            "organisation",
            report => report.Organisations,
            counts,
            [new ReportDimension("organisation")],
            row => [row.Organisation.Code],
            "total"
        );
        Each(
            "position",
            report => report.Positions,
            counts,
            [new ReportDimension("position")],
            row => [row.Position.Name],
            "total"
        );
        Each(
            "ends",
            report => report.Ends,
            terms,
            [ReportDimension.Of<AttestationKind>("kind")],
            row => [ReportDimension.Name(row.Kind)]
        );
        One(
            "heads",
            report => report.Heads.Total,
            new ReportMeasures<HeadCounts>()
                .Count("base", one => one.Base, ReportUnit.Persons)
                .Count("attested", one => one.Attested, ReportUnit.Persons)
                .Count("notAttested", one => one.NotAttested, ReportUnit.Persons)
                .Count("posts", one => one.Posts, ReportUnit.Posts)
        );
        One("headsEnd", report => report.Heads.Ends, terms);
    }

    protected override ReportPeriod? PeriodOf(GetQualificationReport query, QualificationReport report) =>
        query is { OrganisationId: null, PositionId: null, Group: null } ? ReportPeriod.Of(report.AsOf) : null;

    protected override GetQualificationReport? For(ReportPeriod period, IReadOnlyList<string?> parameters) =>
        new() { From = period.From, To = period.To };
}
