using MethodCenter.Application.Learning.Feedback;

namespace MethodCenter.Api.Learning.Feedback;

/// <summary>Feedback.</summary>
internal static class FeedbackEndpoints
{
    private static readonly Heading Heading = new(
        "Feedback",
        "Give learners of a course a questionnaire and count their answers."
    );

    public static void Map(IEndpointRouteBuilder routes)
    {
        var questionnaires = routes.MapArea("feedback-questionnaires", Heading);
        questionnaires.Post("", RegisterFeedbackQuestionnaire);
        questionnaires.Get("", ListFeedbackQuestionnaires);
        questionnaires.Get("in-force", GetFeedbackQuestionnaireInForce);
        questionnaires.Get("{id:guid}", GetFeedbackQuestionnaire);
        var courses = routes.MapArea("courses", Heading);
        courses.Get("{id:guid}/feedback", GetFeedbackOfCourse);
        courses.Put("{id:guid}/feedback", RecordCourseFeedback);
        var feedback = routes.MapArea("course-feedback", Heading);
        feedback.Get("", ListCourseFeedback);
        feedback.Get("{id:guid}", GetCourseFeedback);
    }

    /// <summary>Register a questionnaire</summary>
    /// <remarks>
    /// The questions for courses that end on <c>validFrom</c> or later, until the next questionnaire: one choice,
    /// several choices or a scale. Until a centre has its own, the standard four of POL-63 are asked. A questionnaire
    /// is never changed, so that figures of one wording stay together.
    /// </remarks>
    private static Task<CreatedOutcome<FeedbackQuestionnaireDetails>> RegisterFeedbackQuestionnaire(
        Body<RegisterFeedbackQuestionnaire> body,
        Web web
    ) => web.Create(body.Value, one => $"{Routes.Base}/feedback-questionnaires/{one.Id}");

    /// <summary>List questionnaires</summary>
    /// <remarks>The centre's own questionnaires, newest first; the standard one is not among them.</remarks>
    private static Task<OkOutcome<Page<FeedbackQuestionnaireListItem>>> ListFeedbackQuestionnaires(
        Query<ListFeedbackQuestionnaires> query,
        Web web
    ) => web.Read(query.Value);

    /// <summary>Questionnaire in force on a day</summary>
    /// <remarks>
    /// The questions asked after a course that ends on the day: the centre's own, else the standard ones.
    /// </remarks>
    private static Task<OkOutcome<FeedbackQuestionnaireInForce>> GetFeedbackQuestionnaireInForce(
        Query<GetFeedbackQuestionnaireInForce> query,
        Web web
    ) => web.Read(query.Value);

    /// <summary>Questionnaire for learners</summary>
    /// <remarks>One questionnaire with its questions; the ETag is its revision.</remarks>
    private static Task<OkOutcome<FeedbackQuestionnaireDetails>> GetFeedbackQuestionnaire(Guid id, Web web) =>
        web.Read(new GetFeedbackQuestionnaire(id));

    /// <summary>Feedback of the learners of a course</summary>
    /// <remarks>
    /// Each question with its base <c>answered</c>, counts and shares. Where fewer people have answered than the norm
    /// <c>feedback.least-respondents</c> requires, the answers are withheld, since they could identify persons; below
    /// <c>feedback.small-group</c> a question is marked.
    /// </remarks>
    private static Task<OkOutcome<CourseFeedbackDetails>> GetFeedbackOfCourse(Guid id, Web web) =>
        web.Read(new GetFeedbackOfCourse(id));

    /// <summary>Record the feedback of the learners of a course</summary>
    /// <remarks>
    /// Counts from the sheets, after the last day of the course; later ones replace them as a whole. No more
    /// respondents than learners who studied to the end; where one option may be chosen, the counts add up to the
    /// number of those who answered, where several may, to at least as many. The service keeps counts only: no sheets
    /// and no names.
    /// </remarks>
    private static Task<UpsertOutcome<CourseFeedbackDetails>> RecordCourseFeedback(
        Guid id,
        Body<CourseFeedbackBody> body,
        Web web
    ) => web.Upsert(new RecordCourseFeedback(id, body.Value), one => $"{Routes.Base}/courses/{one.CourseId}/feedback");

    /// <summary>List feedback</summary>
    /// <remarks>Courses whose feedback is recorded, with the number of respondents.</remarks>
    private static Task<OkOutcome<Page<CourseFeedbackListItem>>> ListCourseFeedback(
        Query<ListCourseFeedback> query,
        Web web
    ) => web.Read(query.Value);

    /// <summary>Feedback by id</summary>
    /// <remarks>The same as under the course, by the id that the change feed names.</remarks>
    private static Task<OkOutcome<CourseFeedbackDetails>> GetCourseFeedback(Guid id, Web web) =>
        web.Read(new GetCourseFeedback(id));
}
