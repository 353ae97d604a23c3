namespace MethodCenter.Application.Territory.Centres;

/// <summary>A name that a centre bore before.</summary>
public sealed record CentreFormerNameBody
{
    /// <summary>Full name.</summary>
    public required string FullName { get; init; }

    /// <summary>Short name.</summary>
    public string? ShortName { get; init; }

    /// <summary>Last day of the name.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>Act by which the centre was renamed.</summary>
    public string? Act { get; init; }
}
