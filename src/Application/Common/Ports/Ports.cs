using MethodCenter.Domain.Common.Norms;

namespace MethodCenter.Application.Common.Ports;

/// <summary>The day and the instant of the request, in the zone of the caller's centre.</summary>
public interface IClock
{
    /// <summary>The day that rules ask about; in a sandbox the one that the request names.</summary>
    DateOnly Today { get; }

    /// <summary>
    /// The later of <see cref="Today"/> and the true day: who may no longer do something does not regain it in a sandbox by
    /// naming an earlier day.
    /// </summary>
    DateOnly LatestDay { get; }

    /// <summary>
    /// Always the true instant, also in a sandbox: keys, links and quotas end by it, and the audit tells by it what happened.
    /// </summary>
    DateTimeOffset Now { get; }
}

/// <summary>One transaction around a command.</summary>
public interface IUnitOfWork
{
    /// <summary>Opens a unit of work, or joins the open one; its transaction begins at the first hold, number or save.</summary>
    Task<ITransaction> BeginAsync(CancellationToken cancellationToken);

    /// <summary>Hands domain events to their handlers, then writes everything. A violated index comes back as its domain error.</summary>
    Task<Error?> SaveAsync(CancellationToken cancellationToken);

    /// <summary>Begins the transaction now: for work that reads what it is about to write.</summary>
    Task HoldAsync(CancellationToken cancellationToken);

    /// <summary>Does one of several things of an open unit of work: a refused one leaves no trace, and the others go on.</summary>
    Task<Result<T>> AttemptAsync<T>(
        Func<CancellationToken, Task<Result<T>>> attempt,
        CancellationToken cancellationToken
    );

    /// <summary>Lets go of the objects that were loaded or saved: a long work would look through them at each save.</summary>
    void Forget();
}

/// <summary>New objects in great number: the next save of the unit of work writes them in bulk.</summary>
public interface IBulk
{
    void Add(AggregateRoot root);
}

/// <summary>Disposed without a commit, it rolls back.</summary>
public interface ITransaction : IAsyncDisposable
{
    Task CommitAsync(CancellationToken cancellationToken);
}

/// <summary>Hot reads of one object by id, as compiled queries over the projections of the areas.</summary>
public interface IReads
{
    /// <summary>The read model, or null when the object is not there or not in the caller's scope.</summary>
    Task<TModel?> FindAsync<TEntity, TModel>(Guid id, CancellationToken cancellationToken)
        where TEntity : Entity
        where TModel : class;

    /// <summary>The entity itself without its parts, to be looked at and not changed.</summary>
    Task<TEntity?> FindRowAsync<TEntity>(Guid id, CancellationToken cancellationToken)
        where TEntity : Entity;
}

/// <summary>The norms that bind the caller's centre.</summary>
public interface INorms
{
    Task<NormSet> GetAsync(CancellationToken cancellationToken);

    IReadOnlyDictionary<string, NormDefinition> Definitions { get; }
}

/// <summary>Consecutive numbers without gaps: a number is given in the transaction that uses it.</summary>
public interface INumerators
{
    Task<int> NextAsync(string sequence, CancellationToken cancellationToken);

    /// <summary>Several numbers in a row; the first of them.</summary>
    Task<int> NextAsync(string sequence, int count, CancellationToken cancellationToken);
}

/// <summary>Entries of the audit that do not follow from a saved change.</summary>
public interface IAuditLog
{
    /// <summary>Records that protected personal data were read: whose, which fields, for what (PD-4).</summary>
    void RecordRead(string subject, Guid subjectId, IReadOnlyList<string> fields, string purpose);

    /// <summary>Records that an employee was recognised by a protected value, in bulk with the next save (PD-4).</summary>
    void RecordIdentification(Guid employeeId, string field, string purpose);

    /// <summary>Records a change of many rows by one statement.</summary>
    void RecordBulkChange(string subject, Guid subjectId, string field, int rows);
}

/// <summary>What must be on record though it has changed nothing: sign-ins, and requests that were refused.</summary>
public interface ISecurityLog
{
    /// <summary>Hands it over at once; it is written apart from the request, soon after. Never personal data.</summary>
    void Note(SecurityEvent noted);
}

/// <summary>What happened.</summary>
public enum SecurityEventKind
{
    /// <summary>Somebody has signed in.</summary>
    SignedIn,

    /// <summary>A sign-in or a request was refused.</summary>
    Refused,
}

/// <summary>A sign-in or a refused request.</summary>
/// <param name="Kind">Which of them.</param>
/// <param name="UseCase">Name of the use case.</param>
/// <param name="CentreId">The centre in whose audit it stands; empty: none.</param>
/// <param name="AccountId">The account that was meant; null: an unknown one.</param>
/// <param name="Reason">Why it was refused; null: it was not.</param>
public sealed record SecurityEvent(
    SecurityEventKind Kind,
    string UseCase,
    Guid CentreId,
    Guid? AccountId,
    string? Reason
);

/// <summary>Tells of aggregates that one statement changes past the unit of work.</summary>
public interface IBulkChanges
{
    /// <summary>To be called before the statement, which raises the revision of these rows by one.</summary>
    Task TellAsync<TRoot>(IQueryable<TRoot> rows, CancellationToken cancellationToken)
        where TRoot : AggregateRoot;
}

/// <summary>Objects as a client's own source and key name them, for <c>PUT …/by-key/{source}/{key}</c>.</summary>
public interface IExternalKeys
{
    Task<Guid?> FindAsync(string resource, ExternalKey key, CancellationToken cancellationToken);

    /// <summary>The objects that bear keys of one source, by key.</summary>
    Task<IReadOnlyDictionary<string, Guid>> FindManyAsync(
        string resource,
        string source,
        IReadOnlyCollection<string> keys,
        CancellationToken cancellationToken
    );

    /// <summary>The keys of one source, for queries; none where no source is named.</summary>
    IQueryable<BoundKey> Of(string resource, string? source);

    void Bind(string resource, ExternalKey key, Guid id);

    /// <summary>Binds the key of a new object, written in bulk with it.</summary>
    void BindNew(string resource, ExternalKey key, Guid id);
}

/// <summary>A key and the object that bears it.</summary>
public sealed record BoundKey
{
    public required string Key { get; init; }

    public required Guid Id { get; init; }
}

/// <summary>The name under which a neighbouring system knows an object.</summary>
public sealed record ExternalKey(string Source, string Key)
{
    public const int SourceMaxLength = 40;
    public const int KeyMaxLength = 100;

    /// <summary>The key in the source.</summary>
    public string Key { get; } = PlainText.Clean(Key);
}
