namespace MethodCenter.Infrastructure.Audit;

/// <summary>One line of the audit: who did what to which object. Appended, never changed; no personal values.</summary>
public sealed class AuditEntry
{
    public const int UseCaseMaxLength = 80;
    public const int SubjectMaxLength = 60;
    public const int KindMaxLength = 20;
    public const int ChangesMaxLength = 4000;
    public const int PurposeMaxLength = 200;
    public const int TraceIdMaxLength = 32;

    public Guid Id { get; init; }

    public Guid CentreId { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>The account that acted; null: the service itself.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>Name of the use case, which is the operationId of the API.</summary>
    public string UseCase { get; init; } = "";

    /// <summary>Kind of object, e.g. <c>course</c>.</summary>
    public string Subject { get; init; } = "";

    public Guid SubjectId { get; init; }

    /// <summary><c>created</c>, <c>changed</c>, <c>deleted</c> or <c>read</c>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>JSON array of changed fields with old and new values; of personal fields only the name.</summary>
    public string? Changes { get; init; }

    /// <summary>For what protected data were read.</summary>
    public string? Purpose { get; init; }

    /// <summary>Trace of the request, as problem details show it.</summary>
    public string? TraceId { get; init; }
}
