using MethodCenter.Application.Common.Changes;

namespace MethodCenter.Application.Office.Changes;

/// <summary>The change feed as it is stored. All that is read here has its position and keeps it.</summary>
public interface IChangeFeed
{
    /// <param name="after">The position that somebody has read up to.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<FeedReach> ReachAsync(long after, CancellationToken cancellationToken);

    /// <summary>Changes of the caller's centre, in the order of their positions.</summary>
    /// <param name="after">Behind this position.</param>
    /// <param name="to">Up to this position, which must have been reached.</param>
    /// <param name="types">Of these types; null: of all.</param>
    /// <param name="most">So many at most.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<IReadOnlyList<FeedRow>> ReadAsync(
        long after,
        long to,
        IReadOnlyCollection<string>? types,
        int most,
        CancellationToken cancellationToken
    );

    /// <summary>Are objects of the type hidden from those whose rights are limited to organisations?</summary>
    bool HasOwners(ChangeType type);

    /// <summary>Which of these objects does the caller see in the scope that is open now? One command for all types.</summary>
    Task<IReadOnlySet<Guid>> FindVisibleAsync(
        IReadOnlyCollection<(ChangeType Type, IReadOnlyCollection<Guid> Ids)> subjects,
        CancellationToken cancellationToken
    );
}

/// <summary>How far the feed has come.</summary>
/// <param name="Last">The last position that was given.</param>
/// <param name="Trimmed">The last position that is no longer kept.</param>
/// <param name="Lost">The position that was asked about is none of this database: it was restored from a backup since.</param>
public sealed record FeedReach(long Last, long Trimmed, bool Lost);

/// <summary>A stored change.</summary>
public sealed record FeedRow(
    long Position,
    string Type,
    ChangeKind Kind,
    Guid SubjectId,
    Guid? ParentId,
    int Version,
    Guid? OrganisationId,
    DateTimeOffset OccurredAt,
    string? Events,
    string? Keys
);

/// <summary>Lets readers wait until there may be something for them, without holding a connection.</summary>
public interface IChangeWatch
{
    /// <summary>
    /// Waits until there is something of the centre behind the position, or the time is over; then it says how far one
    /// may go on without reading.
    /// </summary>
    Task<(bool News, long Position)> WaitAsync(
        Guid centreId,
        long position,
        TimeSpan limit,
        CancellationToken cancellationToken
    );
}
