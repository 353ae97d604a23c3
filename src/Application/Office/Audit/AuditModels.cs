using System.Text.Json.Serialization;
using MethodCenter.Domain.Office.Audit;

namespace MethodCenter.Application.Office.Audit;

/// <summary>An audit entry.</summary>
public sealed record AuditListItem
{
    public Guid Id { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>Who acted; null: the service itself.</summary>
    public AuditActor? Account { get; init; }

    /// <summary>Name of the use case, which is the <c>operationId</c> of the operation.</summary>
    public string UseCase { get; init; } = "";

    /// <summary>Kind of object, e.g. <c>course</c>.</summary>
    public string Subject { get; init; } = "";

    public Guid SubjectId { get; init; }

    public AuditKind Kind { get; init; }

    /// <summary>Fields that were changed or read; empty for a new object.</summary>
    public IReadOnlyList<AuditChange> Changes { get; init; } = [];

    /// <summary>The purpose for which protected data were read.</summary>
    public string? Purpose { get; init; }

    /// <summary>Trace of the request, as problem details show it.</summary>
    public string? TraceId { get; init; }
}

/// <summary>The account that acted.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Login">Its login; null when the account is no longer there.</param>
public sealed record AuditActor(Guid Id, string? Login);

/// <summary>A changed or read field. Values of personal fields are never kept.</summary>
public sealed record AuditChange
{
    public string Field { get; init; } = "";

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? From { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? To { get; init; }

    /// <summary>Number of rows, when one statement changed many.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Rows { get; init; }
}
