using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Learning.Feedback;

namespace MethodCenter.Application.Learning.Feedback;

/// <summary>Courses whose feedback is recorded.</summary>
[Permission(FeedbackPermissions.Read)]
public sealed record ListCourseFeedback : ListQuery, IQuery<Page<CourseFeedbackListItem>>
{
    /// <summary>At least as many respondents.</summary>
    public int? RespondentsFrom { get; init; }
}

internal sealed class ListCourseFeedbackHandler(ILearningStore store, IProjections projections)
    : IQueryHandler<ListCourseFeedback, Page<CourseFeedbackListItem>>
{
    internal static readonly SortFields<CourseFeedback> Sort = new SortFields<CourseFeedback>("-respondents").Add(
        "respondents",
        feedback => feedback.Respondents
    );

    public Task<Result<Page<CourseFeedbackListItem>>> Handle(
        ListCourseFeedback request,
        CancellationToken cancellationToken
    ) =>
        store
            .CourseFeedback.WhereGiven(request.RespondentsFrom, least => feedback => feedback.Respondents >= least)
            .ToPageAsync(request, Sort, projections.Of<CourseFeedback, CourseFeedbackListItem>(), cancellationToken);
}
