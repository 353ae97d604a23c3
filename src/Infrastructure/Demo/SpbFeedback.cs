using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Learning.Feedback;
using MethodCenter.Domain.Learning.Feedback;

namespace MethodCenter.Infrastructure.Demo;

/// <summary>Made-up answers of the learners of three courses, and the questions that the centre asks since this year.</summary>
internal static class SpbFeedback
{
    /// <summary>Sheets by course: the first is answered well, the second by few, the last by too few to be shown.</summary>
    private static readonly int[] Respondents = [12, 4, 2];

    public static async Task CompleteAsync(DemoSession session, CancellationToken cancellationToken)
    {
        var year = AcademicYear.Starting(2019);
        var courses = await session
            .Database.Courses.Where(course => course.AcademicYear == year)
            .OrderBy(course => course.Number)
            .Select(course => course.Id)
            .Take(Respondents.Length)
            .ToListAsync(cancellationToken);
        for (var place = 0; place < courses.Count; place++)
        {
            var command = new RecordCourseFeedback(courses[place], Sheet(Respondents[place]));
            await session.DoAsync(DemoKind.Feedback, place, command, cancellationToken);
        }

        var own = new RegisterFeedbackQuestionnaire
        {
            Title = session.Years.Move("Анкета слушателя, 2026/27"),
            ValidFrom = session.Years.Move(new DateOnly(2026, 9, 1)),
            Questions =
            [
                new FeedbackQuestionBody
                {
                    Topic = FeedbackTopic.Satisfaction,
                    Text = "Оцените программу",
                    Kind = FeedbackQuestionKind.Scale,
                    ScaleFrom = 1,
                    ScaleTo = 5,
                },
            ],
        };
        await session.DoAsync(DemoKind.Feedback, 100, own, cancellationToken);
    }

    /// <summary>Answers to the standard questions: half of the sheets the first option, the rest the second.</summary>
    private static CourseFeedbackBody Sheet(int respondents) =>
        new()
        {
            Respondents = respondents,
            Answers =
            [
                .. StandardQuestionnaire.Questions.Select(question => new FeedbackAnswerBody
                {
                    Question = question.Number,
                    Answered = respondents,
                    Counts =
                    [
                        .. question.Options.Select(
                            (_, option) =>
                                option switch
                                {
                                    0 => respondents / 2,
                                    1 => respondents - (respondents / 2),
                                    2 when question.Kind == FeedbackQuestionKind.SeveralChoices => respondents / 2,
                                    _ => 0,
                                }
                        ),
                    ],
                }),
            ],
        };
}
