namespace MethodCenter.Application.Career.Attestations;

/// <summary>Why a record is wrong.</summary>
public sealed record AnnulmentBody
{
    public required string Reason { get; init; }
}
