using MethodCenter.Domain.Career.Attestations;

namespace MethodCenter.Application.Career.Attestations;

/// <summary>One attestation.</summary>
[Permission(AttestationPermissions.Read)]
public sealed record GetAttestation(Guid Id) : IQuery<AttestationDetails>;

internal sealed class GetAttestationHandler(IReads reads) : IQueryHandler<GetAttestation, AttestationDetails>
{
    public async Task<Result<AttestationDetails>> Handle(GetAttestation request, CancellationToken cancellationToken) =>
        await reads.FindAsync<Attestation, AttestationDetails>(request.Id, cancellationToken) is { } attestation
            ? attestation
            : AttestationErrors.NotFound;
}
