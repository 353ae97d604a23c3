namespace MethodCenter.Application.Office.Webhooks;

/// <summary>A period of changes: by positions or by instants, not by both.</summary>
public sealed record ReplayBody
{
    /// <summary>First position.</summary>
    public long? FromPosition { get; init; }

    /// <summary>Last position; null: up to the present one.</summary>
    public long? ToPosition { get; init; }

    /// <summary>Changes from this instant on.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Changes before this instant; null: up to the present one.</summary>
    public DateTimeOffset? To { get; init; }
}
