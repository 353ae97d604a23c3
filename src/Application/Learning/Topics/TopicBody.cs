namespace MethodCenter.Application.Learning.Topics;

/// <summary>What may change in a topic.</summary>
public record TopicBody
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }
}
