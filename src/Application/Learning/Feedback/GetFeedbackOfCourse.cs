using MethodCenter.Domain.Learning.Feedback;

namespace MethodCenter.Application.Learning.Feedback;

/// <summary>What the learners of a course have answered (POL-63).</summary>
[Permission(FeedbackPermissions.Read)]
public sealed record GetFeedbackOfCourse(Guid CourseId) : IQuery<CourseFeedbackDetails>;

internal sealed class GetFeedbackOfCourseHandler(ILearningStore store, FeedbackReader reader)
    : IQueryHandler<GetFeedbackOfCourse, CourseFeedbackDetails>
{
    public async Task<Result<CourseFeedbackDetails>> Handle(
        GetFeedbackOfCourse request,
        CancellationToken cancellationToken
    ) =>
        await reader.FindAsync(
            store.CourseFeedback.Where(feedback => feedback.CourseId == request.CourseId),
            null,
            cancellationToken
        )
            is { } found
            ? found
            : FeedbackErrors.NotFound;
}
