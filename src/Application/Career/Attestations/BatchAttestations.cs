using MethodCenter.Application.Common.Batches;

namespace MethodCenter.Application.Career.Attestations;

/// <summary>Records up to a thousand decisions of commissions.</summary>
[Permission(AttestationPermissions.Record)]
public sealed record BatchAttestations : Batch<RecordAttestation>, ICommand<BatchResult>;

internal sealed class BatchAttestationsValidator : BatchValidator<BatchAttestations, RecordAttestation>;

internal sealed class BatchAttestationsHandler(BatchRunner runner) : ICommandHandler<BatchAttestations, BatchResult>
{
    public Task<Answer<BatchResult>> Handle(BatchAttestations request, CancellationToken cancellationToken) =>
        runner.RunAsync(
            request,
            async (dispatcher, item, token) => (await dispatcher.SendAsync(item, token)).Map(BatchItemResult.New),
            cancellationToken
        );
}
