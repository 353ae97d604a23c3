namespace MethodCenter.Domain.Learning.Feedback;

/// <summary>Анкета слушателя: the questions that a centre asks after its courses, from a day on (POL-63).</summary>
/// <remarks>
/// Never changed: figures that were counted by one wording are not those of another. A centre that asks otherwise
/// registers the next questionnaire; until it has one, the standard questions are asked.
/// </remarks>
public sealed class FeedbackQuestionnaire : AggregateRoot
{
    public const int TitleMaxLength = 200;
    public const int MostQuestions = 20;

    private FeedbackQuestionnaire() { }

    public string Title { get; private init; } = null!;

    /// <summary>Courses that end on this day or later use it, until the next one.</summary>
    public DateOnly ValidFrom { get; private init; }

    public IReadOnlyList<FeedbackQuestion> Questions { get; private init; } = [];

    public static Result<FeedbackQuestionnaire> Register(
        string title,
        DateOnly validFrom,
        IReadOnlyList<FeedbackQuestionDraft> drafts
    )
    {
        if (drafts.Count is 0 or > MostQuestions)
        {
            return FeedbackErrors.WrongQuestions(MostQuestions);
        }

        var questions = new List<FeedbackQuestion>();
        foreach (var draft in drafts)
        {
            if (!FeedbackQuestion.Make(questions.Count + 1, draft).Succeeded(out var question, out var error))
            {
                return error;
            }

            // A published table has one question behind it.
            if (question.Topic != FeedbackTopic.Other && questions.Any(known => known.Topic == question.Topic))
            {
                return FeedbackErrors.TopicTwice(question.Topic).At($"/questions/{questions.Count}/topic");
            }

            questions.Add(question);
        }

        var questionnaire = new FeedbackQuestionnaire
        {
            Title = title.Trim(),
            ValidFrom = validFrom,
            Questions = questions,
        };
        questionnaire.Raise(new FeedbackQuestionnaireRegistered(questionnaire.Id));
        return questionnaire;
    }
}

/// <summary>A questionnaire was registered.</summary>
public sealed record FeedbackQuestionnaireRegistered(Guid SubjectId) : IDomainEvent;

/// <summary>The questions that are asked where a centre has none of its own: the four of POL-63.</summary>
public static class StandardQuestionnaire
{
    public const string Title = "Анкета слушателя (стандартная)";

    public static IReadOnlyList<FeedbackQuestion> Questions { get; } =
    [
        new(
            1,
            FeedbackTopic.Satisfaction,
            "Оправдались ли Ваши ожидания от обучения по программе?",
            FeedbackQuestionKind.SingleChoice,
            ["Полностью", "В основном", "Частично", "Не оправдались"]
        ),
        new(
            2,
            FeedbackTopic.FormsAndMethods,
            "Какие формы и методы обучения были для Вас наиболее полезны?",
            FeedbackQuestionKind.SeveralChoices,
            [
                "Лекция",
                "Практическое занятие",
                "Мастер-класс",
                "Открытый урок (занятие)",
                "Групповая работа, обсуждение",
                "Самостоятельная работа",
                "Дистанционные занятия",
            ]
        ),
        new(
            3,
            FeedbackTopic.UseInPractice,
            "Будете ли Вы использовать полученные знания в своей практике?",
            FeedbackQuestionKind.SingleChoice,
            ["Уже использую", "Буду использовать", "Буду использовать частично", "Не буду использовать"]
        ),
        new(
            4,
            FeedbackTopic.CompetenceGrowth,
            "Как изменилась Ваша профессиональная компетентность после обучения?",
            FeedbackQuestionKind.SingleChoice,
            ["Значительно выросла", "Выросла", "Выросла незначительно", "Не изменилась"]
        ),
    ];
}
