namespace MethodCenter.Application.Territory.Norms;

/// <summary>What may change in a norm that the centre has set.</summary>
public record NormBody
{
    /// <summary>The value in invariant form; null: no limit, where the norm allows that.</summary>
    public string? Value { get; init; }

    /// <summary>Last day in force; null: until further notice.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>The act by which the centre sets it.</summary>
    public required string Basis { get; init; }
}
