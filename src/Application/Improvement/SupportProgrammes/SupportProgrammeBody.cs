using MethodCenter.Domain.Improvement.SupportProgrammes;

namespace MethodCenter.Application.Improvement.SupportProgrammes;

/// <summary>What is written on the card of a support programme.</summary>
public record SupportProgrammeBody
{
    /// <summary>The centre's own code; unique within the centre.</summary>
    public required string Code { get; init; }

    /// <summary>Name: «500+» or that of a successor.</summary>
    public required string Name { get; init; }

    /// <summary>The act that set the programme up; may be unknown.</summary>
    public string? Basis { get; init; }

    internal SupportProgrammeCard ToCard() => new(Code, Name, Basis);
}
