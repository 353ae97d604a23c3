namespace MethodCenter.Application.Learning.Topics;

/// <summary>Into which topic.</summary>
public sealed record TopicMergerBody
{
    /// <summary>The topic that remains, in use.</summary>
    public required Guid TopicId { get; init; }
}
