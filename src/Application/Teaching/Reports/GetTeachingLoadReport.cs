using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Reports;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Learning.Enrolments;
using MethodCenter.Application.Teaching.Lessons;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Domain.Common.Norms;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Teaching.Lessons;

namespace MethodCenter.Application.Teaching.Reports;

/// <summary>Groups and hours against the teaching rates, and the load of each teacher (SPB-22).</summary>
[Permission(ReportPermissions.Read)]
public sealed record GetTeachingLoadReport : IReportQuery<TeachingLoadReport>, IPeriodQuery
{
    /// <summary>Academic year, e.g. <c>2019-2020</c>; the current one by default.</summary>
    public AcademicYear? AcademicYear { get; init; }

    /// <summary>First day of an academic year, instead of <c>academicYear</c>; with <c>to</c>.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day of the academic year.</summary>
    public DateOnly? To { get; init; }

    public ReportWorkbook ToWorkbook(TeachingLoadReport report) => TeachingLoadReportWorkbook.Of(report);
}

internal sealed class GetTeachingLoadReportHandler(
    ITeachingStore teaching,
    ITerritoryStore territory,
    INorms norms,
    IClock clock
) : IQueryHandler<GetTeachingLoadReport, TeachingLoadReport>
{
    public async Task<Result<TeachingLoadReport>> Handle(
        GetTeachingLoadReport request,
        CancellationToken cancellationToken
    )
    {
        if (!request.Year(clock.Today).Succeeded(out var year, out var error))
        {
            return error;
        }

        var normSet = await norms.GetAsync(cancellationToken);
        var courses = await CoursesAsync(year, cancellationToken);
        var loads = await LoadsAsync(year, cancellationToken);
        var lines = Enum.GetValues<ProgrammeLine>()
            .Select(line =>
                Line(
                    TeachingPlan.Of(line, year, normSet),
                    CourseNorms.GroupSize(line, year.From, normSet),
                    courses.FindAll(course => course.Line == line),
                    loads.FindAll(load => load.Line == line)
                )
            )
            .Where(line => line is not { Rates: 0, Groups: 0, HoursPlanned: 0 })
            .ToList();
        var plan = TeachingPlan.Of(ProgrammeLine.Thematic, year, normSet);
        return new TeachingLoadReport
        {
            AcademicYear = year,
            ComputedAt = clock.Now,
            Basis = Texts.Texts.Get("report.teaching-load.basis"),
            HoursPerRate = plan.HoursPerRate,
            GroupsPerRate = plan.GroupsPerRate,
            Lines = lines,
            Total = Total(lines, plan),
            Teachers =
            [
                .. loads
                    .GroupBy(load => (load.NameKey, load.TeacherId, load.Line))
                    .OrderBy(group => group.Key.NameKey, StringComparer.Ordinal)
                    .ThenBy(group => group.Key.TeacherId)
                    .ThenBy(group => group.Key.Line)
                    .Select(group => Teacher([.. group], plan)),
            ],
        };
    }

    /// <summary>The courses of the year with their learners. One SQL command.</summary>
    private Task<List<CourseLine>> CoursesAsync(AcademicYear year, CancellationToken cancellationToken)
    {
        var learners = teaching.Enrolments.Where(enrolment =>
            enrolment.State == EnrolmentState.Enrolled || enrolment.State == EnrolmentState.Completed
        );
        return teaching
            .Courses.Where(course => course.AcademicYear == year && course.Status != CourseStatus.Cancelled)
            .Select(course => new CourseLine
            {
                Line = course.Line,
                Season = course.Season,
                Hours = course.Hours,
                Learners = learners.Count(enrolment => enrolment.CourseId == course.Id),
            })
            .ToListAsync(cancellationToken);
    }

    /// <summary>Hours of lessons by teacher, line, venue and whether they were given. One SQL command.</summary>
    private Task<List<Load>> LoadsAsync(AcademicYear year, CancellationToken cancellationToken)
    {
        // A teacher may work at a school that is not the caller's; his name stands in the timetable that everybody sees.
        var teachers = territory.Employees.IgnoreQueryFilters([QueryFilters.Organisations]);
        var loads =
            from lesson in teaching.Lessons
            where lesson.AcademicYear == year && lesson.State == LessonState.Planned
            join course in teaching.Courses on lesson.CourseId equals course.Id
            join teacher in teachers on lesson.TeacherId equals teacher.Id
            group lesson by new
            {
                lesson.TeacherId,
                teacher.LastName,
                teacher.FirstName,
                teacher.Patronymic,
                teacher.NameKey,
                course.Line,
                lesson.Venue,
                IsGiven = lesson.HeldRecordedOn != null,
            } into held
            select new Load
            {
                TeacherId = held.Key.TeacherId,
                LastName = held.Key.LastName,
                FirstName = held.Key.FirstName,
                Patronymic = held.Key.Patronymic,
                NameKey = held.Key.NameKey,
                Line = held.Key.Line,
                Venue = held.Key.Venue,
                IsGiven = held.Key.IsGiven,
                Hours = held.Sum(lesson => lesson.Hours),
                Lessons = held.Count(),
            };
        return loads.AsNoTracking().ToListAsync(cancellationToken);
    }

    private static TeachingLoadLine Line(
        TeachingPlan plan,
        NormVersion groupSize,
        List<CourseLine> courses,
        List<Load> loads
    )
    {
        var groups = courses.Sum(course => TeachingPlan.GroupsOf(course.Season));
        var hours = courses.Sum(course => course.Hours * TeachingPlan.GroupsOf(course.Season));
        var learners = courses.Sum(course => course.Learners);
        return WithHours(
            new TeachingLoadLine
            {
                Line = plan.Line,
                GroupSizeByNorm = groupSize.AsWholeNumber(),
                Rates = plan.Rates,
                GroupsByNorm = plan.Groups,
                Groups = groups,
                GroupsDifference = groups - plan.Groups,
                HoursByNorm = plan.Hours,
                HoursOfGroups = hours,
                RatesOfGroups = plan.RatesOf(hours),
                Learners = learners,
                LearnersPerGroup = PerGroup(learners, groups),
            },
            loads
        );
    }

    private static TeachingLoadTotal Total(List<TeachingLoadLine> lines, TeachingPlan plan)
    {
        var (groups, learners) = (lines.Sum(line => line.Groups), lines.Sum(line => line.Learners));
        var hours = lines.Sum(line => line.HoursOfGroups);
        return new TeachingLoadTotal
        {
            Rates = lines.Sum(line => line.Rates),
            GroupsByNorm = lines.Sum(line => line.GroupsByNorm),
            Groups = groups,
            GroupsDifference = lines.Sum(line => line.GroupsDifference),
            HoursByNorm = lines.Sum(line => line.HoursByNorm),
            HoursOfGroups = hours,
            RatesOfGroups = plan.RatesOf(hours),
            Learners = learners,
            LearnersPerGroup = PerGroup(learners, groups),
            HoursPlanned = lines.Sum(line => line.HoursPlanned),
            HoursGiven = lines.Sum(line => line.HoursGiven),
            HoursOffSite = lines.Sum(line => line.HoursOffSite),
            LessonsOffSite = lines.Sum(line => line.LessonsOffSite),
        };
    }

    private static TeachingLoadTeacher Teacher(List<Load> loads, TeachingPlan plan) =>
        WithHours(
            new TeachingLoadTeacher
            {
                EmployeeId = loads[0].TeacherId,
                FullName = string.Join(
                    ' ',
                    new[] { loads[0].LastName, loads[0].FirstName, loads[0].Patronymic }.Where(part => part is not null)
                ),
                Line = loads[0].Line,
                RatesPlanned = plan.RatesOf(loads.Sum(load => load.Hours)),
            },
            loads
        );

    private static T WithHours<T>(T row, List<Load> loads)
        where T : TeachingLoadHours =>
        row with
        {
            HoursPlanned = loads.Sum(load => load.Hours),
            HoursGiven = loads.Where(load => load.IsGiven).Sum(load => load.Hours),
            HoursOffSite = loads.Where(load => load.Venue == LessonVenue.OffSite).Sum(load => load.Hours),
            LessonsOffSite = loads.Where(load => load.Venue == LessonVenue.OffSite).Sum(load => load.Lessons),
        };

    private static decimal? PerGroup(int learners, int groups) =>
        groups == 0 ? null : decimal.Round((decimal)learners / groups, 1, MidpointRounding.AwayFromZero);

    private sealed class CourseLine
    {
        public ProgrammeLine Line { get; init; }

        public CourseSeason Season { get; init; }

        public int Hours { get; init; }

        public int Learners { get; init; }
    }

    private sealed class Load
    {
        public Guid TeacherId { get; init; }

        public string LastName { get; init; } = "";

        public string FirstName { get; init; } = "";

        public string? Patronymic { get; init; }

        public string NameKey { get; init; } = "";

        public ProgrammeLine Line { get; init; }

        public LessonVenue Venue { get; init; }

        public bool IsGiven { get; init; }

        public int Hours { get; init; }

        public int Lessons { get; init; }
    }
}
