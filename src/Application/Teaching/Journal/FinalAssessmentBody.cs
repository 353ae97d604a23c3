namespace MethodCenter.Application.Teaching.Journal;

/// <summary>The protocol of a final assessment.</summary>
public sealed record FinalAssessmentBody
{
    public required string ProtocolNumber { get; init; }

    /// <summary>Not later than today, not before the course.</summary>
    public required DateOnly ProtocolDate { get; init; }

    /// <summary>Everyone who holds a seat, once.</summary>
    public required IReadOnlyList<FinalResultBody> Results { get; init; }
}
