using MethodCenter.Domain.Territory.Positions;

namespace MethodCenter.Application.Territory.Positions;

/// <summary>What may change in a position.</summary>
public record PositionBody
{
    /// <summary>Name of the position.</summary>
    public required string Name { get; init; }

    /// <summary>Section of the nomenclature; only teaching positions are attested by order 196.</summary>
    public required PositionCategory Category { get; init; }
}
