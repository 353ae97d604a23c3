using System.Linq.Expressions;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Reports;
using MethodCenter.Application.Learning.Programmes;
using MethodCenter.Domain.Common.Reports;
using MethodCenter.Domain.Learning.Programmes;

namespace MethodCenter.Application.Learning.Reports;

/// <summary>Programmes by state, and what the internal expertise has said of them (KRS-27).</summary>
[Permission(ReportPermissions.Read)]
[NotPersons]
public sealed record GetProgrammeExpertiseReport : ListQuery, IReportQuery<ProgrammeExpertiseReport>, IPeriodQuery
{
    /// <summary>Programmes last submitted, and reviews given, on this day or later; all by default.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Programmes last submitted, and reviews given, on this day or earlier.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The period as an academic year, e.g. <c>2019-2020</c>.</summary>
    public AcademicYear? AcademicYear { get; init; }

    /// <summary>Programmes in one state; the counts do not change.</summary>
    public ProgrammeStatus? Status { get; init; }

    public ReportWorkbook ToWorkbook(ProgrammeExpertiseReport report) => ProgrammeExpertiseReportWorkbook.Of(report);
}

internal sealed class GetProgrammeExpertiseReportHandler(ILearningStore store, IClock clock)
    : IQueryHandler<GetProgrammeExpertiseReport, ProgrammeExpertiseReport>
{
    internal static readonly SortFields<Programme> Sort = new SortFields<Programme>("title")
        .Add("title", programme => programme.TitleKey)
        .Add("code", programme => programme.Code);

    private static readonly Expression<Func<Programme, ProgrammeExpertiseItem>> Projection =
        programme => new ProgrammeExpertiseItem
        {
            Id = programme.Id,
            Code = programme.Code,
            Title = programme.Title,
            Status = programme.Status,
            Edition = programme.Edition,
            Round = programme.ReviewRound,
            SubmittedOn = programme.SubmittedOn,
            ApprovalNumber = programme.ApprovalNumber,
            Recommended = programme.Reviews.Count(review =>
                review.Round == programme.ReviewRound && review.Verdict == ReviewVerdict.Recommended
            ),
            ToRevise = programme.Reviews.Count(review =>
                review.Round == programme.ReviewRound && review.Verdict == ReviewVerdict.Revision
            ),
            Rejected = programme.Reviews.Count(review =>
                review.Round == programme.ReviewRound && review.Verdict == ReviewVerdict.Rejected
            ),
        };

    public async Task<Result<ProgrammeExpertiseReport>> Handle(
        GetProgrammeExpertiseReport request,
        CancellationToken cancellationToken
    )
    {
        if (!request.Period(ReportPeriodKind.Days, null, default, clock.Today).Succeeded(out var period, out var wrong))
        {
            return wrong;
        }

        var programmes = store
            .Programmes.WhereGiven(period.From, day => programme => programme.SubmittedOn >= day)
            .WhereGiven(period.To, day => programme => programme.SubmittedOn <= day);
        var page = await programmes
            .Where(programme => programme.ReviewRound > 0 || programme.Status == ProgrammeStatus.Draft)
            .WhereGiven(request.Status, status => programme => programme.Status == status)
            .ToPageAsync(request, Sort, Projection, cancellationToken);
        if (!page.Succeeded(out var found, out var error))
        {
            return error;
        }

        var states = await programmes
            .GroupBy(programme => programme.Status)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToListAsync(cancellationToken);
        var verdicts = await store
            .ProgrammeReviews.WhereGiven(period.From, day => review => review.ReviewedOn >= day)
            .WhereGiven(period.To, day => review => review.ReviewedOn <= day)
            .GroupBy(review => review.Verdict)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToListAsync(cancellationToken);
        return new ProgrammeExpertiseReport
        {
            From = period.From,
            To = period.To,
            ComputedAt = clock.Now,
            Basis = Texts.Texts.Get("report.programme-expertise.basis"),
            States =
            [
                .. Enum.GetValues<ProgrammeStatus>()
                    .Select(status => new ProgrammeStateCount
                    {
                        Status = status,
                        Count = states.Find(state => state.Key == status)?.Count ?? 0,
                    }),
            ],
            Verdicts =
            [
                .. Enum.GetValues<ReviewVerdict>()
                    .Select(verdict => new ReviewVerdictCount
                    {
                        Verdict = verdict,
                        Count = verdicts.Find(one => one.Key == verdict)?.Count ?? 0,
                    }),
            ],
            Programmes = found,
        };
    }
}
