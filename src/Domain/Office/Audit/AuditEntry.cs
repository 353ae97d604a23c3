namespace MethodCenter.Domain.Office.Audit;

/// <summary>What was done to an object.</summary>
public enum AuditKind
{
    /// <summary>Created.</summary>
    Created,

    /// <summary>Changed.</summary>
    Changed,

    /// <summary>Deleted.</summary>
    Deleted,

    /// <summary>Personal data were read.</summary>
    Read,

    /// <summary>Somebody has signed in.</summary>
    SignedIn,

    /// <summary>A sign-in or a request was refused.</summary>
    Refused,
}

/// <summary>Audit entry: who did what to which object.</summary>
/// <remarks>
/// Appended in the transaction of the change, never changed afterwards, and never asked for a decision. It holds no
/// personal values: of a personal field only its name.
/// </remarks>
public sealed class AuditEntry : Entity
{
    public const int UseCaseMaxLength = 80;
    public const int SubjectMaxLength = 60;
    public const int ChangesMaxLength = 4000;
    public const int PurposeMaxLength = 200;
    public const int TraceIdMaxLength = 32;

    public DateTimeOffset At { get; init; }

    /// <summary>The account that acted; null: the service itself.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>Name of the use case, which is the <c>operationId</c> of the operation.</summary>
    public string UseCase { get; init; } = "";

    /// <summary>Kind of object, e.g. <c>course</c>.</summary>
    public string Subject { get; init; } = "";

    public Guid SubjectId { get; init; }

    public AuditKind Kind { get; init; }

    /// <summary>JSON array of changed fields with old and new values; of personal fields only the name.</summary>
    public string? Changes { get; init; }

    /// <summary>The purpose for which protected data were read.</summary>
    public string? Purpose { get; init; }

    /// <summary>Trace of the request, as problem details show it.</summary>
    public string? TraceId { get; init; }
}
