using MethodCenter.Infrastructure.Persistence.Providers.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace MethodCenter.Infrastructure.Persistence;

/// <summary>Brings the database to the model of this build, or refuses to start on another one.</summary>
internal sealed class DatabaseSetup(MethodCenterDbContext database)
{
    public async Task PrepareAsync(bool migrate, CancellationToken cancellationToken)
    {
        var embedded = database is SqliteMethodCenterContext;
        var pending = (await database.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
        if (pending.Count > 0)
        {
            if (!migrate && !embedded)
            {
                throw new InvalidOperationException(
                    $"The database lacks {pending.Count} migrations ({string.Join(", ", pending)}). Start with --migrate to apply them."
                );
            }

            await database.Database.MigrateAsync(cancellationToken);
        }

        if (embedded)
        {
            // Kept in the file: readers do not wait for the writer. Every commit still reaches the disk (synchronous=FULL).
            await database.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellationToken);
        }
    }
}
