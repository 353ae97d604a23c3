using MethodCenter.Domain.Learning.Feedback;

namespace MethodCenter.Application.Learning.Feedback;

/// <summary>Feedback by its id, as the feed of changes names it.</summary>
[Permission(FeedbackPermissions.Read)]
public sealed record GetCourseFeedback(Guid Id) : IQuery<CourseFeedbackDetails>;

internal sealed class GetCourseFeedbackHandler(ILearningStore store, FeedbackReader reader)
    : IQueryHandler<GetCourseFeedback, CourseFeedbackDetails>
{
    public async Task<Result<CourseFeedbackDetails>> Handle(
        GetCourseFeedback request,
        CancellationToken cancellationToken
    ) =>
        await reader.FindAsync(
            store.CourseFeedback.Where(feedback => feedback.Id == request.Id),
            null,
            cancellationToken
        )
            is { } found
            ? found
            : FeedbackErrors.NotFound;
}
