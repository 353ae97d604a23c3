namespace MethodCenter.Application.Territory.Accounts;

/// <summary>What may change on the card of an account.</summary>
public sealed record AccountBody
{
    public required string DisplayName { get; init; }

    /// <summary>The employee behind a person's account.</summary>
    public Guid? EmployeeId { get; init; }

    /// <summary>The person's identity at the external issuer; null removes it.</summary>
    public ExternalIdentityModel? ExternalIdentity { get; init; }
}
