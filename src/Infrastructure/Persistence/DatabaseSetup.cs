using MethodCenter.Infrastructure.Persistence.Providers;
using MethodCenter.Infrastructure.Persistence.Providers.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace MethodCenter.Infrastructure.Persistence;

/// <summary>Brings the database to the model of this build, or refuses to start on another one.</summary>
internal sealed class DatabaseSetup(MethodCenterDbContext database, StoredTexts texts)
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(10);

    /// <summary>Until disposed, other instances that start on the same database wait.</summary>
    /// <remarks>Two that begin on an empty database would both make its tables and its first account.</remarks>
    public async Task<IAsyncDisposable> HoldAsync(CancellationToken cancellationToken)
    {
        var alone = new Alone(database.Database, database.Dialect.ReleaseStart);
        if (database.Dialect.HoldStart is not { } hold || !await ReachAsync(cancellationToken))
        {
            return alone;
        }

        await RefuseUnfitAsync(cancellationToken);
        database.Database.SetCommandTimeout(LongestStart);
        await database.Database.ExecuteSqlRawAsync(hold, cancellationToken);
        alone.Holds = true;
        return alone;
    }

    /// <returns>The migrations that were applied just now.</returns>
    public async Task<IReadOnlyList<string>> PrepareAsync(bool migrate, CancellationToken cancellationToken)
    {
        var embedded = database is SqliteMethodCenterContext;
        var known = database.Database.GetMigrations().ToList();
        var applied = (await database.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        RefuseForeign(known, applied);
        var pending = known.Except(applied).ToList();
        if (pending.Count > 0)
        {
            if (!migrate && !embedded)
            {
                var names = string.Join(", ", pending);
                throw new StartRefusedException(
                    $"База данных старее этой версии: не применены миграции ({names}). Сделайте копию и запустите с --migrate: служба применит их и закончит работу.",
                    $"The database is older than this version: migrations are not applied ({names}). Make a backup and start with --migrate: the service applies them and ends."
                );
            }

            await database.Database.MigrateAsync(cancellationToken);
            await RefuseUnfitAsync(cancellationToken);
        }

        if ((pending.Count > 0 && applied.Count > 0) || await texts.IsDueAsync(cancellationToken))
        {
            await texts.CleanAsync(cancellationToken);
        }

        if (embedded)
        {
            // Kept in the file: readers do not wait for the writer. Every commit still reaches the disk (synchronous=FULL).
            await database.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellationToken);
        }

        return pending;
    }

    /// <summary>A migration that this build does not know has made tables that it does not know either.</summary>
    private static void RefuseForeign(List<string> known, List<string> applied)
    {
        if (applied.Except(known).Order(StringComparer.Ordinal).FirstOrDefault() is not { } foreign)
        {
            return;
        }

        // Ids begin with the time at which a migration was written.
        throw string.CompareOrdinal(foreign, known[0]) < 0
            ? new StartRefusedException(
                $"База данных создана версией до 0.1.0 (миграция {foreign}), обновить её нельзя. Укажите новую базу данных и перенесите в неё данные файлами выгрузки из прежней версии.",
                $"The database was made by a version before 0.1.0 (migration {foreign}) and cannot be upgraded. Name a new database and move the data into it by export files of the old version."
            )
            : new StartRefusedException(
                $"База данных создана более новой версией (миграция {foreign}). Запустите ту версию или восстановите копию, сделанную до обновления.",
                $"The database was made by a newer version (migration {foreign}). Start that version, or restore the backup made before the upgrade."
            );
    }

    /// <summary>Opens the connection; false: the server is there, and the database is still to be made.</summary>
    private async Task<bool> ReachAsync(CancellationToken cancellationToken)
    {
        try
        {
            await database.Database.OpenConnectionAsync(cancellationToken);
            return true;
        }
        catch (Exception exception) when (Outage.Chain(exception).Any(database.Dialect.IsMissing))
        {
            return false;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw UnreachableDatabase.Refuse(database, exception);
        }
    }

    private async Task RefuseUnfitAsync(CancellationToken cancellationToken)
    {
        if (await database.Dialect.FindUnfitAsync(database, cancellationToken) is { } unfit)
        {
            throw unfit;
        }
    }

    private sealed class Alone(DatabaseFacade facade, string? release) : IAsyncDisposable
    {
        public bool Holds { get; set; }

        public async ValueTask DisposeAsync()
        {
            if (!Holds)
            {
                return;
            }

            try
            {
                await facade.ExecuteSqlRawAsync(release!, CancellationToken.None);
            }
            catch (Exception exception) when (Outage.IsOfDriver(exception))
            {
                // The connection is lost, and with the session its lock; what has failed before is what must be told.
            }

            facade.SetCommandTimeout(null);
            await facade.CloseConnectionAsync();
        }
    }
}
