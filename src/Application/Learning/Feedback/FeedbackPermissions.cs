using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Learning.Feedback;

public static class FeedbackPermissions
{
    /// <summary>Answers of learners: counts of whole courses, no persons.</summary>
    [HeldBy(Role.Methodist)]
    public const string Read = "feedback.read";

    [HeldBy(Role.Methodist)]
    public const string Record = "feedback.record";

    /// <summary>Which questions the centre asks.</summary>
    [HeldBy(Role.Methodist)]
    public const string WriteQuestionnaires = "feedback.write-questionnaires";
}
