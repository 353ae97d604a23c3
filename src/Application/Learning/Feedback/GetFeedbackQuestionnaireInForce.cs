using FluentValidation;
using MethodCenter.Application.Common.Validation;

namespace MethodCenter.Application.Learning.Feedback;

/// <summary>The questions that a course which ends on a day is asked: the centre's own, else the standard ones.</summary>
[Permission(FeedbackPermissions.Read)]
public sealed record GetFeedbackQuestionnaireInForce : IQuery<FeedbackQuestionnaireInForce>
{
    /// <summary>Last day of the course; today by default.</summary>
    public DateOnly? On { get; init; }
}

internal sealed class GetFeedbackQuestionnaireInForceValidator : AbstractValidator<GetFeedbackQuestionnaireInForce>
{
    public GetFeedbackQuestionnaireInForceValidator() => RuleFor(query => query.On).ReasonableDay();
}

internal sealed class GetFeedbackQuestionnaireInForceHandler(FeedbackReader reader, IClock clock)
    : IQueryHandler<GetFeedbackQuestionnaireInForce, FeedbackQuestionnaireInForce>
{
    public async Task<Result<FeedbackQuestionnaireInForce>> Handle(
        GetFeedbackQuestionnaireInForce request,
        CancellationToken cancellationToken
    ) => await reader.InForceAsync(request.On ?? clock.Today, cancellationToken);
}
