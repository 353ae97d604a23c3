namespace MethodCenter.Application.Learning.Topics;

/// <summary>What may change in a topic.</summary>
public record TopicBody
{
    /// <summary>Its name; kept in lower case.</summary>
    public required string Name { get; init; }
}
