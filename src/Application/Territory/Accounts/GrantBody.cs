using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Territory.Accounts;

/// <summary>A role to grant.</summary>
public sealed record GrantBody
{
    public required Role Role { get; init; }

    /// <summary>Required for roles of one organisation (school operator, curator), not allowed for others.</summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>Basis of the grant: order, contract.</summary>
    public string? Act { get; init; }
}
