using MethodCenter.Domain.Learning.Feedback;

namespace MethodCenter.Application.Learning.Feedback;

/// <summary>One questionnaire of the centre.</summary>
[Permission(FeedbackPermissions.Read)]
public sealed record GetFeedbackQuestionnaire(Guid Id) : IQuery<FeedbackQuestionnaireDetails>;

internal sealed class GetFeedbackQuestionnaireHandler(IReads reads)
    : IQueryHandler<GetFeedbackQuestionnaire, FeedbackQuestionnaireDetails>
{
    public async Task<Result<FeedbackQuestionnaireDetails>> Handle(
        GetFeedbackQuestionnaire request,
        CancellationToken cancellationToken
    ) =>
        await reads.FindAsync<FeedbackQuestionnaire, FeedbackQuestionnaireDetails>(request.Id, cancellationToken)
            is { } questionnaire
            ? questionnaire
            : FeedbackErrors.QuestionnaireNotFound;
}
