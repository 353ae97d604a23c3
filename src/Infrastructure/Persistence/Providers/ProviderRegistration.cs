using MethodCenter.Application.Common.Security;
using MethodCenter.Infrastructure.Persistence.Providers.PostgreSql;
using MethodCenter.Infrastructure.Persistence.Providers.Sqlite;
using MethodCenter.Infrastructure.Persistence.Providers.SqlServer;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace MethodCenter.Infrastructure.Persistence.Providers;

/// <summary>Registers the context of the configured database, pooled, as <see cref="MethodCenterDbContext"/>.</summary>
internal static class ProviderRegistration
{
    private const int PoolSize = 256;
    private const string MaxAutoPrepare = "Max Auto Prepare";
    private const string NoResetOnClose = "No Reset On Close";

    // Of one connection: the hot ones; a report that comes once a day is planned for its own parameters.
    private const int MostPrepared = 64;

    public static void AddDatabase(this IServiceCollection services, DatabaseProvider provider, string connection)
    {
        switch (provider)
        {
            case DatabaseProvider.Sqlite:
                Add<SqliteMethodCenterContext>(
                    services,
                    provider,
                    options =>
                        options
                            .UseSqlite(
                                ForSqlite(connection),
                                database => database.MigrationsAssembly(Migrations(provider))
                            )
                            .ReplaceService<IModificationCommandBatchFactory, SqliteBatches>()
                            .ReplaceService<IRelationalConnection, KeptSqliteConnection>()
                );
                services.AddSingleton(container => new WholeFile(
                    ForSqlite(connection),
                    container.GetRequiredService<ILogger<WholeFile>>()
                ));
                services.AddHostedService(container => container.GetRequiredService<WholeFile>());
                break;
            case DatabaseProvider.PostgreSql:
                Add<PostgreSqlMethodCenterContext>(
                    services,
                    provider,
                    options =>
                        options.UseNpgsql(
                            ForPostgreSql(connection),
                            database => database.MigrationsAssembly(Migrations(provider))
                        )
                );
                break;
            default:
                Add<SqlServerMethodCenterContext>(
                    services,
                    provider,
                    options =>
                        options
                            .UseSqlServer(connection, database => database.MigrationsAssembly(Migrations(provider)))
                            .ReplaceService<IQuerySqlGeneratorFactory, JsonLists>()
                );
                break;
        }
    }

    /// <summary>
    /// Full durability, foreign keys and a patient wait for other processes, whatever the string says.
    /// </summary>
    internal static string ForSqlite(string connection)
    {
        var builder = Understand(connection);
        (builder.ForeignKeys, builder.DefaultTimeout) = (true, 30);
        try
        {
            if (Path.GetDirectoryName(builder.DataSource) is { Length: > 0 } folder)
            {
                Directory.CreateDirectory(folder);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw UnusableDatabase.RefusePath(builder.DataSource, exception);
        }

        MakePrivate(builder);
        if (builder.Mode == SqliteOpenMode.ReadWriteCreate && File.Exists(builder.DataSource))
        {
            // A file that is deleted while the service runs is missed, and not made anew without a table.
            builder.Mode = SqliteOpenMode.ReadWrite;
        }

        return builder.ToString();
    }

    /// <summary>The file of an embedded database; null: there is none to look at.</summary>
    internal static string? FileOf(DatabaseProvider provider, string connection)
    {
        if (provider != DatabaseProvider.Sqlite)
        {
            return null;
        }

        var builder = Understand(connection);
        return IsPlainFile(builder) ? Path.GetFullPath(builder.DataSource) : null;
    }

    private static SqliteConnectionStringBuilder Understand(string connection)
    {
        try
        {
            return new SqliteConnectionStringBuilder(connection);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            throw UnusableDatabase.RefusePath(null, exception);
        }
    }

    private static bool IsPlainFile(SqliteConnectionStringBuilder builder) =>
        builder.DataSource is not ("" or ":memory:")
        && builder.Mode != SqliteOpenMode.Memory
        && !builder.DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase);

    /// <summary>Commands that come again are prepared, unless the string says otherwise.</summary>
    /// <remarks>
    /// For a row by its id the server takes longer to parse and plan than to find it. Nothing is set for a session, so there
    /// is nothing to reset when a connection goes back to the pool; a transaction left open is rolled back all the same.
    /// </remarks>
    internal static string ForPostgreSql(string connection)
    {
        var builder = new NpgsqlConnectionStringBuilder(connection);
        if (!builder.ShouldSerialize(MaxAutoPrepare))
        {
            builder.MaxAutoPrepare = MostPrepared;
        }

        if (!builder.ShouldSerialize(NoResetOnClose))
        {
            builder.NoResetOnClose = true;
        }

        return builder.ToString();
    }

    /// <summary>A new file is the service's alone; the journals beside it get the rights that it has.</summary>
    private static void MakePrivate(SqliteConnectionStringBuilder builder)
    {
        if (
            OperatingSystem.IsWindows()
            || !IsPlainFile(builder)
            || builder.Mode == SqliteOpenMode.ReadOnly
            || File.Exists(builder.DataSource)
        )
        {
            return;
        }

        try
        {
            new FileStream(
                builder.DataSource,
                new FileStreamOptions
                {
                    Mode = FileMode.CreateNew,
                    Access = FileAccess.Write,
                    UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
                }
            ).Dispose();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Somebody else has made it meanwhile, or nobody can: the first connection says what is wrong.
        }
    }

    private static void Add<TContext>(
        IServiceCollection services,
        DatabaseProvider database,
        Action<DbContextOptionsBuilder> use
    )
        where TContext : MethodCenterDbContext
    {
        services.AddDbContextPool<TContext>(
            (provider, options) =>
            {
                use(options);
                options.UseModel(CompiledModels.Of(database));
                options.AddInterceptors(provider.GetServices<IInterceptor>());
                options.AddInterceptors(Outage.Connections, ReferredRows.Interceptor);

                // A filter on a required end of a relation: parts of an aggregate have the same filter as the root.
                options.ConfigureWarnings(warnings =>
                    warnings.Ignore(CoreEventId.PossibleIncorrectRequiredNavigationWithQueryFilterInteractionWarning)
                );

                // The text of a violated index may hold its values (on SQL Server it does): a refusal is not an error,
                // and an error is logged where it is answered.
                options.ConfigureWarnings(warnings =>
                    warnings.Ignore(
                        CoreEventId.SaveChangesFailed,
                        CoreEventId.QueryIterationFailed,
                        RelationalEventId.CommandError,
                        RelationalEventId.ConnectionError,
                        RelationalEventId.TransactionError
                    )
                );

                // Few parts of one aggregate, read in one command on purpose: what a request may take is commands.
                options.ConfigureWarnings(warnings =>
                    warnings.Ignore(RelationalEventId.MultipleCollectionIncludeWarning)
                );
            },
            PoolSize
        );

        // The lease of the scope gives the context back to the pool. A context that was leased by itself would go back
        // whenever it is disposed, and a scope disposes it once for each name under which it was resolved: by the
        // second time it may already serve another request.
        services.AddScoped<ScratchDatabase>();
        services.AddScoped<MethodCenterDbContext>(provider =>
        {
            MethodCenterDbContext database = provider.GetRequiredService<ScratchDatabase>().Path is { } scratch
                ? OnCopy(provider, scratch)
                : provider.GetRequiredService<TContext>();
            database.Caller = provider.GetRequiredService<Caller>();
            database.BeginWriting = null;
            return database;
        });
    }

    /// <summary>A context of its own, not of the pool, on a copy of the SQLite file.</summary>
    private static SqliteMethodCenterContext OnCopy(IServiceProvider provider, string path)
    {
        var known = provider.GetRequiredService<DbContextOptions<SqliteMethodCenterContext>>();
        var options = new DbContextOptionsBuilder<SqliteMethodCenterContext>(known);
        options.UseSqlite(ScratchDatabase.ConnectionTo(path));
        return new SqliteMethodCenterContext(options.Options);
    }

    /// <summary>
    /// The assembly that holds the migrations of one database: a project of its own, all of it generated.
    /// </summary>
    internal static string Migrations(DatabaseProvider provider) => $"MethodCenter.Migrations.{provider}";
}
