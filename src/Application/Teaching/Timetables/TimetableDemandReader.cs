using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Learning.Enrolments;
using MethodCenter.Application.Teaching.Calendars;
using MethodCenter.Application.Teaching.Lessons;
using MethodCenter.Application.Teaching.Rooms;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Teaching.Calendars;
using MethodCenter.Domain.Teaching.Lessons;
using MethodCenter.Domain.Teaching.Rooms;
using MethodCenter.Domain.Teaching.Timetables;
using MethodCenter.Domain.Territory.Employees;

namespace MethodCenter.Application.Teaching.Timetables;

/// <summary>What the planner is given.</summary>
/// <param name="Courses">The courses, by id.</param>
/// <param name="Teachers">Full names of the teachers, by id.</param>
/// <param name="Demand">What is to be planned.</param>
internal sealed record TimetableSetting(
    IReadOnlyDictionary<Guid, Course> Courses,
    IReadOnlyDictionary<Guid, string> Teachers,
    TimetableDemand Demand
);

/// <summary>Gathers what a timetable is made of, in a bounded number of queries.</summary>
internal sealed class TimetableDemandReader(ITeachingStore store, ITerritoryStore territory, IClock clock)
{
    public async Task<Result<TimetableSetting>> GatherAsync(
        GenerateTimetable request,
        CancellationToken cancellationToken
    )
    {
        if (!(await CoursesAsync(request, cancellationToken)).Succeeded(out var courses, out var noCourses))
        {
            return noCourses;
        }

        // Held, so that nobody gives lessons to these courses or ends them meanwhile; what they are is read behind that.
        if (!request.DryRun)
        {
            await store.HoldCoursesAsync([.. courses.Select(course => course.Id).Order()], cancellationToken);
            if (!(await CoursesAsync(request, cancellationToken)).Succeeded(out courses, out var ended))
            {
                return ended;
            }
        }

        if (TimetableCourses.CheckTogether(courses).Error is { } apart)
        {
            return apart;
        }

        var from = request.From ?? clock.Today;
        if (!(await CalendarsAsync(courses, from, cancellationToken)).Succeeded(out var calendars, out var noCalendar))
        {
            return noCalendar;
        }

        if (!(await RoomsAsync(request, cancellationToken)).Succeeded(out var rooms, out var noRoom))
        {
            return noRoom;
        }

        if (!(await TeachersAsync(request, courses, cancellationToken)).Succeeded(out var teachers, out var noTeacher))
        {
            return noTeacher;
        }

        var standing = await StandingAsync(courses, cancellationToken);
        var rivals = await RivalsAsync(courses, cancellationToken);
        var own = standing.ToLookup(one => one.Slot.CourseId);
        var named = request.Courses.ToDictionary(body => body.CourseId);
        var learners = await LearnersAsync(courses, cancellationToken);
        var demands = courses
            .SelectMany(course => CourseGroup.Of(course).Select(group => (Course: course, Group: group)))
            .Where(one => request.HalfYear is null || one.Group.HalfYear == request.HalfYear)
            .Select(one =>
                ToDemand(
                    one.Course,
                    one.Group,
                    request,
                    named.GetValueOrDefault(one.Course.Id),
                    [.. own[one.Course.Id].Where(standing => one.Group.Has(standing.Slot.Date))],
                    rivals[one.Course.Id],
                    teachers.Learning[one.Course.Id]
                ) with
                {
                    From = one.Group.From > from ? one.Group.From : from,
                    Learners = SeatsFor(one.Course, learners[(one.Course.Id, one.Group.HalfYear)].Sum()),
                }
            )
            .Where(demand => named.Count > 0 || demand.Hours > 0)
            .ToList();
        return demands.Count == 0
            ? TimetableErrors.NoCourses
            : new TimetableSetting(
                courses.ToDictionary(course => course.Id),
                teachers.Names,
                new TimetableDemand(calendars, demands, rooms, [.. standing.Select(one => one.Slot)])
            );
    }

    private async Task<Result<List<Course>>> CoursesAsync(
        GenerateTimetable request,
        CancellationToken cancellationToken
    )
    {
        var query = store.Courses.AsNoTracking().OrderBy(course => course.Number).ThenBy(course => course.Id);
        if (request.Courses.Count > 0)
        {
            if (request.AcademicYear is not null || request.HalfYear is not null)
            {
                return TimetableErrors.CoursesOrHalfYear;
            }

            var ids = request.Courses.Select(body => body.CourseId).ToArray();
            if (ids.Distinct().Count() < ids.Length)
            {
                return TimetableErrors.CourseTwice;
            }

            var named = await query.Where(course => ids.Contains(course.Id)).ToListAsync(cancellationToken);
            if (named.Count < ids.Length)
            {
                var place = Array.FindIndex(ids, id => named.All(course => course.Id != id));
                return LessonErrors.CourseUnknown.At($"/courses/{place}/courseId");
            }

            return TimetableCourses.CheckNamed(named).Error is { } ended ? ended : named;
        }

        if (request.AcademicYear is not { } year || request.HalfYear is not { } half)
        {
            return TimetableErrors.CoursesOrHalfYear;
        }

        var other = half == HalfYear.Autumn ? CourseSeason.Spring : CourseSeason.Autumn;
        var found = await query
            .Where(course =>
                course.AcademicYear == year
                && course.Season != other
                && course.Status != CourseStatus.Completed
                && course.Status != CourseStatus.Cancelled
            )
            .Take(GenerateTimetable.MostCourses + 1)
            .ToListAsync(cancellationToken);
        return found.Count == 0 ? TimetableErrors.NoCourses
            : found.Count > GenerateTimetable.MostCourses
                ? TimetableErrors.TooManyCourses(GenerateTimetable.MostCourses)
            : found;
    }

    /// <summary>The calendars of all years in which the courses can still be taught; one that nobody has set is not guessed.</summary>
    private async Task<Result<List<AcademicCalendar>>> CalendarsAsync(
        List<Course> courses,
        DateOnly from,
        CancellationToken cancellationToken
    )
    {
        var years = YearsOf(courses, from);
        var calendars = await store
            .AcademicCalendars.AsNoTracking()
            .Where(calendar => years.Contains(calendar.AcademicYear))
            .ToListAsync(cancellationToken);
        var missing = years.Except(calendars.Select(calendar => calendar.AcademicYear)).Order().ToList();
        return missing.Count > 0 ? CalendarErrors.Missing(missing[0]) : calendars;
    }

    /// <summary>Lessons of the courses, in whatever year, and whatever else is taught in the years of the courses.</summary>
    private Task<List<Standing>> StandingAsync(List<Course> courses, CancellationToken cancellationToken)
    {
        var ids = courses.Select(course => course.Id).ToArray();
        var years = YearsOf(courses, DateOnly.MinValue);
        return store
            .Lessons.Where(lesson =>
                lesson.State == LessonState.Planned
                && (years.Contains(lesson.AcademicYear) || ids.Contains(lesson.CourseId))
            )
            .Select(lesson => new Standing(
                new TakenSlot(lesson.Date, lesson.Stream, lesson.CourseId, lesson.RoomId, lesson.TeacherId),
                lesson.Hours,
                lesson.Kind
            ))
            .ToListAsync(cancellationToken);
    }

    /// <summary>The academic years in which days of the courses lie, from a day on.</summary>
    private static AcademicYear[] YearsOf(IEnumerable<Course> courses, DateOnly from) =>
        [
            .. courses
                .Where(course => course.EndsOn >= from)
                .SelectMany(course =>
                {
                    var first = AcademicYear.Of(course.StartsOn > from ? course.StartsOn : from).StartYear;
                    var last = AcademicYear.Of(course.EndsOn).StartYear;
                    return Enumerable.Range(first, last - first + 1);
                })
                .Distinct()
                .Select(AcademicYear.Starting),
        ];

    private async Task<Result<List<Room>>> RoomsAsync(GenerateTimetable request, CancellationToken cancellationToken)
    {
        var rooms = store.Rooms.AsNoTracking().OrderBy(room => room.SiteKey).ThenBy(room => room.NameKey);
        if (request.RoomIds.Count == 0)
        {
            return await rooms.Where(room => room.Status == RoomStatus.InUse).ToListAsync(cancellationToken);
        }

        var ids = request.RoomIds.ToArray();
        var named = await rooms.Where(room => ids.Contains(room.Id)).ToListAsync(cancellationToken);
        var place = Array.FindIndex(ids, id => named.All(room => room.Id != id));
        return place < 0 ? named : RoomErrors.Unknown($"/roomIds/{place}");
    }

    /// <summary>The teachers, and of each course those of them who learn on it or wait for a seat: they do not teach it.</summary>
    private async Task<Result<Teachers>> TeachersAsync(
        GenerateTimetable request,
        List<Course> courses,
        CancellationToken cancellationToken
    )
    {
        var ids = request.TeacherIds.Concat(request.Courses.SelectMany(body => body.TeacherIds)).Distinct().ToArray();
        var known = await territory
            .SeenEmployees.Where(employee => ids.Contains(employee.Id))
            .ToDictionaryAsync(employee => employee.Id, employee => employee.FullName, cancellationToken);
        if (known.Count == ids.Length)
        {
            var taught = courses.Select(course => course.Id).ToArray();
            var learning = await store
                .EnrolmentsOf(ids, taught)
                .Select(enrolment => new { enrolment.CourseId, enrolment.EmployeeId })
                .ToListAsync(cancellationToken);
            return new Teachers(known, learning.ToLookup(one => one.CourseId, one => one.EmployeeId));
        }

        var place = request.TeacherIds.ToList().FindIndex(id => !known.ContainsKey(id));
        if (place >= 0)
        {
            return EmployeeErrors.Unknown($"/teacherIds/{place}");
        }

        var course = request.Courses.ToList().FindIndex(body => body.TeacherIds.Any(id => !known.ContainsKey(id)));
        return EmployeeErrors.Unknown($"/courses/{course}/teacherIds");
    }

    /// <summary>Of each course the courses with which it shares learners.</summary>
    private async Task<ILookup<Guid, Guid>> RivalsAsync(List<Course> courses, CancellationToken cancellationToken)
    {
        // A learner of any organisation can be in one place only, whoever asks; no learner is shown.
        var ids = courses.Select(course => course.Id).ToArray();
        var enrolments = store.Enrolments;
        var pairs = await (
            from one in enrolments.IgnoreQueryFilters([QueryFilters.Organisations])
            join other in enrolments on one.EmployeeId equals other.EmployeeId
            where
                ids.Contains(one.CourseId)
                && one.CourseId != other.CourseId
                && one.State == EnrolmentState.Enrolled
                && other.State == EnrolmentState.Enrolled
            select new { One = one.CourseId, Other = other.CourseId }
        )
            .Distinct()
            .ToListAsync(cancellationToken);
        return pairs.ToLookup(pair => pair.One, pair => pair.Other);
    }

    /// <summary>Who holds a seat, by course and half-year.</summary>
    private async Task<ILookup<(Guid CourseId, HalfYear HalfYear), int>> LearnersAsync(
        List<Course> courses,
        CancellationToken cancellationToken
    )
    {
        var ids = courses.Select(course => course.Id).ToArray();
        var counts = await store
            .Enrolments.IgnoreQueryFilters([QueryFilters.Organisations])
            .Where(enrolment => ids.Contains(enrolment.CourseId) && enrolment.State == EnrolmentState.Enrolled)
            .GroupBy(enrolment => new { enrolment.CourseId, enrolment.HalfYear })
            .Select(group => new
            {
                group.Key.CourseId,
                group.Key.HalfYear,
                Learners = group.Count(),
            })
            .ToListAsync(cancellationToken);
        return counts.ToLookup(one => (one.CourseId, one.HalfYear), one => one.Learners);
    }

    /// <summary>While people can still enrol, there must be a seat for all who may.</summary>
    private static int SeatsFor(Course course, int learners) =>
        course.Status == CourseStatus.RegistrationClosed ? learners : learners + course.Capacity - course.SeatsTaken;

    private static CourseDemand ToDemand(
        Course course,
        CourseGroup group,
        GenerateTimetable request,
        TimetableCourseBody? body,
        List<Standing> standing,
        IEnumerable<Guid> rivals,
        IEnumerable<Guid> learning
    )
    {
        var teachers = body is { TeacherIds.Count: > 0 } ? body.TeacherIds : request.TeacherIds;
        var final = standing.Find(one => one.Kind == LessonKind.FinalAssessment);
        return new CourseDemand
        {
            Id = course.Id,
            Number = course.Number,

            // Nothing is taught after the final assessment.
            To = final is null ? group.To : final.Slot.Date.AddDays(-1),
            Hours = course.Hours - standing.Sum(one => one.Hours),

            NeedsComputers = course.Line == ProgrammeLine.Ict,
            Mode = body?.Mode ?? request.Mode,
            Venue = body?.Venue ?? LessonVenue.Room,
            Place = body?.Place,
            Weekdays = body is { Weekdays.Count: > 0 } ? body.Weekdays : request.Weekdays,
            Teachers = [.. teachers.Except(learning)],
            TeachersLearn = teachers.Count > 0 && !teachers.Except(learning).Any(),
            Rivals = rivals.ToHashSet(),
            HasFinalAssessment = final is not null,
            LastStanding = standing.Count == 0 ? null : standing.Max(one => one.Slot.Date),
        };
    }

    private sealed record Teachers(IReadOnlyDictionary<Guid, string> Names, ILookup<Guid, Guid> Learning);

    private sealed record Standing(TakenSlot Slot, int Hours, LessonKind Kind);
}
