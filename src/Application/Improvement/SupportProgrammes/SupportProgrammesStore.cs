using MethodCenter.Domain.Improvement.SupportProgrammes;

namespace MethodCenter.Application.Improvement.SupportProgrammes;

/// <summary>The rows of the area.</summary>
public static class SupportProgrammesStore
{
    extension(IImprovementStore store)
    {
        public DbSet<SupportProgramme> SupportProgrammes => store.Set<SupportProgramme>();

        public DbSet<RiskEdition> RiskEditions => store.Set<RiskEdition>();

        public DbSet<Participation> Participations => store.Set<Participation>();

        /// <summary>
        /// Loads a programme with its cycles and holds its row until the end of the transaction, so that assignments to one
        /// programme are decided one after another, in every instance of the service: the limit of a curator is counted,
        /// and a count needs the counted to stand still. Null when it is not in the caller's scope.
        /// </summary>
        public async Task<SupportProgramme?> HoldSupportProgrammeAsync(Guid id, CancellationToken cancellationToken)
        {
            await store.HoldAsync<SupportProgramme>([id], cancellationToken);
            return await store
                .SupportProgrammes.Include(programme => programme.Cycles)
                .SingleOrDefaultAsync(programme => programme.Id == id, cancellationToken);
        }
    }
}
