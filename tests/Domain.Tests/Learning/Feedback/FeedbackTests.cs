using MethodCenter.Domain.Common.Norms;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Feedback;
using MethodCenter.Domain.Learning.Programmes;

namespace MethodCenter.Domain.Tests.Learning.Feedback;

/// <summary>Questionnaires and the counts of their answers (POL-63).</summary>
public sealed class FeedbackTests
{
    private static readonly DateOnly EndsOn = new(2026, 10, 30);
    private static readonly string[] Options = ["Да", "Нет"];

    private static readonly NormSet Norms = new([.. FeedbackNorms.All, .. CourseNorms.All, .. ProgrammeNorms.All], []);

    [Theory]
    [InlineData("feedback.wrong-questions")]
    [InlineData("feedback.wrong-options", "Да")]
    [InlineData("feedback.option-twice", "Всё", "все")]
    public void Choices_need_questions_and_options(string code, params string[] options) =>
        Register(
            options.Length == 0
                ? []
                : [new(FeedbackTopic.Other, "?", FeedbackQuestionKind.SingleChoice) { Options = options }]
        )
            .Error!.Code.ShouldBe(code);

    [Theory]
    [InlineData(1, 5, null)]
    [InlineData(0, 10, null)]
    [InlineData(5, 5, "feedback.wrong-scale")]
    [InlineData(5, 1, "feedback.wrong-scale")]
    [InlineData(0, 11, "feedback.wrong-scale")]
    [InlineData(-1, 5, "feedback.wrong-scale")]
    [InlineData(null, 5, "feedback.wrong-scale")]
    public void A_scale_goes_from_the_least_to_the_most(int? from, int? to, string? code)
    {
        var registered = Register([
            new(FeedbackTopic.Other, "?", FeedbackQuestionKind.Scale) { ScaleFrom = from, ScaleTo = to },
        ]);

        (registered.Error?.Code).ShouldBe(code);
        if (code is null)
        {
            registered.Value.Questions[0].Options.Count.ShouldBe(to!.Value - from!.Value + 1);
        }
    }

    [Fact]
    public void A_scale_has_no_options_and_a_choice_no_scale()
    {
        Register([
            new(FeedbackTopic.Other, "?", FeedbackQuestionKind.Scale)
            {
                ScaleFrom = 1,
                ScaleTo = 5,
                Options = Options,
            },
        ])
            .Error!.Code.ShouldBe("feedback.scale-has-options");
        Register([Choice(FeedbackTopic.Other) with { ScaleTo = 5 }]).Error!.Code.ShouldBe("feedback.choice-has-scale");
    }

    [Fact]
    public void A_published_table_has_one_question_behind_it()
    {
        Register([Choice(FeedbackTopic.Satisfaction), Choice(FeedbackTopic.Satisfaction)])
            .Error!.ShouldSatisfyAllConditions(
                error => error.Code.ShouldBe("feedback.topic-twice"),
                error => error.Pointer.ShouldBe("/questions/1/topic")
            );
        Register([Choice(FeedbackTopic.Other), Choice(FeedbackTopic.Other)]).Refused.ShouldBeFalse();
    }

    [Fact]
    public void The_standard_questionnaire_keeps_the_rules_itself_and_has_the_four_topics()
    {
        var drafts = StandardQuestionnaire.Questions.Select(question => new FeedbackQuestionDraft(
            question.Topic,
            question.Text,
            question.Kind
        )
        {
            Options = question.Options,
        });

        Register([.. drafts])
            .Value.Questions.Select(question => question.Topic)
            .ShouldBe([
                FeedbackTopic.Satisfaction,
                FeedbackTopic.FormsAndMethods,
                FeedbackTopic.UseInPractice,
                FeedbackTopic.CompetenceGrowth,
            ]);
    }

    [Theory]
    [InlineData(0, "2026-10-30", "feedback.no-respondents")]
    [InlineData(11, "2026-10-30", "feedback.more-than-learners")]
    [InlineData(10, "2026-10-29", "feedback.course-not-over")]
    [InlineData(10, "2026-10-30", null)]
    public void Sheets_come_after_the_course_and_from_its_learners(int respondents, string today, string? code) =>
        (Begin().Record(Course(), new FeedbackSheet(respondents, []), 10, DateOnly.Parse(today)).Error?.Code).ShouldBe(
            code
        );

    [Fact]
    public void A_cancelled_course_has_no_feedback()
    {
        var course = Course();
        course.Cancel("Нет группы");

        Begin().Record(course, new FeedbackSheet(1, []), 10, EndsOn).Error!.Code.ShouldBe("course.wrong-status");
    }

    [Theory]
    [InlineData(1, 10, "4,3,2,1", null)]
    [InlineData(1, 0, "0,0,0,0", null)]
    [InlineData(1, 10, "4,3,2,0", "feedback.other-sum")]
    [InlineData(1, 10, "4,3,2", "feedback.other-options")]
    [InlineData(1, 11, "4,3,2,2", "feedback.more-than-respondents")]
    [InlineData(1, 3, "4,-1,0,0", "feedback.more-than-answered")]
    [InlineData(2, 10, "10,10,3,0,0,0,0", null)]
    [InlineData(2, 10, "9,0,0,0,0,0,0", "feedback.fewer-than-answered")]
    [InlineData(2, 4, "5,0,0,0,0,0,0", "feedback.more-than-answered")]
    [InlineData(9, 1, "1", "feedback.unknown-question")]
    public void Counts_agree_with_who_answered(int question, int answered, string counts, string? code)
    {
        var feedback = Begin();
        var sheet = new FeedbackSheet(10, [new(question, answered, [.. counts.Split(',').Select(int.Parse)])]);

        (feedback.Record(Course(), sheet, 10, EndsOn).Error?.Code).ShouldBe(code);
        feedback.Tallies.Sum(tally => tally.Answered).ShouldBe(code is null ? answered : 0);
    }

    [Fact]
    public void A_question_is_counted_once_and_a_later_sheet_replaces_all()
    {
        var feedback = Begin();
        FeedbackAnswerCounts answer = new(1, 2, [1, 1, 0, 0]);

        feedback
            .Record(Course(), new FeedbackSheet(2, [answer, answer]), 10, EndsOn)
            .Error!.Code.ShouldBe("feedback.question-twice");
        feedback.Record(Course(), new FeedbackSheet(2, [answer]), 10, EndsOn).Refused.ShouldBeFalse();
        feedback.Record(Course(), new FeedbackSheet(3, []), 10, EndsOn).Refused.ShouldBeFalse();
        (feedback.Respondents, feedback.Tallies.Sum(tally => tally.Answered)).ShouldBe((3, 0));
    }

    [Theory]
    [InlineData("5", "5")]
    [InlineData("5,2", "5")]
    [InlineData("5,2,1", "5,2,1")]
    [InlineData("5,1,1", "5")]
    [InlineData("2", "")]
    public void A_sum_does_not_give_away_what_is_withheld(string respondents, string added)
    {
        var feedback = respondents
            .Split(',')
            .Select(count =>
            {
                var one = Begin();
                one.Record(Course(), new FeedbackSheet(int.Parse(count), []), 10, EndsOn);
                return one;
            })
            .ToList();

        string.Join(',', FeedbackLimits.On(EndsOn, Norms).Summable(feedback).Select(one => one.Respondents))
            .ShouldBe(added);
    }

    private static FeedbackQuestionDraft Choice(FeedbackTopic topic) =>
        new(topic, "?", FeedbackQuestionKind.SingleChoice) { Options = Options };

    private static Result<FeedbackQuestionnaire> Register(IReadOnlyList<FeedbackQuestionDraft> drafts) =>
        FeedbackQuestionnaire.Register("Анкета", new DateOnly(2026, 9, 1), drafts);

    private static CourseFeedback Begin() => CourseFeedback.Of(Guid.NewGuid(), null, StandardQuestionnaire.Questions);

    private static Course Course()
    {
        var card = new ProgrammeCard("Оценка", 36, ProgrammeLine.Thematic, StudyForm.FullTime, new(2019, 6, 1));
        var programme = Programme.Register("p-1", ProgrammeKind.ProfessionalDevelopment, card, Norms).Value;
        var plan = new CoursePlan(
            CourseSeason.Autumn,
            new DateOnly(2026, 10, 1),
            EndsOn,
            StudyForm.FullTime,
            null,
            new FundingBlock(FundingSource.StateAssignment, null),
            25
        );
        return Domain.Learning.Courses.Course.Register(programme, AcademicYear.Starting(2026), 1, plan, Norms).Value;
    }
}
