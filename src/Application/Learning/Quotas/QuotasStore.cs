using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Learning.Quotas;

namespace MethodCenter.Application.Learning.Quotas;

/// <summary>The rows of the area.</summary>
public static class QuotasStore
{
    extension(ILearningStore store)
    {
        public DbSet<Quota> Quotas => store.Set<Quota>();

        /// <summary>
        /// Loads a quota and holds its row until the end of the transaction: seats are counted against it one after another.
        /// Whose it is does not matter, since a seat that falls free goes to any organisation. Always held after the course.
        /// </summary>
        public async Task<Quota?> HoldQuotaAsync(Guid id, CancellationToken cancellationToken)
        {
            await store.HoldAsync<Quota>([id], cancellationToken);
            return await store
                .Quotas.IgnoreQueryFilters([QueryFilters.Organisations])
                .SingleOrDefaultAsync(quota => quota.Id == id, cancellationToken);
        }

        /// <summary>Holds the rows of several quotas, in the order of their ids; loads none of them.</summary>
        public Task HoldQuotasAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
            store.HoldAsync<Quota>(ids, cancellationToken);
    }
}
