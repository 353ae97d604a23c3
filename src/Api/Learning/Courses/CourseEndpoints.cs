using MethodCenter.Application.Learning.Courses;

namespace MethodCenter.Api.Learning.Courses;

/// <summary>Курсы.</summary>
internal static class CourseEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapArea("courses", "Курсы");
        group.Post("", RegisterCourse);
        group.Get("", ListCourses);
        group.Get("{id:guid}", GetCourse);
        group.Patch("{id:guid}", ChangeCoursePlan);
        group.Post("{id:guid}/registration-opening", OpenCourseRegistration);
        group.Post("{id:guid}/registration-closing", CloseCourseRegistration);
        group.Post("{id:guid}/completion", CompleteCourse);
        group.Post("{id:guid}/cancellation", CancelCourse);
    }

    /// <summary>Зарегистрировать курс</summary>
    /// <remarks>
    /// Registers one delivery of an active programme. The number is given in order of registration within the academic
    /// year, without gaps. A group above the centre's norm (DPO-10) is accepted with a warning.
    /// </remarks>
    private static Task<CreatedOutcome<CourseDetails>> RegisterCourse(Body<RegisterCourse> body, Web web) =>
        web.Create(body.Value, course => $"{Routes.Base}/courses/{course.Id}");

    /// <summary>Список курсов</summary>
    /// <remarks>Courses by academic year, status, season, first day, programme or words of the title.</remarks>
    private static Task<OkOutcome<Page<CourseListItem>>> ListCourses(Query<ListCourses> query, Web web) =>
        web.Read(query.Value);

    /// <summary>Курс</summary>
    /// <remarks>One course with its seats; the ETag is its revision.</remarks>
    private static Task<OkOutcome<CourseDetails>> GetCourse(Guid id, Web web) => web.Read(new GetCourse(id));

    /// <summary>Изменить план курса</summary>
    /// <remarks>Changes dates, site, form, funding or capacity; new seats go to the waiting list first.</remarks>
    private static Task<OkOutcome<CourseDetails>> ChangeCoursePlan(
        Guid id,
        Patch<CoursePlanBody> patch,
        IfMatch ifMatch,
        Web web
    ) => web.Patch(new GetCourse(id), patch, ifMatch, plan => new ChangeCoursePlan(id, ifMatch.Version, plan));

    /// <summary>Открыть набор</summary>
    /// <remarks>From here on employees may be enrolled.</remarks>
    private static Task<OkOutcome<CourseDetails>> OpenCourseRegistration(Guid id, IfMatch ifMatch, Web web) =>
        web.Change(new OpenCourseRegistration(id, ifMatch.Version));

    /// <summary>Закрыть набор</summary>
    /// <remarks>Nobody enrols any more; who waits still moves up when a seat falls free.</remarks>
    private static Task<OkOutcome<CourseDetails>> CloseCourseRegistration(Guid id, IfMatch ifMatch, Web web) =>
        web.Change(new CloseCourseRegistration(id, ifMatch.Version));

    /// <summary>Завершить курс</summary>
    /// <remarks>
    /// After its last day: everyone enrolled has then completed it, the waiting list ends. Where a protocol of the final
    /// assessment is on file, who has not passed by it, or is not named, must first leave the course by the completion order.
    /// </remarks>
    private static Task<OkOutcome<CourseDetails>> CompleteCourse(Guid id, IfMatch ifMatch, Web web) =>
        web.Change(new CompleteCourse(id, ifMatch.Version));

    /// <summary>Отменить курс</summary>
    /// <remarks>With a reason; its enrolments end with it.</remarks>
    private static Task<OkOutcome<CourseDetails>> CancelCourse(
        Guid id,
        Body<ReasonBody> body,
        IfMatch ifMatch,
        Web web
    ) => web.Change(new CancelCourse(id, ifMatch.Version, body.Value));
}
