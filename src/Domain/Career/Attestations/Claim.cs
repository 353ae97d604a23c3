namespace MethodCenter.Domain.Career.Attestations;

/// <summary>How a claim stands to the regulation and to what is on record.</summary>
public enum ClaimStanding
{
    /// <summary>Regulation and register bear it.</summary>
    Admitted,

    /// <summary>The regulation does not know such a claim, whatever is on record.</summary>
    Barred,

    /// <summary>A refusal on record closes the same claim for a time (ATT-18, ATT-23).</summary>
    Paused,

    /// <summary>What it rests on is not on record: it may only be missing there.</summary>
    NotOnRecord,

    /// <summary>What is on record speaks against it: one of the two entries may be wrong.</summary>
    Contradicted,
}

/// <summary>What regulation and register say to a claim of a category (ADR 24).</summary>
public sealed record Claim
{
    private Claim(ClaimStanding standing, RuleReference rule, Error? error, AttestationFact? earlier) =>
        (Standing, Rule, Error, Earlier) = (standing, rule, error, earlier);

    public ClaimStanding Standing { get; }

    /// <summary>The rule that admits the claim, or by which it is doubted.</summary>
    public RuleReference Rule { get; }

    /// <summary>What is wrong with it; null: nothing.</summary>
    public Error? Error { get; }

    /// <summary>The decision on record that speaks against it; null: none does.</summary>
    public AttestationFact? Earlier { get; }

    internal static Claim Admitted(RuleReference rule) => new(ClaimStanding.Admitted, rule, null, null);

    internal static Claim Barred(Error error) => new(ClaimStanding.Barred, error.Rule!, error, null);

    internal static Claim Paused(Error error) => new(ClaimStanding.Paused, error.Rule!, error, null);

    internal static Claim NotOnRecord(Error error) => new(ClaimStanding.NotOnRecord, error.Rule!, error, null);

    internal static Claim Contradicted(Error error, AttestationFact earlier) =>
        new(ClaimStanding.Contradicted, error.Rule!, error, earlier);
}
