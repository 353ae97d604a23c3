using MethodCenter.Domain.Improvement.SupportProgrammes;

namespace MethodCenter.Application.Improvement;

/// <summary>What use cases see of the Improvement context.</summary>
public interface IImprovementStore
{
    DbSet<SupportProgramme> SupportProgrammes { get; }

    DbSet<RiskEdition> RiskEditions { get; }

    DbSet<Participation> Participations { get; }

    /// <summary>
    /// Loads a programme with its cycles and holds its row until the end of the transaction, so that assignments to one
    /// programme are decided one after another, in every instance of the service: the limit of a curator is counted,
    /// and a count needs the counted to stand still. Null when it is not in the caller's scope.
    /// </summary>
    Task<SupportProgramme?> HoldSupportProgrammeAsync(Guid id, CancellationToken cancellationToken);
}
