namespace MethodCenter.Application.Territory.Centres;

/// <summary>Founder of a centre.</summary>
public sealed record CentreFounderBody
{
    /// <summary>Name of the founder.</summary>
    public required string Name { get; init; }

    /// <summary>Act by which the centre was founded.</summary>
    public string? Act { get; init; }
}
