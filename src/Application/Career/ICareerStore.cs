using MethodCenter.Domain.Career.Attestations;

namespace MethodCenter.Application.Career;

/// <summary>What use cases see of the Career context.</summary>
public interface ICareerStore
{
    DbSet<Attestation> Attestations { get; }
}
