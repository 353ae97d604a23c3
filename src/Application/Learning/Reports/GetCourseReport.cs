using MethodCenter.Application.Common.Reports;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Learning.Enrolments;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Learning.Programmes;

namespace MethodCenter.Application.Learning.Reports;

/// <summary>Courses of a year by block and site, with learners by half-year and totals (SPB-20, SPB-T02).</summary>
[Permission(ReportPermissions.Read)]
public sealed record GetCourseReport : IReportQuery<CourseReport>, IPeriodQuery
{
    /// <summary>Academic year, e.g. <c>2019-2020</c>; the current one by default.</summary>
    public AcademicYear? AcademicYear { get; init; }

    /// <summary>First day of an academic year, instead of <c>academicYear</c>; with <c>to</c>.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day of the academic year.</summary>
    public DateOnly? To { get; init; }

    public ReportWorkbook ToWorkbook(CourseReport report) => CourseReportWorkbook.Of(report);
}

internal sealed class GetCourseReportHandler(ILearningStore learning, IClock clock)
    : IQueryHandler<GetCourseReport, CourseReport>
{
    public async Task<Result<CourseReport>> Handle(GetCourseReport request, CancellationToken cancellationToken)
    {
        if (!request.Year(clock.Today).Succeeded(out var year, out var error))
        {
            return error;
        }

        var courses = await learning
            .Courses.Where(course => course.AcademicYear == year && course.Status != CourseStatus.Cancelled)
            .OrderBy(course => course.Number)
            .Select(course => new CourseLine(
                course.Id,
                course.Number,
                course.Title,
                course.Form,
                course.Season,
                course.Funding.Source,
                course.Funding.Reference,
                course.Site
            ))
            .ToListAsync(cancellationToken);
        var learners = await CountLearnersAsync(year, cancellationToken);
        foreach (var course in courses)
        {
            course.Autumn = learners.GetValueOrDefault((course.Id, HalfYear.Autumn));
            course.Spring = learners.GetValueOrDefault((course.Id, HalfYear.Spring));
        }

        return new CourseReport
        {
            AcademicYear = year,
            ComputedAt = clock.Now,
            Basis = Texts.Texts.Get("report.courses.basis"),
            Blocks =
            [
                .. courses
                    .GroupBy(course => (course.Source, course.Reference))
                    .OrderBy(block => block.Key.Source)
                    .ThenByName(block => block.Key.Reference)
                    .Select(block => Block(block.Key.Source, block.Key.Reference, [.. block])),
            ],
            Sources =
            [
                .. courses
                    .GroupBy(course => course.Source)
                    .OrderBy(source => source.Key)
                    .Select(source => new CourseReportSource
                    {
                        Source = source.Key,
                        Name = Texts.Texts.Name(source.Key),
                        Total = TotalOf([.. source]),
                    }),
            ],
            Total = TotalOf(courses),
        };
    }

    /// <summary>Who studies or has studied: the waiting list and those withdrawn are not learners.</summary>
    private async Task<Dictionary<(Guid, HalfYear), int>> CountLearnersAsync(
        AcademicYear year,
        CancellationToken cancellationToken
    )
    {
        var counts = await learning
            .Enrolments.Where(enrolment =>
                enrolment.State == EnrolmentState.Enrolled || enrolment.State == EnrolmentState.Completed
            )
            .Join(
                learning.Courses.Where(course => course.AcademicYear == year),
                enrolment => enrolment.CourseId,
                course => course.Id,
                (enrolment, _) => new { enrolment.CourseId, enrolment.HalfYear }
            )
            .GroupBy(learner => new { learner.CourseId, learner.HalfYear })
            .Select(group => new
            {
                group.Key.CourseId,
                group.Key.HalfYear,
                Learners = group.Count(),
            })
            .ToListAsync(cancellationToken);
        return counts.ToDictionary(count => (count.CourseId, count.HalfYear), count => count.Learners);
    }

    private static CourseReportBlock Block(FundingSource source, string? reference, List<CourseLine> courses) =>
        new()
        {
            Source = source,
            Name = Texts.Texts.Name(source),
            Reference = reference,
            Sites =
            [
                .. courses
                    .GroupBy(course => course.Site)
                    .Select(site => new CourseReportSite
                    {
                        Site = site.Key,
                        Courses = [.. site.Select(Row)],
                        Total = TotalOf([.. site]),
                    }),
            ],
            Total = TotalOf(courses),
        };

    private static CourseReportTotal TotalOf(List<CourseLine> courses) =>
        new()
        {
            Value = courses.Sum(course => course.Autumn + course.Spring),
            LearnersAutumn = courses.Sum(course => course.Autumn),
            LearnersSpring = courses.Sum(course => course.Spring),
            Courses = courses.Count,
        };

    private static CourseReportRow Row(CourseLine course) =>
        new()
        {
            CourseId = course.Id,
            Number = course.Number,
            Title = course.Title,
            Form = course.Form,
            FormName = Texts.Texts.Name(course.Form),
            Season = course.Season,
            SeasonName = Texts.Texts.Name(course.Season),
            LearnersAutumn = course.Autumn,
            LearnersSpring = course.Spring,
            LearnersTotal = course.Autumn + course.Spring,
        };

    private sealed record CourseLine(
        Guid Id,
        int Number,
        string Title,
        StudyForm Form,
        CourseSeason Season,
        FundingSource Source,
        string? Reference,
        string? Site
    )
    {
        public int Autumn { get; set; }

        public int Spring { get; set; }
    }
}
