using MethodCenter.Application.Common.Batches;

namespace MethodCenter.Application.Improvement.SupportProgrammes;

/// <summary>A school of a batch.</summary>
public sealed record ParticipationBatchItem
{
    /// <summary>The support programme.</summary>
    public required Guid SupportProgrammeId { get; init; }

    /// <summary>As in the single request.</summary>
    public required SchoolAssignmentBody Body { get; init; }
}

/// <summary>Takes up to a thousand schools into cycles (RISK-8).</summary>
[Permission(ParticipationPermissions.Assign)]
public sealed record BatchParticipations : Batch<ParticipationBatchItem>, ICommand<BatchResult>;

internal sealed class BatchParticipationsValidator : BatchValidator<BatchParticipations, ParticipationBatchItem>;

internal sealed class BatchParticipationsHandler(BatchRunner runner) : ICommandHandler<BatchParticipations, BatchResult>
{
    public Task<Answer<BatchResult>> Handle(BatchParticipations request, CancellationToken cancellationToken) =>
        runner.RunAsync(
            request,
            async (dispatcher, item, token) =>
                (await dispatcher.SendAsync(new AssignSchool(item.SupportProgrammeId, item.Body), token)).Map(
                    BatchItemResult.New
                ),
            cancellationToken
        );
}
