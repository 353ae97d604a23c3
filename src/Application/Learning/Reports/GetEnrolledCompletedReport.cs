using FluentValidation;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Percents;
using MethodCenter.Application.Common.Reports;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Learning.Enrolments;
using MethodCenter.Domain.Common.Reports;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Learning.Programmes;

namespace MethodCenter.Application.Learning.Reports;

/// <summary>Who was enrolled and who completed, by line and funding, of a year or a period (SPB-71).</summary>
[Permission(ReportPermissions.Read)]
public sealed record GetEnrolledCompletedReport : IReportQuery<EnrolledCompletedReport>, IPeriodQuery
{
    /// <summary>Courses that end in the academic year, e.g. <c>2019-2020</c>; in the current one where no day is given.</summary>
    public AcademicYear? AcademicYear { get; init; }

    /// <summary>Courses that end on this day or later.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Courses that end on this day or earlier.</summary>
    public DateOnly? To { get; init; }

    public ReportWorkbook ToWorkbook(EnrolledCompletedReport report) => EnrolledCompletedReportWorkbook.Of(report);
}

internal sealed class GetEnrolledCompletedReportValidator : AbstractValidator<GetEnrolledCompletedReport>
{
    public GetEnrolledCompletedReportValidator()
    {
        RuleFor(query => query.From).ReasonableDay();
        RuleFor(query => query.To).ReasonableDay();
    }
}

internal sealed class GetEnrolledCompletedReportHandler(ILearningStore learning, IClock clock)
    : IQueryHandler<GetEnrolledCompletedReport, EnrolledCompletedReport>
{
    public async Task<Result<EnrolledCompletedReport>> Handle(
        GetEnrolledCompletedReport request,
        CancellationToken cancellationToken
    )
    {
        var current = ReportPeriod.Of(AcademicYear.Of(clock.Today));
        if (!request.Period(ReportPeriodKind.Days, null, current, clock.Today).Succeeded(out var period, out var error))
        {
            return error;
        }

        var groups = await ReadAsync(period, cancellationToken);
        return new EnrolledCompletedReport
        {
            AcademicYear = period.AsAcademicYear,
            From = period.From,
            To = period.To,
            ComputedAt = clock.Now,
            Basis = Texts.Texts.Get("report.enrolled-completed.basis"),
            Rows =
            [
                .. groups
                    .GroupBy(one => (one.Course.Line, one.Block.Source, one.Block.Reference))
                    .OrderBy(row => row.Key.Line)
                    .ThenBy(row => row.Key.Source)
                    .ThenByName(row => row.Key.Reference)
                    .Select(row =>
                        Fill(
                            new EnrolledCompletedRow
                            {
                                Line = row.Key.Line,
                                Source = row.Key.Source,
                                Reference = row.Key.Reference,
                            },
                            row
                        )
                    ),
            ],
            Lines =
            [
                .. groups
                    .GroupBy(one => one.Course.Line)
                    .OrderBy(line => line.Key)
                    .Select(line => Fill(new EnrolledCompletedLine { Line = line.Key }, line)),
            ],
            Sources =
            [
                .. groups
                    .GroupBy(one => one.Block.Source)
                    .OrderBy(source => source.Key)
                    .Select(source => Fill(new EnrolledCompletedSource { Source = source.Key }, source)),
            ],
            Total = Fill(new EnrolledCompletedCounts(), groups),
        };
    }

    /// <summary>The courses of the period, each with its learners by who pays for them. Two SQL commands.</summary>
    private async Task<List<PaidGroup>> ReadAsync(ReportPeriod period, CancellationToken cancellationToken)
    {
        // By the last day however the period is named: two ways to count a year would differ by the courses that cross
        // 31 August, and tell of their few learners (PD-10).
        var counted = learning
            .Courses.Where(course => course.Status != CourseStatus.Cancelled)
            .WhereGiven(period.From, day => course => course.EndsOn >= day)
            .WhereGiven(period.To, day => course => course.EndsOn <= day);
        var courses = await counted
            .Select(course => new CourseLine(
                course.Id,
                course.ProgrammeId,
                course.Line,
                new FundingBlock(course.Funding.Source, course.Funding.Reference)
            ))
            .ToDictionaryAsync(course => course.Id, cancellationToken);
        var seats = await SeatsAsync(counted, cancellationToken);
        return
        [
            .. courses.Values.Select(course => new PaidGroup(course, course.Block, null, 0)),
            .. seats.Select(seat =>
            {
                var course = courses[seat.CourseId];
                var block = course.Block.ForLearner(seat.Source, seat.Reference);
                return new PaidGroup(course, block, seat.State, seat.Learners);
            }),
        ];
    }

    private Task<List<Seats>> SeatsAsync(IQueryable<Course> courses, CancellationToken cancellationToken)
    {
        // Those who left without ever holding a seat were only on the waiting list.
        var held = learning.Enrolments.Where(enrolment =>
            enrolment.State == EnrolmentState.Enrolled
            || enrolment.State == EnrolmentState.Completed
            || (enrolment.State == EnrolmentState.Withdrawn && enrolment.EnrolledOn != null)
        );
        return (
            from seat in held
            join course in courses on seat.CourseId equals course.Id
            group seat by new
            {
                seat.CourseId,
                seat.FundingSource,
                seat.FundingReference,
                seat.State,
            } into paid
            select new Seats(
                paid.Key.CourseId,
                paid.Key.FundingSource,
                paid.Key.FundingReference,
                paid.Key.State,
                paid.Count()
            )
        ).ToListAsync(cancellationToken);
    }

    private static T Fill<T>(T row, IEnumerable<PaidGroup> groups)
        where T : EnrolledCompletedCounts
    {
        var all = groups.ToList();
        var (completed, studying) = (Count(EnrolmentState.Completed), Count(EnrolmentState.Enrolled));
        var withdrawn = Count(EnrolmentState.Withdrawn);
        var enrolled = completed + studying + withdrawn;
        return row with
        {
            Programmes = all.DistinctBy(one => one.Course.ProgrammeId).Count(),
            Courses = all.DistinctBy(one => one.Course.Id).Count(),
            Enrolled = enrolled,
            Completed = completed,
            Studying = studying,
            Withdrawn = withdrawn,
            CompletedPercent = Percent.Of(completed, enrolled),
        };

        int Count(EnrolmentState state) => all.Where(one => one.State == state).Sum(one => one.Learners);
    }

    private sealed record CourseLine(Guid Id, Guid ProgrammeId, ProgrammeLine Line, FundingBlock Block);

    private sealed record Seats(
        Guid CourseId,
        FundingSource? Source,
        string? Reference,
        EnrolmentState State,
        int Learners
    );

    /// <summary>Learners of a course in one state for whom one block pays; without a state the course itself, which may have none.</summary>
    private sealed record PaidGroup(CourseLine Course, FundingBlock Block, EnrolmentState? State, int Learners);
}
