namespace MethodCenter.Application.Territory.Centres;

/// <summary>A department of a centre.</summary>
public sealed record CentreDepartmentBody
{
    /// <summary>Name of the department.</summary>
    public required string Name { get; init; }

    /// <summary>Telephone.</summary>
    public string? Phone { get; init; }
}
