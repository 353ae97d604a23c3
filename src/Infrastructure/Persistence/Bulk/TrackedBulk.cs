namespace MethodCenter.Infrastructure.Persistence.Bulk;

/// <summary>For a database without a bulk way of its own: the batches of EF.</summary>
internal static class TrackedBulk
{
    public static async Task InsertAsync(
        DbContext database,
        IReadOnlyList<object> entities,
        Guid centreId,
        CancellationToken cancellationToken
    )
    {
        foreach (var entity in entities)
        {
            // The entry alone: parts come with a call of their own.
            var entry = database.Entry(entity);
            entry.State = EntityState.Added;
            if (entity is Entity)
            {
                entry.Property(nameof(Entity.CentreId)).CurrentValue = centreId;
            }

            if (entity is AggregateRoot)
            {
                entry.Property(nameof(AggregateRoot.Version)).CurrentValue = 1;
            }
        }

        await database.SaveChangesAsync(cancellationToken);
    }
}
