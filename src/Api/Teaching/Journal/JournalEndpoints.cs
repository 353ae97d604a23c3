using MethodCenter.Application.Teaching.Journal;

namespace MethodCenter.Api.Teaching.Journal;

/// <summary>Journal.</summary>
internal static class JournalEndpoints
{
    private static readonly Heading Heading = new(
        "Journal",
        "Mark attendance, record final works and the final assessment of a course."
    );

    public static void Map(IEndpointRouteBuilder routes)
    {
        var lessons = routes.MapArea("lessons/{id:guid}", Heading);
        lessons.Get("attendance", GetAttendance);
        lessons.Put("attendance", RecordAttendance);
        routes.MapArea("courses/{id:guid}", Heading).Get("journal", GetCourseJournal);
        routes.MapArea("courses/{courseId:guid}", Heading).Put("final-assessment", RecordFinalAssessment);
        routes.MapArea("courses/{courseId:guid}/enrolments/{id:guid}", Heading).Put("final-work", RecordFinalWork);
        var assessments = routes.MapArea("final-assessments", Heading);
        assessments.Get("", ListFinalAssessments);
        assessments.Get("{id:guid}", GetFinalAssessment);
        var works = routes.MapArea("final-works", Heading);
        works.Get("", ListFinalWorks);
        works.Get("{id:guid}", GetFinalWork);
    }

    /// <summary>Attendance of a lesson</summary>
    /// <remarks>Marks of the learners of the caller's organisations; the ETag is the revision of the lesson.</remarks>
    private static Task<OkOutcome<LessonAttendance>> GetAttendance(Guid id, Web web) => web.Read(new GetAttendance(id));

    /// <summary>Record the attendance of a lesson</summary>
    /// <remarks>
    /// Everyone who held a seat on the day, once; not before the day. From then on the lesson counts as given and
    /// cannot be moved. A later sheet replaces it as a whole.
    /// </remarks>
    private static Task<OkOutcome<LessonAttendance>> RecordAttendance(
        Guid id,
        Body<AttendanceBody> body,
        IfMatch ifMatch,
        Web web
    ) => web.Change(new RecordAttendance(id, ifMatch.Version, body.Value));

    /// <summary>Journal of a course</summary>
    /// <remarks>
    /// Hours planned and given; of each learner hours attended, share, absences and whether the learner left early.
    /// </remarks>
    private static Task<OkOutcome<CourseJournal>> GetCourseJournal(Guid id, Web web) =>
        web.Read(new GetCourseJournal(id));

    /// <summary>Record the protocol of the final assessment</summary>
    /// <remarks>
    /// Number and date of the protocol and the result of everyone who holds a seat (DPO-5, DPO-6); a later one replaces
    /// it as a whole. Certificates are issued on completion of the course as before.
    /// </remarks>
    private static Task<UpsertOutcome<FinalAssessmentDetails>> RecordFinalAssessment(
        Guid courseId,
        Body<FinalAssessmentBody> body,
        Web web
    ) =>
        web.Upsert(
            new RecordFinalAssessment(courseId, body.Value),
            assessment => $"{Routes.Base}/final-assessments/{assessment.Id}"
        );

    /// <summary>List protocols of final assessments</summary>
    /// <remarks>By course or days.</remarks>
    private static Task<OkOutcome<Page<FinalAssessmentListItem>>> ListFinalAssessments(
        Query<ListFinalAssessments> query,
        Web web
    ) => web.Read(query.Value);

    /// <summary>Protocol of the final assessment</summary>
    /// <remarks>With the results of the learners of the caller's organisations; the ETag is its revision.</remarks>
    private static Task<OkOutcome<FinalAssessmentDetails>> GetFinalAssessment(Guid id, Web web) =>
        web.Read(new GetFinalAssessment(id));

    /// <summary>Record the final work of a learner</summary>
    /// <remarks>Topic, assignment of the employer, and the result once it is defended (POL-25).</remarks>
    private static Task<UpsertOutcome<FinalWorkDetails>> RecordFinalWork(
        Guid courseId,
        Guid id,
        Body<FinalWorkBody> body,
        Web web
    ) => web.Upsert(new RecordFinalWork(courseId, id, body.Value), work => $"{Routes.Base}/final-works/{work.Id}");

    /// <summary>List final works</summary>
    /// <remarks>By course, learner, organisation, result or words of the topic.</remarks>
    private static Task<OkOutcome<Page<FinalWorkListItem>>> ListFinalWorks(Query<ListFinalWorks> query, Web web) =>
        web.Read(query.Value);

    /// <summary>Final work</summary>
    /// <remarks>One work with the employer's assignment; the ETag is its revision.</remarks>
    private static Task<OkOutcome<FinalWorkDetails>> GetFinalWork(Guid id, Web web) => web.Read(new GetFinalWork(id));
}
