using MethodCenter.Domain.Learning.Feedback;

namespace MethodCenter.Infrastructure.Learning.Feedback;

internal sealed class FeedbackIndexes : IUniqueIndexes
{
    public IReadOnlyDictionary<string, Error?> Meanings { get; } =
        new Dictionary<string, Error?>
        {
            ["ux_feedback_questionnaires_centre_id_valid_from"] = FeedbackErrors.QuestionnaireAlreadySet,
            ["ux_course_feedback_course_id"] = FeedbackErrors.AlreadyRecorded,
        };
}
