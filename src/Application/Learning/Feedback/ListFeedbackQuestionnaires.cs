using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Learning.Feedback;

namespace MethodCenter.Application.Learning.Feedback;

/// <summary>The questionnaires of the centre, newest first.</summary>
[Permission(FeedbackPermissions.Read)]
public sealed record ListFeedbackQuestionnaires : ListQuery, IQuery<Page<FeedbackQuestionnaireListItem>>;

internal sealed class ListFeedbackQuestionnairesHandler(ILearningStore store, IProjections projections)
    : IQueryHandler<ListFeedbackQuestionnaires, Page<FeedbackQuestionnaireListItem>>
{
    internal static readonly SortFields<FeedbackQuestionnaire> Sort = new SortFields<FeedbackQuestionnaire>(
        "-validFrom"
    ).Add("validFrom", questionnaire => questionnaire.ValidFrom);

    public Task<Result<Page<FeedbackQuestionnaireListItem>>> Handle(
        ListFeedbackQuestionnaires request,
        CancellationToken cancellationToken
    ) =>
        store.FeedbackQuestionnaires.ToPageAsync(
            request,
            Sort,
            projections.Of<FeedbackQuestionnaire, FeedbackQuestionnaireListItem>(),
            cancellationToken
        );
}
