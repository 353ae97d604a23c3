using MethodCenter.Application.Common.Batches;

namespace MethodCenter.Application.Learning.Enrolments;

/// <summary>An enrolment of a batch.</summary>
public sealed record EnrolmentBatchItem
{
    /// <summary>The course.</summary>
    public required Guid CourseId { get; init; }

    /// <summary>As in the single request.</summary>
    public required EnrolmentBody Body { get; init; }
}

/// <summary>Enrols up to a thousand employees, on any courses.</summary>
[Permission(EnrolmentPermissions.Enrol)]
public sealed record BatchEnrolments : Batch<EnrolmentBatchItem>, ICommand<BatchResult>;

internal sealed class BatchEnrolmentsValidator : BatchValidator<BatchEnrolments, EnrolmentBatchItem>;

internal sealed class BatchEnrolmentsHandler(BatchRunner runner) : ICommandHandler<BatchEnrolments, BatchResult>
{
    public Task<Answer<BatchResult>> Handle(BatchEnrolments request, CancellationToken cancellationToken) =>
        runner.RunAsync(
            request,
            async (dispatcher, item, token) =>
                (await dispatcher.SendAsync(new EnrolEmployee(item.CourseId, item.Body), token)).Map(
                    BatchItemResult.New
                ),
            cancellationToken
        );
}
