using MethodCenter.Domain.Career.Attestations;

namespace MethodCenter.Application.Career.Attestations;

/// <summary>The rows of the area.</summary>
public static class AttestationsStore
{
    extension(ICareerStore store)
    {
        public DbSet<Attestation> Attestations => store.Set<Attestation>();

        public DbSet<HeadAttestation> HeadAttestations => store.Set<HeadAttestation>();
    }
}
