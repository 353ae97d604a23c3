using MethodCenter.Infrastructure.Persistence.Bulk;

namespace MethodCenter.Infrastructure.Persistence.Providers;

/// <summary>The few places where the three databases need different SQL.</summary>
public interface IDatabaseDialect
{
    /// <summary>Name of the provider as the configuration spells it.</summary>
    string Name { get; }

    /// <summary>
    /// Type of a column of 16 bytes, where the database has no type of its own for ids, or one that does not sort them as
    /// they were made (ADR 2); null: it has.
    /// </summary>
    string? IdType { get; }

    /// <summary>Collation of keys, which compares by code points; null: every column compares so anyway.</summary>
    string? KeyCollation { get; }

    /// <summary>Collation of every text, where texts would not be equal by their code points without one; null: they are.</summary>
    string? TextCollation { get; }

    /// <summary>Holds a row until the end of the transaction; parameter {0} is its id. Null: the transaction holds it already.</summary>
    string? HoldRow(string table);

    /// <summary>The same for so many rows, in the order of their ids.</summary>
    string? HoldRows(string table, int count);

    /// <summary>«{0}, {1}, {2}»: places for parameters.</summary>
    internal static string Places(int count) =>
        string.Join(", ", Enumerable.Range(0, count).Select(place => $"{{{place}}}"));

    /// <summary>Takes the next number of a sequence: parameters {0} row id, {1} centre, {2} sequence.</summary>
    string NextNumber { get; }

    /// <summary>
    /// Gives positions to the committed changes that wait for one, in the order of their ids: parameters {0} the last
    /// position given, {1} how many at most. It runs behind the lock of the change log and reads in a statement of its
    /// own, so that it sees what the relay before it has done.
    /// </summary>
    string SequenceChanges { get; }

    object IdParameter(Guid id);

    /// <summary>Holds back other instances that start; on the open connection, until <see cref="ReleaseStart"/>. Null: it needs none.</summary>
    string? HoldStart { get; }

    /// <summary>See <see cref="HoldStart"/>.</summary>
    string? ReleaseStart { get; }

    /// <summary>Writes new rows of one table in the fastest way that the database has, into the open transaction.</summary>
    Task InsertAsync(
        DbContext database,
        BulkTable table,
        IReadOnlyList<object> entities,
        Guid centreId,
        CancellationToken cancellationToken
    );

    /// <summary>How the database must be set up, where it is not; null: it is.</summary>
    Task<StartRefusedException?> FindUnfitAsync(DbContext database, CancellationToken cancellationToken);

    /// <summary>The driver says that the server is there and has no such database.</summary>
    bool IsMissing(Exception exception);

    /// <summary>
    /// A failure of the driver that passes: a deadlock, a lock or an answer that was waited for too long, a server that is
    /// away. The request may come again as it is.
    /// </summary>
    bool IsOutage(Exception exception);

    /// <summary>What does not pass by itself: a full disk, a file that may not be written or is damaged; null: another failure.</summary>
    DatabaseFault? FindFault(Exception exception);

    /// <summary>Looks at what connections that are kept open would not notice; throws when something is wrong.</summary>
    Task LookAfreshAsync(DbContext database, CancellationToken cancellationToken);

    /// <summary>The violated unique index or constraint: its name, or the table and columns; null: another failure.</summary>
    UniqueViolation? FindUniqueViolation(Exception exception);
}

/// <summary>What a database says about a violated unique index.</summary>
public sealed record UniqueViolation(string? IndexName, string? Table, IReadOnlyList<string> Columns);
