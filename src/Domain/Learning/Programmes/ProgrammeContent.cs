using MethodCenter.Domain.Territory.Positions;

namespace MethodCenter.Domain.Learning.Programmes;

/// <summary>A module of a programme.</summary>
/// <param name="Title">Title of the module.</param>
/// <param name="Hours">Academic hours.</param>
public sealed record ProgrammeModule(string Title, int Hours);

/// <summary>The provider's licence for educational activity.</summary>
/// <param name="Number">Number as the provider writes it.</param>
/// <param name="IssuedOn">Day of issue.</param>
public sealed record ProgrammeLicence(string Number, DateOnly IssuedOn);

/// <summary>Audience: for whom a programme is.</summary>
/// <param name="Categories">Sections of the nomenclature of positions.</param>
/// <param name="PositionIds">Single positions, in addition to the sections.</param>
/// <param name="Text">The audience in words: «учителя, работающие в 5–9 классах». People read it, the service does not.</param>
public sealed record ProgrammeAudience(
    IReadOnlyList<PositionCategory> Categories,
    IReadOnlyList<Guid> PositionIds,
    string? Text
)
{
    /// <summary>Positions are named; words alone exclude nobody.</summary>
    public bool IsNamed => Categories.Count + PositionIds.Count > 0;

    /// <summary>A person in that position may be taught.</summary>
    public bool Includes(Guid positionId, PositionCategory category) =>
        !IsNamed || Categories.Contains(category) || PositionIds.Contains(positionId);

    /// <summary>Both mean the same people in the same words.</summary>
    public static bool Same(ProgrammeAudience? one, ProgrammeAudience? other) =>
        one is null || other is null
            ? one is null && other is null
            : one.Text == other.Text
                && one.Categories.SequenceEqual(other.Categories)
                && one.PositionIds.SequenceEqual(other.PositionIds);
}
