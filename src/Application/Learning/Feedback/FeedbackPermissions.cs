namespace MethodCenter.Application.Learning.Feedback;

public static class FeedbackPermissions
{
    /// <summary>Answers of learners: counts of whole courses, no persons.</summary>
    public const string Read = "feedback.read";

    public const string Record = "feedback.record";

    /// <summary>Which questions the centre asks.</summary>
    public const string WriteQuestionnaires = "feedback.write-questionnaires";
}
