using MethodCenter.Infrastructure.Identity;

namespace MethodCenter.Infrastructure.Health;

/// <summary>Writes as a request would, and leaves nothing.</summary>
internal static class HealthWrite
{
    /// <summary>More than the space that is left over in pages begun: a full disk must show.</summary>
    private const int Characters = 32 * 1024;

    /// <remarks>
    /// A row that is written and deleted in one transaction, which is committed: room is taken for it, and the log of the
    /// database has to reach the disk. Nobody else sees the row.
    /// </remarks>
    public static async Task TryAsync(
        MethodCenterDbContext database,
        WriteGate gate,
        CancellationToken cancellationToken
    )
    {
        using var pass = await gate.EnterAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var id = EntityId.New();

        // By chance, since what repeats itself the server would store in a few bytes.
        var text = Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(Characters / 2));
        database.ProtectionKeys.Add(
            new ProtectionKey
            {
                Id = id,
                Name = $"health-{id}",
                Xml = text,
            }
        );
        await database.SaveChangesAsync(cancellationToken);
        await database.ProtectionKeys.Where(key => key.Id == id).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
