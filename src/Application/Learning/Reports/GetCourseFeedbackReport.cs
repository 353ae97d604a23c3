using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Percents;
using MethodCenter.Application.Common.Reports;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Learning.Enrolments;
using MethodCenter.Application.Learning.Feedback;
using MethodCenter.Application.Learning.Programmes;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Learning.Feedback;

namespace MethodCenter.Application.Learning.Reports;

/// <summary>Answers of learners of a year by programme and question, with the share of those who answered (POL-T04).</summary>
[Permission(ReportPermissions.Read)]
public sealed record GetCourseFeedbackReport : IReportQuery<CourseFeedbackReport>, IPeriodQuery
{
    /// <summary>Academic year, e.g. <c>2019-2020</c>; the current one by default.</summary>
    public AcademicYear? AcademicYear { get; init; }

    /// <summary>First day of an academic year, instead of <c>academicYear</c>; with <c>to</c>.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day of the academic year.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Courses of one programme.</summary>
    public Guid? ProgrammeId { get; init; }

    public ReportWorkbook ToWorkbook(CourseFeedbackReport report) => CourseFeedbackReportWorkbook.Of(report);
}

internal sealed class GetCourseFeedbackReportHandler(ILearningStore learning, INorms norms, IClock clock)
    : IQueryHandler<GetCourseFeedbackReport, CourseFeedbackReport>
{
    public async Task<Result<CourseFeedbackReport>> Handle(
        GetCourseFeedbackReport request,
        CancellationToken cancellationToken
    )
    {
        var today = clock.Today;
        if (!request.Year(today).Succeeded(out var year, out var error))
        {
            return error;
        }

        // Shown by the norms of today, the day on which it is made.
        var limits = FeedbackLimits.On(today, await norms.GetAsync(cancellationToken));
        var (from, to) = (year.From, year.To < today ? year.To : today);
        var ended = learning
            .Courses.Where(course =>
                course.Status != CourseStatus.Cancelled && course.EndsOn >= from && course.EndsOn <= to
            )
            .WhereGiven(request.ProgrammeId, id => course => course.ProgrammeId == id);
        var courses = await CoursesAsync(ended, cancellationToken);
        var feedback = await learning
            .CourseFeedback.AsNoTracking()
            .Where(one => ended.Any(course => course.Id == one.CourseId))
            .ToDictionaryAsync(one => one.CourseId, cancellationToken);
        var programmes = courses
            .GroupBy(course => (course.ProgrammeId, course.Title))
            .OrderByName(group => group.Key.Title)
            .ThenBy(group => group.Key.ProgrammeId)
            .Select(group => new ProgrammeFeedback(
                group.Key.ProgrammeId,
                group.Key.Title,
                [.. group],
                [.. group.Select(course => feedback.GetValueOrDefault(course.Id)).OfType<CourseFeedback>()],
                limits
            ))
            .ToList();
        var models = programmes.ConvertAll(programme => programme.ToModel());
        return new CourseFeedbackReport
        {
            AcademicYear = year,
            ComputedAt = clock.Now,
            Basis = Texts.Texts.Get("report.course-feedback.basis"),
            LeastRespondents = limits.LeastRespondents,
            SmallGroup = limits.SmallGroup,
            Programmes = models,
            Total = Total(models),
            Questions = Questions(programmes.SelectMany(programme => programme.Shown), limits),
        };
    }

    /// <summary>The courses that have ended, with those who studied to the end. One SQL command.</summary>
    private Task<List<CourseLine>> CoursesAsync(IQueryable<Course> ended, CancellationToken cancellationToken)
    {
        var learners = learning.Enrolments.Where(enrolment =>
            enrolment.State == EnrolmentState.Enrolled || enrolment.State == EnrolmentState.Completed
        );
        var lines =
            from course in ended
            join programme in learning.Programmes on course.ProgrammeId equals programme.Id
            select new CourseLine
            {
                Id = course.Id,
                ProgrammeId = course.ProgrammeId,
                Title = programme.Title,
                Learners = learners.Count(enrolment => enrolment.CourseId == course.Id),
            };
        return lines.ToListAsync(cancellationToken);
    }

    private static CourseFeedbackReportCounts Total(List<CourseFeedbackReportProgramme> counts)
    {
        var (learners, respondents) = (counts.Sum(one => one.Learners), counts.Sum(one => one.Respondents));
        return new CourseFeedbackReportCounts
        {
            Courses = counts.Sum(one => one.Courses),
            CoursesAnswered = counts.Sum(one => one.CoursesAnswered),
            Learners = learners,
            Respondents = respondents,
            ResponsePercent = Percent.Of(respondents, learners),
            RespondentsWithheld = counts.Sum(one => one.RespondentsWithheld),
        };
    }

    /// <summary>One wording of a question is one question, whichever questionnaire asked it.</summary>
    private static FeedbackQuestionResult[] Questions(IEnumerable<CourseFeedback> shown, FeedbackLimits limits) =>
        [
            .. shown
                .SelectMany(feedback => feedback.Tallies)
                .GroupBy(tally => (tally.Topic, tally.Kind, tally.Text))
                .OrderBy(group => group.Key.Topic)
                .ThenBy(group => group.Key.Text, StringComparer.Ordinal)
                .Select(group => FeedbackQuestionResult.Of([.. group], limits)),
        ];

    private sealed class CourseLine
    {
        public Guid Id { get; init; }

        public Guid ProgrammeId { get; init; }

        public string Title { get; init; } = "";

        public int Learners { get; init; }
    }

    /// <summary>A programme, and which of its feedback may be added up.</summary>
    private sealed class ProgrammeFeedback(
        Guid programmeId,
        string title,
        List<CourseLine> courses,
        List<CourseFeedback> feedback,
        FeedbackLimits limits
    )
    {
        public IReadOnlyList<CourseFeedback> Shown { get; } = limits.Summable(feedback);

        public CourseFeedbackReportProgramme ToModel()
        {
            var (learners, respondents) = (courses.Sum(one => one.Learners), feedback.Sum(one => one.Respondents));
            return new CourseFeedbackReportProgramme
            {
                ProgrammeId = programmeId,
                Title = title,
                Courses = courses.Count,
                CoursesAnswered = feedback.Count,
                Learners = learners,
                Respondents = respondents,
                ResponsePercent = Percent.Of(respondents, learners),
                RespondentsWithheld = respondents - Shown.Sum(one => one.Respondents),
                Questions = Questions(Shown, limits),
            };
        }
    }
}
