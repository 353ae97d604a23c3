using FluentValidation;
using MethodCenter.Application.Common.Models;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Feedback;

namespace MethodCenter.Application.Learning.Feedback;

/// <summary>Records the counts of answers of a course; later ones replace them whole.</summary>
[Permission(FeedbackPermissions.Record)]
public sealed record RecordCourseFeedback(Guid CourseId, CourseFeedbackBody Body)
    : ICommand<Upserted<CourseFeedbackDetails>>;

internal sealed class RecordCourseFeedbackValidator : AbstractValidator<RecordCourseFeedback>
{
    public RecordCourseFeedbackValidator()
    {
        RuleFor(command => command.Body.Respondents).InclusiveBetween(0, Course.MostCapacity);
        RuleFor(command => command.Body.Answers).MostItems(FeedbackQuestionnaire.MostQuestions);
        RuleForEach(command => command.Body.Answers).NotNull().SetValidator(new FeedbackAnswerBodyValidator());
    }
}

internal sealed class FeedbackAnswerBodyValidator : AbstractValidator<FeedbackAnswerBody>
{
    public FeedbackAnswerBodyValidator()
    {
        RuleFor(body => body.Question).InclusiveBetween(1, FeedbackQuestionnaire.MostQuestions);
        RuleFor(body => body.Answered).InclusiveBetween(0, Course.MostCapacity);
        RuleFor(body => body.Counts).MostItems(FeedbackQuestion.MostOptions);
        RuleForEach(body => body.Counts).InclusiveBetween(0, Course.MostCapacity);
    }
}

internal sealed class RecordCourseFeedbackHandler(ILearningStore store, FeedbackReader reader, IClock clock)
    : ICommandHandler<RecordCourseFeedback, Upserted<CourseFeedbackDetails>>
{
    public async Task<Answer<Upserted<CourseFeedbackDetails>>> Handle(
        RecordCourseFeedback request,
        CancellationToken cancellationToken
    )
    {
        if (await store.HoldCourseAsync(request.CourseId, cancellationToken) is not { } course)
        {
            return CourseErrors.NotFound;
        }

        var known = await store.CourseFeedback.SingleOrDefaultAsync(
            feedback => feedback.CourseId == course.Id,
            cancellationToken
        );
        var feedback = known ?? await BeginAsync(course, cancellationToken);
        var learners = await reader.CountLearnersAsync(course.Id, cancellationToken);
        if (feedback.Record(course, request.Body.ToSheet(), learners, clock.Today).Error is { } error)
        {
            return error;
        }

        if (known is null)
        {
            store.CourseFeedback.Add(feedback);
        }

        return Answer<Upserted<CourseFeedbackDetails>>.AfterSave(async token => new Upserted<CourseFeedbackDetails>(
            (await reader.FindAsync(store.CourseFeedback.Where(one => one.Id == feedback.Id), learners, token))!,
            known is null
        ));
    }

    private async Task<CourseFeedback> BeginAsync(Course course, CancellationToken cancellationToken)
    {
        var asked = await reader.InForceAsync(course.EndsOn, cancellationToken);
        return CourseFeedback.Of(course.Id, asked.QuestionnaireId, asked.Questions);
    }
}
