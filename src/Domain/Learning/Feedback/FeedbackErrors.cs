namespace MethodCenter.Domain.Learning.Feedback;

/// <summary>Refusals of questionnaires and feedback.</summary>
public static class FeedbackErrors
{
    public static readonly Error NotFound = Error.NotFound("feedback.not-found");

    public static readonly Error QuestionnaireNotFound = Error.NotFound("feedback.questionnaire-not-found");

    /// <summary>Two questionnaires from one day on.</summary>
    public static readonly Error QuestionnaireAlreadySet = Error
        .Conflict("feedback.questionnaire-already-set")
        .At("/validFrom");

    /// <summary>Two recorded the feedback of one course at once.</summary>
    public static readonly Error AlreadyRecorded = Error.Conflict("feedback.already-recorded");

    public static readonly Error ScaleHasOptions = Error.Unprocessable("feedback.scale-has-options");

    public static readonly Error ChoiceHasScale = Error.Unprocessable("feedback.choice-has-scale");

    public static readonly Error OptionTwice = Error.Unprocessable("feedback.option-twice");

    public static readonly Error NoRespondents = Error.Unprocessable("feedback.no-respondents").At("/respondents");

    public static Error WrongQuestions(int most) =>
        Error.Unprocessable("feedback.wrong-questions").With("most", most).At("/questions");

    public static Error WrongOptions(int least, int most) =>
        Error.Unprocessable("feedback.wrong-options").With("least", least).With("most", most);

    public static Error WrongScale(int most) => Error.Unprocessable("feedback.wrong-scale").With("most", most);

    public static Error TopicTwice(FeedbackTopic topic) =>
        Error.Unprocessable("feedback.topic-twice").With("topic", topic);

    public static Error CourseNotOver(DateOnly endsOn) =>
        Error.Conflict("feedback.course-not-over").With("endsOn", endsOn);

    public static Error MoreThanLearners(int respondents, int learners) =>
        Error
            .Unprocessable("feedback.more-than-learners")
            .With("respondents", respondents)
            .With("learners", learners)
            .At("/respondents");

    public static Error UnknownQuestion(int number) =>
        Error.Unprocessable("feedback.unknown-question").With("number", number);

    public static Error QuestionTwice(int number) =>
        Error.Unprocessable("feedback.question-twice").With("number", number);

    public static Error MoreThanRespondents(int answered, int respondents) =>
        Error
            .Unprocessable("feedback.more-than-respondents")
            .With("answered", answered)
            .With("respondents", respondents);

    public static Error OtherOptions(int options) =>
        Error.Unprocessable("feedback.other-options").With("options", options);

    public static Error MoreThanAnswered(int answered) =>
        Error.Unprocessable("feedback.more-than-answered").With("answered", answered);

    public static Error FewerThanAnswered(int sum, int answered) =>
        Error.Unprocessable("feedback.fewer-than-answered").With("sum", sum).With("answered", answered);

    public static Error OtherSum(int sum, int answered) =>
        Error.Unprocessable("feedback.other-sum").With("sum", sum).With("answered", answered);
}
