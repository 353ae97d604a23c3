using MethodCenter.Application.Common.Changes;

namespace MethodCenter.Infrastructure.Office.Changes;

/// <summary>
/// One change of one aggregate, written in the transaction of the change and published in the change feed.
/// </summary>
/// <remarks>
/// Ids, codes and names of events; never personal data. What has changed, the reader reads from the object.
/// </remarks>
public sealed class ChangeEntry
{
    public const int EventsMaxLength = 400;
    public const int KeysMaxLength = 1000;

    /// <summary>The index of what has no position yet.</summary>
    public const string WaitingIndex = "ix_changes_waiting";

    /// <summary>
    /// Given by the database at the insert: the order in which the rows of one aggregate were written.
    /// </summary>
    public long Id { get; init; }

    /// <summary>
    /// The place in the feed, given after the commit by the <see cref="ChangeRelay"/>; null: not yet published.
    /// </summary>
    public long? Position { get; init; }

    public Guid CentreId { get; init; }

    /// <summary>The resource, see <see cref="ChangeTypes"/>.</summary>
    public string Type { get; init; } = "";

    public Guid SubjectId { get; init; }

    /// <summary>The object within whose address the subject stands, e.g. the course of an enrolment.</summary>
    public Guid? ParentId { get; init; }

    public ChangeKind Kind { get; init; }

    /// <summary>The revision of the subject after the change.</summary>
    public int Version { get; init; }

    /// <summary>
    /// The organisation that the subject belongs to: its people may still learn of the change when the subject is gone.
    /// </summary>
    public Guid? OrganisationId { get; init; }

    public DateTimeOffset OccurredAt { get; init; }

    /// <summary>Names of the domain events of the change, separated by commas; null: it raised none.</summary>
    public string? Events { get; init; }

    /// <summary>
    /// JSON, only where a key has changed: the code before and after, or the name in a neighbouring system.
    /// </summary>
    public string? Keys { get; init; }
}

/// <summary>How far the change feed has come: the one row whose lock gives out the positions.</summary>
public sealed class ChangeLog
{
    public const int TheOnly = 1;

    public int Id { get; init; }

    /// <summary>The last position that was given.</summary>
    public long Last { get; set; }

    /// <summary>The last position that is no longer kept.</summary>
    public long Trimmed { get; set; }
}

/// <summary>Positions that were never given: at each start the feed leaps ahead, over them.</summary>
/// <remarks>
/// A database that was restored from a backup gives positions once more that readers have seen already, of other changes.
/// A backup does not know that it is one; so every start leaps to a position that follows from the clock, and whoever has
/// read up to a position in the gap has read it in the database that is no more (ADR 8).
/// </remarks>
public sealed class ChangeGap
{
    private static readonly DateTimeOffset Beginning = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The last position before it.</summary>
    public long From { get; init; }

    /// <summary>The position at which the feed goes on.</summary>
    public long To { get; init; }

    /// <summary>
    /// The leap of a start: one position for each microsecond, so that the feed never comes as far by its changes alone.
    /// </summary>
    internal static ChangeGap Of(long last, long known, DateTimeOffset now) =>
        new()
        {
            From = last,
            To = Math.Max(Math.Max(last, known) + 1, (now - Beginning).Ticks / TimeSpan.TicksPerMicrosecond),
        };
}
