using FluentValidation;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Percents;
using MethodCenter.Application.Common.Reports;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Learning.Enrolments;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Learning.Programmes;

namespace MethodCenter.Application.Learning.Reports;

/// <summary>Who was enrolled and who completed, by line and funding, of a year or a period (SPB-71).</summary>
[Permission(ReportPermissions.Read)]
public sealed record GetEnrolledCompletedReport : IReportQuery<EnrolledCompletedReport>, IPeriodQuery
{
    /// <summary>Academic year, e.g. <c>2019-2020</c>; the current one where neither it nor a day is given.</summary>
    public AcademicYear? AcademicYear { get; init; }

    /// <summary>Courses that end on this day or later, of any year.</summary>
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
        var byDays = request.From is not null || request.To is not null;
        AcademicYear? year = request.AcademicYear ?? (byDays ? null : AcademicYear.Of(clock.Today));
        var courses = await ReadAsync(request, year, cancellationToken);
        return new EnrolledCompletedReport
        {
            AcademicYear = year,
            From = request.From,
            To = request.To,
            ComputedAt = clock.Now,
            Basis = Texts.Texts.Get("report.enrolled-completed.basis"),
            Rows =
            [
                .. courses
                    .GroupBy(course => (course.Line, course.Source, course.Reference))
                    .OrderBy(group => group.Key.Line)
                    .ThenBy(group => group.Key.Source)
                    .ThenBy(group => group.Key.Reference, StringComparer.Ordinal)
                    .Select(group =>
                        Fill(
                            new EnrolledCompletedRow
                            {
                                Line = group.Key.Line,
                                Source = group.Key.Source,
                                Reference = group.Key.Reference,
                            },
                            group
                        )
                    ),
            ],
            Lines =
            [
                .. courses
                    .GroupBy(course => course.Line)
                    .OrderBy(group => group.Key)
                    .Select(group => Fill(new EnrolledCompletedLine { Line = group.Key }, group)),
            ],
            Sources =
            [
                .. courses
                    .GroupBy(course => course.Source)
                    .OrderBy(group => group.Key)
                    .Select(group => Fill(new EnrolledCompletedSource { Source = group.Key }, group)),
            ],
            Total = Fill(new EnrolledCompletedCounts(), courses),
        };
    }

    /// <summary>The courses of the period with their learners by state. One SQL command.</summary>
    private Task<List<CourseLine>> ReadAsync(
        GetEnrolledCompletedReport request,
        AcademicYear? year,
        CancellationToken cancellationToken
    )
    {
        // Those who left without ever holding a seat were only on the waiting list.
        var seats = learning.Enrolments.Where(enrolment =>
            enrolment.State == EnrolmentState.Enrolled
            || enrolment.State == EnrolmentState.Completed
            || (enrolment.State == EnrolmentState.Withdrawn && enrolment.EnrolledOn != null)
        );
        var courses = learning
            .Courses.Where(course => course.Status != CourseStatus.Cancelled)
            .WhereGiven(year, known => course => course.AcademicYear == known)
            .WhereGiven(request.From, day => course => course.EndsOn >= day)
            .WhereGiven(request.To, day => course => course.EndsOn <= day);
        var lines =
            from course in courses
            select new CourseLine
            {
                ProgrammeId = course.ProgrammeId,
                Line = course.Line,
                Source = course.Funding.Source,
                Reference = course.Funding.Reference,
                Completed = seats.Count(seat => seat.CourseId == course.Id && seat.State == EnrolmentState.Completed),
                Studying = seats.Count(seat => seat.CourseId == course.Id && seat.State == EnrolmentState.Enrolled),
                Withdrawn = seats.Count(seat => seat.CourseId == course.Id && seat.State == EnrolmentState.Withdrawn),
            };
        return lines.ToListAsync(cancellationToken);
    }

    private static T Fill<T>(T row, IEnumerable<CourseLine> courses)
        where T : EnrolledCompletedCounts
    {
        var all = courses.ToList();
        var (completed, enrolled) = (all.Sum(course => course.Completed), all.Sum(course => course.Enrolled));
        return row with
        {
            Programmes = all.DistinctBy(course => course.ProgrammeId).Count(),
            Courses = all.Count,
            Enrolled = enrolled,
            Completed = completed,
            Studying = all.Sum(course => course.Studying),
            Withdrawn = all.Sum(course => course.Withdrawn),
            CompletedPercent = Percent.Of(completed, enrolled),
        };
    }

    private sealed class CourseLine
    {
        public Guid ProgrammeId { get; init; }

        public ProgrammeLine Line { get; init; }

        public FundingSource Source { get; init; }

        public string? Reference { get; init; }

        public int Completed { get; init; }

        public int Studying { get; init; }

        public int Withdrawn { get; init; }

        public int Enrolled => Completed + Studying + Withdrawn;
    }
}
