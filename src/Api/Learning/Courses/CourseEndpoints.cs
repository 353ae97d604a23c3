using MethodCenter.Application.Learning.Courses;

namespace MethodCenter.Api.Learning.Courses;

/// <summary>Courses.</summary>
internal static class CourseEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapArea(
            "courses",
            new Heading(
                "Courses",
                "Register a course of a programme, open and close its enrolment, complete or cancel it."
            )
        );
        group.Post("", RegisterCourse);
        group.Get("", ListCourses);
        group.Get("{id:guid}", GetCourse);
        group.Patch("{id:guid}", ChangeCoursePlan);
        group.Post("{id:guid}/registration-opening", OpenCourseRegistration);
        group.Post("{id:guid}/registration-closing", CloseCourseRegistration);
        group.Post("{id:guid}/completion", CompleteCourse);
        group.Post("{id:guid}/cancellation", CancelCourse);
    }

    /// <summary>Register a course</summary>
    /// <remarks>
    /// Registers one delivery of an active programme. The number is given in order of registration within the academic
    /// year, without gaps. A group above the centre's norm (DPO-10) is accepted with a warning.
    /// </remarks>
    private static Task<CreatedOutcome<CourseDetails>> RegisterCourse(Body<RegisterCourse> body, Web web) =>
        web.Create(body.Value, course => $"{Routes.Base}/courses/{course.Id}");

    /// <summary>List courses</summary>
    /// <remarks>Courses by academic year, status, season, first day, programme or words of the title.</remarks>
    private static Task<OkOutcome<Page<CourseListItem>>> ListCourses(Query<ListCourses> query, Web web) =>
        web.Read(query.Value);

    /// <summary>Course</summary>
    /// <remarks>One course with its seats; the ETag is its revision.</remarks>
    private static Task<OkOutcome<CourseDetails>> GetCourse(Guid id, Web web) => web.Read(new GetCourse(id));

    /// <summary>Change the plan of a course</summary>
    /// <remarks>Changes dates, site, form, funding or capacity; new seats go to the waiting list first.</remarks>
    private static Task<OkOutcome<CourseDetails>> ChangeCoursePlan(
        Guid id,
        Patch<CoursePlanBody> patch,
        IfMatch ifMatch,
        Web web
    ) => web.Patch(new GetCourse(id), patch, ifMatch, plan => new ChangeCoursePlan(id, ifMatch.Version, plan));

    /// <summary>Open enrolment</summary>
    /// <remarks>From now on employees can be enrolled.</remarks>
    private static Task<OkOutcome<CourseDetails>> OpenCourseRegistration(Guid id, IfMatch ifMatch, Web web) =>
        web.Change(new OpenCourseRegistration(id, ifMatch.Version));

    /// <summary>Close enrolment</summary>
    /// <remarks>Nobody can be enrolled any more; the waiting list still moves up when a seat becomes free.</remarks>
    private static Task<OkOutcome<CourseDetails>> CloseCourseRegistration(Guid id, IfMatch ifMatch, Web web) =>
        web.Change(new CloseCourseRegistration(id, ifMatch.Version));

    /// <summary>Complete a course</summary>
    /// <remarks>
    /// After its last day: everyone enrolled has then completed it, and the waiting list ends. Where a protocol of the
    /// final assessment is on file, those who have not passed, or are not named in it, must first leave the course by
    /// the completion order.
    /// </remarks>
    private static Task<OkOutcome<CourseDetails>> CompleteCourse(Guid id, IfMatch ifMatch, Web web) =>
        web.Change(new CompleteCourse(id, ifMatch.Version));

    /// <summary>Cancel a course</summary>
    /// <remarks>With a reason; its enrolments end with it.</remarks>
    private static Task<OkOutcome<CourseDetails>> CancelCourse(
        Guid id,
        Body<ReasonBody> body,
        IfMatch ifMatch,
        Web web
    ) => web.Change(new CancelCourse(id, ifMatch.Version, body.Value));
}
