using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Teaching.Calendars;
using MethodCenter.Application.Teaching.Lessons;
using MethodCenter.Application.Teaching.Timetables;

namespace MethodCenter.Api.Teaching.Lessons;

/// <summary>Timetable.</summary>
internal static class LessonEndpoints
{
    public static readonly Heading Heading = new(
        "Timetable",
        "Generate a timetable or put lessons by hand, without clashes of rooms and teachers; subscribe a calendar program to it."
    );

    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapArea("lessons", Heading);
        group.Post("", AddLesson);
        group.Get("", ListLessons);
        group.Get("{id:guid}", GetLesson);
        group.Put("{id:guid}", MoveLesson);
        group.Patch("{id:guid}", ChangeLesson);
        group.Post("{id:guid}/cancellation", CancelLesson);
        routes.MapArea("timetables", Heading).Post("", GenerateTimetable);
        routes.MapArea("courses/{id:guid}", Heading).Get("timetable.ics", GetCourseTimetable);
        routes.MapArea("employees/{id:guid}", Heading).Get("timetable.ics", GetEmployeeTimetable);
        var calendars = routes.MapArea(
            "academic-calendars",
            new Heading(
                "Academic calendars",
                "Set half-years, holidays and hours of lessons of an academic year; timetables keep to them."
            )
        );
        calendars.Get("{academicYear}", GetAcademicCalendar);
        calendars.Put("{academicYear}", SetAcademicCalendar);
    }

    /// <summary>Add a lesson to the timetable</summary>
    /// <remarks>
    /// Refused, with the reason: on a day without lessons or outside the course; when room, teacher, group or a learner
    /// is engaged elsewhere; when the room is too small; when the programme has no hours left. The final assessment
    /// comes last.
    /// </remarks>
    private static Task<CreatedOutcome<LessonDetails>> AddLesson(Body<AddLesson> body, Web web) =>
        web.Create(body.Value, lesson => $"{Routes.Base}/lessons/{lesson.Id}");

    /// <summary>Timetable of lessons</summary>
    /// <remarks>By course, teacher, room, days, stream, kind or state; in order of time.</remarks>
    private static Task<OkOutcome<Page<LessonListItem>>> ListLessons(Query<ListLessons> query, Web web) =>
        web.Read(query.Value);

    /// <summary>Lesson</summary>
    /// <remarks>One lesson; the ETag is its revision.</remarks>
    private static Task<OkOutcome<LessonDetails>> GetLesson(Guid id, Web web) => web.Read(new GetLesson(id));

    /// <summary>Move or change a lesson</summary>
    /// <remarks>Checked like a new lesson. Not once attendance is recorded.</remarks>
    private static Task<OkOutcome<LessonDetails>> MoveLesson(
        Guid id,
        Body<LessonBody> body,
        IfMatch ifMatch,
        Web web
    ) => web.Change(new MoveLesson(id, ifMatch.Version, body.Value));

    /// <summary>Change something of a lesson</summary>
    /// <remarks>A new date alone moves it; all else stays. Checked like a new lesson. Not once attendance is recorded.</remarks>
    private static Task<OkOutcome<LessonDetails>> ChangeLesson(
        Guid id,
        Patch<LessonBody> patch,
        IfMatch ifMatch,
        Web web
    ) => web.Patch(new GetLesson(id), patch, ifMatch, body => new ChangeLesson(id, ifMatch.Version, body));

    /// <summary>Cancel a lesson</summary>
    /// <remarks>With a reason; its room, teacher and hours are free again.</remarks>
    private static Task<OkOutcome<LessonDetails>> CancelLesson(
        Guid id,
        Body<ReasonBody> body,
        IfMatch ifMatch,
        Web web
    ) => web.Change(new CancelLesson(id, ifMatch.Version, body.Value));

    /// <summary>Generate a timetable</summary>
    /// <remarks>
    /// Lessons of many courses without a conflict of room, teacher, group or learner, around those that stand already;
    /// the hours are those of the programme, the last lesson is the final assessment. With <c>dryRun</c> nothing is
    /// stored. What could not be met is reported course by course.
    /// </remarks>
    private static Task<OkOutcome<TimetableProposal>> GenerateTimetable(Body<GenerateTimetable> body, Web web) =>
        web.Change(body.Value);

    /// <summary>Timetable of a course for calendar programs</summary>
    /// <remarks>
    /// A feed in iCalendar (RFC 5545) to which calendar programs subscribe; cancelled lessons are marked as such.
    /// </remarks>
    private static Task<CalendarOutcome> GetCourseTimetable(Guid id, Web web) =>
        web.Calendar(new GetCourseTimetable(id));

    /// <summary>Timetable of an employee for calendar programs</summary>
    /// <remarks>
    /// Lessons that the employee attends as a learner or gives as a teacher, as an iCalendar feed (RFC 5545), from the
    /// previous academic year on.
    /// </remarks>
    private static Task<CalendarOutcome> GetEmployeeTimetable(Guid id, Web web) =>
        web.Calendar(new GetEmployeeTimetable(id));

    /// <summary>Academic calendar</summary>
    /// <remarks>Days and bells of an academic year, e.g. <c>2019-2020</c>; the feed of changes names it by its id.</remarks>
    private static Task<OkOutcome<AcademicCalendarDetails>> GetAcademicCalendar(string academicYear, Web web) =>
        web.Read(new GetAcademicCalendar(academicYear));

    /// <summary>Set an academic calendar</summary>
    /// <remarks>
    /// First and last day, half-years, vacations and holidays, and the streams of a day with their bells (SPB-21); the
    /// hours of a stream are those that its times hold (DPO-3). Lessons that are planned must still fit in.
    /// </remarks>
    private static Task<UpsertOutcome<AcademicCalendarDetails>> SetAcademicCalendar(
        string academicYear,
        Body<AcademicCalendarBody> body,
        Web web
    ) =>
        web.Upsert(
            new SetAcademicCalendar(academicYear, body.Value),
            calendar => $"{Routes.Base}/academic-calendars/{calendar.AcademicYear}"
        );
}
