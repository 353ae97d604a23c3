using FluentValidation;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Learning.Feedback;

namespace MethodCenter.Application.Learning.Feedback;

/// <summary>Registers the questions that the centre asks after its courses from a day on.</summary>
[Permission(FeedbackPermissions.WriteQuestionnaires)]
public sealed record RegisterFeedbackQuestionnaire : ICommand<FeedbackQuestionnaireDetails>
{
    public required string Title { get; init; }

    /// <summary>Courses that end on this day or later use it, until the next one.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>At most twenty; each topic but <c>other</c> at most once.</summary>
    public required IReadOnlyList<FeedbackQuestionBody> Questions { get; init; }
}

internal sealed class RegisterFeedbackQuestionnaireValidator : AbstractValidator<RegisterFeedbackQuestionnaire>
{
    public RegisterFeedbackQuestionnaireValidator()
    {
        RuleFor(command => command.Title).NotEmpty().ShortText(FeedbackQuestionnaire.TitleMaxLength);
        RuleFor(command => command.ValidFrom).ReasonableDay();
        RuleFor(command => command.Questions).MostItems(FeedbackQuestionnaire.MostQuestions);
        RuleForEach(command => command.Questions).NotNull().SetValidator(new FeedbackQuestionBodyValidator());
    }
}

internal sealed class FeedbackQuestionBodyValidator : AbstractValidator<FeedbackQuestionBody>
{
    public FeedbackQuestionBodyValidator()
    {
        RuleFor(body => body.Text).NotEmpty().ShortText(FeedbackQuestion.TextMaxLength);
        RuleFor(body => body.Options).MostItems(FeedbackQuestion.MostOptions);
        RuleForEach(body => body.Options).NotEmpty().ShortText(FeedbackQuestion.OptionMaxLength);
        RuleFor(body => body.ScaleFrom).InclusiveBetween(0, FeedbackQuestion.MostScale);
        RuleFor(body => body.ScaleTo).InclusiveBetween(0, FeedbackQuestion.MostScale);
    }
}

internal sealed class RegisterFeedbackQuestionnaireHandler(ILearningStore store, IReads reads)
    : ICommandHandler<RegisterFeedbackQuestionnaire, FeedbackQuestionnaireDetails>
{
    public Task<Answer<FeedbackQuestionnaireDetails>> Handle(
        RegisterFeedbackQuestionnaire request,
        CancellationToken cancellationToken
    )
    {
        var registered = FeedbackQuestionnaire.Register(
            request.Title,
            request.ValidFrom,
            [.. request.Questions.Select(question => question.ToDraft())]
        );
        if (!registered.Succeeded(out var questionnaire, out var error))
        {
            return Task.FromResult<Answer<FeedbackQuestionnaireDetails>>(error);
        }

        // That the day is free is settled by the unique index.
        store.FeedbackQuestionnaires.Add(questionnaire);
        return Task.FromResult(reads.Answer<FeedbackQuestionnaire, FeedbackQuestionnaireDetails>(questionnaire));
    }
}
