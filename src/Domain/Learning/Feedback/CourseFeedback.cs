using MethodCenter.Domain.Learning.Courses;

namespace MethodCenter.Domain.Learning.Feedback;

/// <summary>Итоги анкетирования слушателей курса: counts of answers, and nothing that leads to a person (POL-63).</summary>
/// <remarks>
/// Only counts are kept, as whoever sorted the sheets has counted them: not the sheets, not who answered, not when. So
/// answers cannot be put together again, by nobody and by no error of the service.
/// </remarks>
public sealed class CourseFeedback : AggregateRoot
{
    private CourseFeedback() { }

    public Guid CourseId { get; private init; }

    /// <summary>Null: the standard questionnaire.</summary>
    public Guid? QuestionnaireId { get; private init; }

    /// <summary>Learners who handed in a sheet.</summary>
    public int Respondents { get; private set; }

    /// <summary>The questions as they were asked, each with its counts. Of small groups they may tell of persons.</summary>
    [PersonalData]
    public IReadOnlyList<FeedbackTally> Tallies { get; private set; } = [];

    /// <summary>Begins the feedback of a course; the questions stay those of this day.</summary>
    public static CourseFeedback Of(Guid courseId, Guid? questionnaireId, IReadOnlyList<FeedbackQuestion> questions) =>
        new()
        {
            CourseId = courseId,
            QuestionnaireId = questionnaireId,
            Tallies = [.. questions.Select(FeedbackTally.Empty)],
        };

    /// <summary>Records the counts; later ones replace them whole.</summary>
    /// <param name="learners">Who studied to the end: nobody else is asked.</param>
    public Result<Nothing> Record(Course course, FeedbackSheet sheet, int learners, DateOnly today)
    {
        if (course.Status == CourseStatus.Cancelled)
        {
            return CourseErrors.WrongStatus(course.Status);
        }

        if (course.EndsOn > today)
        {
            return FeedbackErrors.CourseNotOver(course.EndsOn);
        }

        if (sheet.Respondents < 1)
        {
            return FeedbackErrors.NoRespondents;
        }

        if (sheet.Respondents > learners)
        {
            return FeedbackErrors.MoreThanLearners(sheet.Respondents, learners);
        }

        if (Wrong(sheet) is { } wrong)
        {
            return wrong;
        }

        Respondents = sheet.Respondents;
        Tallies =
        [
            .. Tallies.Select(tally => tally.With(sheet.Answers.FirstOrDefault(one => one.Question == tally.Number))),
        ];
        Raise(new CourseFeedbackRecorded(Id, CourseId));
        return Nothing.Done;
    }

    private Error? Wrong(FeedbackSheet sheet)
    {
        var said = new HashSet<int>();
        for (var place = 0; place < sheet.Answers.Count; place++)
        {
            var (answer, pointer) = (sheet.Answers[place], $"/answers/{place}");
            if (Tallies.FirstOrDefault(tally => tally.Number == answer.Question) is not { } tally)
            {
                return FeedbackErrors.UnknownQuestion(answer.Question).At($"{pointer}/question");
            }

            if (!said.Add(answer.Question))
            {
                return FeedbackErrors.QuestionTwice(answer.Question).At($"{pointer}/question");
            }

            if (answer.Answered < 0 || answer.Answered > sheet.Respondents)
            {
                return FeedbackErrors.MoreThanRespondents(answer.Answered, sheet.Respondents).At($"{pointer}/answered");
            }

            if (tally.Wrong(answer) is { } wrong)
            {
                return wrong.At($"{pointer}/counts");
            }
        }

        return null;
    }
}

/// <summary>A question with its counts.</summary>
/// <param name="Answered">Base: who answered this question.</param>
public sealed record FeedbackTally(
    int Number,
    FeedbackTopic Topic,
    string Text,
    FeedbackQuestionKind Kind,
    int Answered,
    IReadOnlyList<FeedbackOptionCount> Options
)
{
    internal static FeedbackTally Empty(FeedbackQuestion question) =>
        new(
            question.Number,
            question.Topic,
            question.Text,
            question.Kind,
            0,
            [.. question.Options.Select(option => new FeedbackOptionCount(option, 0))]
        );

    /// <summary>A question that the sheet leaves out, nobody has answered.</summary>
    internal FeedbackTally With(FeedbackAnswerCounts? answer) =>
        this with
        {
            Answered = answer?.Answered ?? 0,
            Options = [.. Options.Select((option, place) => option with { Count = answer?.Counts[place] ?? 0 })],
        };

    internal Error? Wrong(FeedbackAnswerCounts answer)
    {
        if (answer.Counts.Count != Options.Count)
        {
            return FeedbackErrors.OtherOptions(Options.Count);
        }

        var (sum, several) = (answer.Counts.Sum(), Kind == FeedbackQuestionKind.SeveralChoices);
        if (answer.Counts.Any(count => count < 0 || count > answer.Answered))
        {
            return FeedbackErrors.MoreThanAnswered(answer.Answered);
        }

        // One choice each; where several are allowed, whoever answered has chosen at least one.
        return several
            ? sum < answer.Answered
                ? FeedbackErrors.FewerThanAnswered(sum, answer.Answered)
                : null
            : sum != answer.Answered
                ? FeedbackErrors.OtherSum(sum, answer.Answered)
                : null;
    }
}

/// <summary>How many chose an option.</summary>
public sealed record FeedbackOptionCount(string Text, int Count);

/// <summary>What was counted on the sheets of a course.</summary>
public sealed record FeedbackSheet(int Respondents, IReadOnlyList<FeedbackAnswerCounts> Answers);

/// <summary>Counts of a question, one for each option in its order.</summary>
public sealed record FeedbackAnswerCounts(int Question, int Answered, IReadOnlyList<int> Counts);

/// <summary>The feedback of a course was recorded.</summary>
public sealed record CourseFeedbackRecorded(Guid SubjectId, Guid CourseId) : IDomainEvent;
