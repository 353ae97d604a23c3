using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Common.Security;

/// <summary>The roles that hold a permission; it stands at the permission itself.</summary>
/// <remarks>
/// The administrator of a centre holds besides what methodists, registrars, attestation specialists, support
/// coordinators, curators and auditors hold, and the system administrator what he holds. All of it as one sheet:
/// <c>docs/rights.md</c>.
/// </remarks>
[AttributeUsage(AttributeTargets.Field)]
public sealed class HeldByAttribute(params Role[] roles) : Attribute
{
    public IReadOnlyList<Role> Roles => roles;
}

/// <summary>Whoever has signed in holds the permission, whatever his role.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class HeldByEveryoneAttribute : Attribute;
