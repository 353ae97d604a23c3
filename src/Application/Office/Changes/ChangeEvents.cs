namespace MethodCenter.Application.Office.Changes;

/// <summary>The events of the stream of changes.</summary>
public static class ChangeEvents
{
    /// <summary>A change: a <see cref="ChangeListItem"/>.</summary>
    public const string Change = "change";

    /// <summary>Nothing that the reader may see lies before a position: a <see cref="ReachedPosition"/>.</summary>
    public const string Position = "position";
}

/// <summary>How far the stream has come where it has nothing to tell.</summary>
public sealed record ReachedPosition
{
    /// <summary>The position up to which you have missed nothing.</summary>
    public long Position { get; init; }
}
