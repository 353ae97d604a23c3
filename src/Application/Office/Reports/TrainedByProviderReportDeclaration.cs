using System.Globalization;
using MethodCenter.Application.Common.Reports;
using MethodCenter.Domain.Common.Reports;
using MethodCenter.Domain.Learning.Programmes;

namespace MethodCenter.Application.Office.Reports;

/// <summary>Cells of the report of those trained by provider (SPB-18); an empty name is the centre itself.</summary>
internal sealed class TrainedByProviderReportDeclaration
    : ReportDeclaration<GetTrainedByProviderReport, TrainedByProviderReport>
{
    public TrainedByProviderReportDeclaration()
        : base("trainedByProvider", ReportPeriodKind.AcademicYear)
    {
        var trained = new ReportMeasures<ReportFigure>().Count("value", one => one.Value, ReportUnit.Trainings);
        var ofProgramme = new ReportMeasures<TrainedByProgramme>().Count(
            "learners",
            one => one.Learners,
            ReportUnit.Trainings
        );
        var kind = ReportDimension.Of<ProgrammeKind>("kind");
        var hours = new ReportDimension("hours") { IsNumber = true, MayBeEmpty = true };
        var provider = new ReportDimension("provider") { MayBeEmpty = true };
        One("total", report => report.Total, trained);
        OneBeside(
            "provider",
            "own",
            report => report.Providers.FirstOrDefault(row => row.Own)?.Total,
            trained,
            "total"
        );
        Each(
            "provider",
            report => report.Providers.Where(row => !row.Own),
            row => row.Total,
            trained,
            [new ReportDimension("provider")],
            row => [row.Provider],
            "total"
        );
        Each(
            "hours",
            report => report.Providers.SelectMany(row => row.Hours.Select(hours => (Provider: row, Hours: hours))),
            row => row.Hours,
            trained,
            [provider, kind with { Separator = '@' }, hours],
            row => [NameOf(row.Provider), ReportDimension.Name(row.Hours.Kind), NumberOf(row.Hours.Hours)],
            "total",
            "provider"
        );
        Each(
            "programme",
            report => report.Providers.SelectMany(row => row.Programmes.Select(one => (Provider: row, Programme: one))),
            row => row.Programme,
            ofProgramme,
            [provider, kind with { Separator = '@' }, hours, new ReportDimension("title")],
            row =>
                [
                    NameOf(row.Provider),
                    ReportDimension.Name(row.Programme.Kind),
                    NumberOf(row.Programme.Hours),
                    row.Programme.Title,
                ],
            "provider",
            "hours"
        );
    }

    private static string? NameOf(TrainedByProviderRow row) => row.Own ? null : row.Provider;

    /// <summary>Hours of a record from elsewhere may be unknown.</summary>
    private static string? NumberOf(int? hours) => hours?.ToString(CultureInfo.InvariantCulture);

    protected override ReportPeriod? PeriodOf(GetTrainedByProviderReport query, TrainedByProviderReport report) =>
        ReportPeriod.Of(report.AcademicYear);

    protected override GetTrainedByProviderReport? For(ReportPeriod period, IReadOnlyList<string?> parameters) =>
        new() { From = period.From, To = period.To };
}
