using MethodCenter.Domain.Career.Attestations;

namespace MethodCenter.Application.Career.Attestations;

/// <summary>One attestation of a head.</summary>
[Permission(AttestationPermissions.Read)]
public sealed record GetHeadAttestation(Guid Id) : IQuery<HeadAttestationDetails>;

internal sealed class GetHeadAttestationHandler(IReads reads)
    : IQueryHandler<GetHeadAttestation, HeadAttestationDetails>
{
    public async Task<Result<HeadAttestationDetails>> Handle(
        GetHeadAttestation request,
        CancellationToken cancellationToken
    ) =>
        await reads.FindAsync<HeadAttestation, HeadAttestationDetails>(request.Id, cancellationToken) is { } attestation
            ? attestation
            : HeadAttestationErrors.NotFound;
}
