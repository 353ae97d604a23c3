using MethodCenter.Application.Common.Batches;

namespace MethodCenter.Application.Learning.Courses;

/// <summary>Registers up to a thousand courses.</summary>
[Permission(CoursePermissions.Register)]
public sealed record BatchCourses : Batch<RegisterCourse>, ICommand<BatchResult>;

internal sealed class BatchCoursesValidator : BatchValidator<BatchCourses, RegisterCourse>;

internal sealed class BatchCoursesHandler(BatchRunner runner) : ICommandHandler<BatchCourses, BatchResult>
{
    public Task<Answer<BatchResult>> Handle(BatchCourses request, CancellationToken cancellationToken) =>
        runner.RunAsync(
            request,
            async (dispatcher, item, token) => (await dispatcher.SendAsync(item, token)).Map(BatchItemResult.New),
            cancellationToken
        );
}
