using MethodCenter.Application.Common.Contract;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Reports;
using MethodCenter.Application.Learning.Applications;
using MethodCenter.Application.Learning.Campaigns;
using MethodCenter.Application.Learning.Enrolments;
using MethodCenter.Application.Learning.Programmes;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Domain.Common.Reports;
using MethodCenter.Domain.Learning.Applications;
using MethodCenter.Domain.Learning.Enrolments;

namespace MethodCenter.Application.Learning.Reports;

/// <summary>How far applications were satisfied, by campaign, programme and organisation (POL-24, SPB-11).</summary>
/// <remarks>Counts alone: the analyst reads it too. A school sees its own.</remarks>
[Permission(ReportPermissions.ReadTrainingCounts)]
[Endless]
public sealed record GetApplicationReport : IReportQuery<ApplicationReport>, IPeriodQuery
{
    /// <summary>One campaign.</summary>
    public Guid? CampaignId { get; init; }

    /// <summary>First day of submission that is counted.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day of submission that is counted.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The period as an academic year, e.g. <c>2019-2020</c>.</summary>
    public AcademicYear? AcademicYear { get; init; }

    /// <summary>The same as <c>from</c>.</summary>
    [Deprecated("2026-11-29", Instead = "from")]
    public DateOnly? SubmittedFrom { get; init; }

    /// <summary>The same as <c>to</c>.</summary>
    [Deprecated("2026-11-29", Instead = "to")]
    public DateOnly? SubmittedTo { get; init; }

    public ReportWorkbook ToWorkbook(ApplicationReport report) => ApplicationReportWorkbook.Of(report);
}

internal sealed class GetApplicationReportHandler(
    ILearningStore learning,
    ITrainingHistory history,
    ITerritoryStore territory,
    IClock clock
) : IQueryHandler<GetApplicationReport, ApplicationReport>
{
    public async Task<Result<ApplicationReport>> Handle(
        GetApplicationReport request,
        CancellationToken cancellationToken
    )
    {
        ReportPeriod? alias =
            request.SubmittedFrom is null && request.SubmittedTo is null
                ? null
                : new ReportPeriod(request.SubmittedFrom, request.SubmittedTo);
        if (
            !request.Period(ReportPeriodKind.Days, alias, default, clock.Today).Succeeded(out var period, out var error)
        )
        {
            return error;
        }

        var (outside, strangers) = (territory.OrganisationsOutside, territory.EmployeesOutside);
        var applications = learning
            .Applications.Where(application =>
                !outside.Contains(application.OrganisationId) && !strangers.Contains(application.EmployeeId)
            )
            .WhereGiven(request.CampaignId, id => application => application.CampaignId == id)
            .WhereGiven(period.From, day => application => application.SubmittedOn >= day)
            .WhereGiven(period.To, day => application => application.SubmittedOn <= day);
        List<Count> counts =
        [
            .. await CountAsync(applications, cancellationToken),
            .. await CountCompletedElsewhereAsync(applications, cancellationToken),
        ];
        var organisations = await OrganisationsAsync(counts, cancellationToken);
        return new ApplicationReport
        {
            From = period.From,
            To = period.To,
            ComputedAt = clock.Now,
            Basis = Texts.Texts.Get("report.applications.basis"),
            Total = Fill(new ApplicationCounts(), counts),
            Campaigns = ByCampaign(counts),
            Programmes = ByProgramme(counts),
            Organisations =
            [
                .. counts
                    .GroupBy(count => count.OrganisationId)
                    .Select(group =>
                        Fill(new ApplicationReportOrganisation { Organisation = organisations[group.Key] }, group)
                    )
                    .OrderByName(row => row.Organisation.ShortName),
            ],
        };
    }

    private static IReadOnlyList<ApplicationReportCampaign> ByCampaign(List<Count> counts) =>
        [
            .. counts
                .GroupBy(count => count.CampaignId)
                .OrderByDescending(group => group.First().OpensOn)
                .ThenBy(group => group.Key)
                .Select(group =>
                    Fill(
                        new ApplicationReportCampaign
                        {
                            CampaignId = group.Key,
                            Title = group.First().CampaignTitle,
                            Provider = group.First().Provider,
                        },
                        group
                    )
                ),
        ];

    private static IReadOnlyList<ApplicationReportProgramme> ByProgramme(List<Count> counts) =>
        [
            .. counts
                .GroupBy(count => count.ProgrammeId)
                .Select(group =>
                    Fill(
                        new ApplicationReportProgramme
                        {
                            ProgrammeId = group.Key,
                            Title = group.First().ProgrammeTitle,
                        },
                        group
                    )
                )
                .OrderByDescending(row => row.Requested)
                .ThenByName(row => row.Title),
        ];

    /// <summary>By state; completed where the learner has completed the centre's own course.</summary>
    private Task<List<Count>> CountAsync(
        IQueryable<TrainingApplication> applications,
        CancellationToken cancellationToken
    ) =>
        (
            from application in applications
            join campaign in learning.Campaigns on application.CampaignId equals campaign.Id
            join programme in learning.Programmes on application.ProgrammeId equals programme.Id
            join seat in learning.Enrolments on application.EnrolmentId equals (Guid?)seat.Id into seats
            from enrolment in seats.DefaultIfEmpty()
            group enrolment by new
            {
                application.CampaignId,
                CampaignTitle = campaign.Title,
                campaign.Provider,
                campaign.OpensOn,
                application.ProgrammeId,
                ProgrammeTitle = programme.Title,
                application.OrganisationId,
                application.State,
            } into counted
            select new Count(
                counted.Key.CampaignId,
                counted.Key.CampaignTitle,
                counted.Key.Provider,
                counted.Key.OpensOn,
                counted.Key.ProgrammeId,
                counted.Key.ProgrammeTitle,
                counted.Key.OrganisationId,
                counted.Key.State,
                counted.Count(),
                counted.Count(enrolment => enrolment!.State == EnrolmentState.Completed)
            )
        ).ToListAsync(cancellationToken);

    /// <summary>Referred people for whom a record says that they have completed the programme since.</summary>
    private Task<List<Count>> CountCompletedElsewhereAsync(
        IQueryable<TrainingApplication> applications,
        CancellationToken cancellationToken
    ) =>
        (
            from application in applications
            join campaign in learning.Campaigns on application.CampaignId equals campaign.Id
            join programme in learning.Programmes on application.ProgrammeId equals programme.Id
            where
                application.State == ApplicationState.Referred
                && history.Recorded.Any(record =>
                    record.EmployeeId == application.EmployeeId
                    && record.TitleKey == programme.TitleKey
                    && record.CompletedOn >= application.DecidedOn
                )
            group application by new
            {
                application.CampaignId,
                CampaignTitle = campaign.Title,
                campaign.Provider,
                campaign.OpensOn,
                application.ProgrammeId,
                ProgrammeTitle = programme.Title,
                application.OrganisationId,
            } into counted
            select new Count(
                counted.Key.CampaignId,
                counted.Key.CampaignTitle,
                counted.Key.Provider,
                counted.Key.OpensOn,
                counted.Key.ProgrammeId,
                counted.Key.ProgrammeTitle,
                counted.Key.OrganisationId,
                null,
                0,
                counted.Count()
            )
        ).ToListAsync(cancellationToken);

    private Task<Dictionary<Guid, OrganisationReference>> OrganisationsAsync(
        List<Count> counts,
        CancellationToken cancellationToken
    )
    {
        Guid[] ids = [.. counts.Select(count => count.OrganisationId).Distinct()];
        return territory
            .Organisations.Where(organisation => ids.Contains(organisation.Id))
            .Select(organisation => new OrganisationReference
            {
                Id = organisation.Id,
                Code = organisation.Code,
                ShortName = organisation.ShortName,
            })
            .ToDictionaryAsync(organisation => organisation.Id, cancellationToken);
    }

    private static TCounts Fill<TCounts>(TCounts row, IEnumerable<Count> counts)
        where TCounts : ApplicationCounts
    {
        List<Count> all = [.. counts];
        int Sum(params ReadOnlySpan<ApplicationState> states)
        {
            var sum = 0;
            foreach (var count in all)
            {
                sum += count.State is { } state && states.Contains(state) ? count.Applications : 0;
            }

            return sum;
        }

        var withdrawn = Sum(ApplicationState.Withdrawn);
        var requested = all.Sum(count => count.Applications) - withdrawn;
        var satisfied = Sum(ApplicationState.Approved, ApplicationState.Referred);
        return row with
        {
            Requested = requested,
            Satisfied = satisfied,
            Completed = all.Sum(count => count.Completed),
            Waiting = Sum(ApplicationState.Waiting),
            Refused = Sum(ApplicationState.Refused),
            SatisfiedPercent =
                requested == 0 ? null : Math.Round(100m * satisfied / requested, 1, MidpointRounding.AwayFromZero),
        };
    }

    /// <param name="State">Null: the row counts completions of the referred only.</param>
    private sealed record Count(
        Guid CampaignId,
        string CampaignTitle,
        string? Provider,
        DateOnly OpensOn,
        Guid ProgrammeId,
        string ProgrammeTitle,
        Guid OrganisationId,
        ApplicationState? State,
        int Applications,
        int Completed
    );
}
