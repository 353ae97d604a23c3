namespace MethodCenter.Infrastructure.Leases;

/// <summary>A lease in the database: one instance of the service at a time does a piece of work.</summary>
internal sealed class LeaseKeeper(MethodCenterDbContext database, TimeProvider time)
{
    /// <summary>Takes or renews the lease; false: another instance holds it.</summary>
    public async Task<bool> TryHoldAsync(string name, Guid owner, TimeSpan length, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var furthest = now + length + Lease.MostSkew;
        var held = await database
            .Leases.Where(lease =>
                lease.Name == name && (lease.Owner == owner || lease.Until < now || lease.Until > furthest)
            )
            .ExecuteUpdateAsync(
                change =>
                    change.SetProperty(lease => lease.Owner, owner).SetProperty(lease => lease.Until, now + length),
                cancellationToken
            );
        if (held == 1 || await database.Leases.AnyAsync(lease => lease.Name == name, cancellationToken))
        {
            return held == 1;
        }

        try
        {
            database.Leases.Add(
                new Lease
                {
                    Name = name,
                    Owner = owner,
                    Until = now + length,
                }
            );
            await database.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException failure) when (database.Dialect.FindUniqueViolation(failure) is not null)
        {
            // Two instances began at once; the other one has it.
            database.ChangeTracker.Clear();
            return false;
        }
    }

    public Task ReleaseAsync(string name, Guid owner, CancellationToken cancellationToken) =>
        database
            .Leases.Where(lease => lease.Name == name && lease.Owner == owner)
            .ExecuteUpdateAsync(
                change => change.SetProperty(lease => lease.Until, DateTimeOffset.UnixEpoch),
                cancellationToken
            );
}
