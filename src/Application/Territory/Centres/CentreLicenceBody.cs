namespace MethodCenter.Application.Territory.Centres;

/// <summary>Licence of a centre for educational activity.</summary>
public sealed record CentreLicenceBody
{
    /// <summary>Number of the licence.</summary>
    public required string Number { get; init; }

    /// <summary>Day of issue.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>Who has issued it.</summary>
    public string? IssuedBy { get; init; }

    /// <summary>Last day of its term; absent: without a term.</summary>
    public DateOnly? ValidUntil { get; init; }
}
