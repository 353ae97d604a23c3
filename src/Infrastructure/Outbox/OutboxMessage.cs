namespace MethodCenter.Infrastructure.Outbox;

/// <summary>Something that has happened and must be told to the outside, written in the transaction of the change.</summary>
public sealed class OutboxMessage
{
    public const int TypeMaxLength = 80;
    public const int PayloadMaxLength = 4000;

    public Guid Id { get; init; }

    public Guid CentreId { get; init; }

    /// <summary>Kind of event, e.g. <c>employee-enrolled</c>.</summary>
    public string Type { get; init; } = "";

    public Guid SubjectId { get; init; }

    /// <summary>The event as JSON: ids and codes, no personal data.</summary>
    public string Payload { get; init; } = "";

    public DateTimeOffset OccurredAt { get; init; }

    /// <summary>Null: still to be delivered.</summary>
    public DateTimeOffset? DeliveredAt { get; set; }

    /// <summary>How often delivery was tried and failed.</summary>
    public int Attempts { get; set; }
}

/// <summary>A piece of work that one instance of the service does at a time.</summary>
public sealed class Lease
{
    public const int NameMaxLength = 60;

    public string Name { get; init; } = "";

    public Guid Owner { get; set; }

    public DateTimeOffset Until { get; set; }
}
