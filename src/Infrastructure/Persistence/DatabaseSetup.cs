using MethodCenter.Infrastructure.Persistence.Providers.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace MethodCenter.Infrastructure.Persistence;

/// <summary>Brings the database to the model of this build, or refuses to start on another one.</summary>
internal sealed class DatabaseSetup(MethodCenterDbContext database)
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(10);

    /// <summary>Until disposed, other instances that start on the same database wait.</summary>
    /// <remarks>Two that begin on an empty database would both make its tables and its first account.</remarks>
    public async Task<IAsyncDisposable> HoldAsync(CancellationToken cancellationToken)
    {
        var alone = new Alone(database.Database, database.Dialect.ReleaseStart);
        if (database.Dialect.HoldStart is not { } hold || !await database.Database.CanConnectAsync(cancellationToken))
        {
            return alone;
        }

        await database.Database.OpenConnectionAsync(cancellationToken);
        database.Database.SetCommandTimeout(LongestStart);
        await database.Database.ExecuteSqlRawAsync(hold, cancellationToken);
        alone.Holds = true;
        return alone;
    }

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

    private sealed class Alone(DatabaseFacade facade, string? release) : IAsyncDisposable
    {
        public bool Holds { get; set; }

        public async ValueTask DisposeAsync()
        {
            if (Holds)
            {
                await facade.ExecuteSqlRawAsync(release!, CancellationToken.None);
                facade.SetCommandTimeout(null);
                await facade.CloseConnectionAsync();
            }
        }
    }
}
