namespace MethodCenter.Application.Learning.Applications;

/// <summary>The letter by which a person is referred.</summary>
public sealed record ReferralBody
{
    /// <summary>Number of the letter.</summary>
    public required string ReferralNumber { get; init; }
}
