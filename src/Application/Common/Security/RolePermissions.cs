using System.Collections.Frozen;
using System.Reflection;
using MethodCenter.Application.Common.Areas;
using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Common.Security;

/// <summary>What each role may do: the minimum matrix of PD-13. What is not listed is denied.</summary>
/// <remarks>
/// Gathered from the permissions of the areas, each of which names the roles that hold it
/// (<see cref="HeldByAttribute"/>). <c>docs/rights.md</c> shows it as one sheet, which a test keeps true.
/// </remarks>
public static class RolePermissions
{
    private static readonly Role[] Administered =
    [
        Role.Methodist,
        Role.Registrar,
        Role.AttestationSpecialist,
        Role.SupportCoordinator,
        Role.Curator,
        Role.Auditor,
    ];

    private static readonly FrozenDictionary<Role, FrozenSet<string>> Matrix = Gather();

    public static FrozenSet<string> Of(Role role) => Matrix[role];

    /// <summary>The roles that hold a permission; whoever manages the service holds more than is told.</summary>
    public static Role[] HoldersOf(string permission) =>
        [
            .. Enum.GetValues<Role>()
                .Where(role => Matrix[role].Contains(permission))
                .OrderBy(role => role == Role.SystemAdministrator),
        ];

    private static FrozenDictionary<Role, FrozenSet<string>> Gather()
    {
        var matrix = Enum.GetValues<Role>()
            .ToDictionary(role => role, _ => new HashSet<string>(StringComparer.Ordinal));
        foreach (
            var field in AssemblyParts
                .StaticClasses.Where(type => type.Name.EndsWith("Permissions", StringComparison.Ordinal))
                .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
                .Where(field => field.IsLiteral)
        )
        {
            foreach (var role in HoldersOf(field))
            {
                matrix[role].Add((string)field.GetRawConstantValue()!);
            }
        }

        return matrix.ToFrozenDictionary(row => row.Key, row => row.Value.ToFrozenSet(StringComparer.Ordinal));
    }

    private static HashSet<Role> HoldersOf(FieldInfo permission)
    {
        if (permission.IsDefined(typeof(HeldByEveryoneAttribute)))
        {
            return [.. Enum.GetValues<Role>()];
        }

        HashSet<Role> holders = [.. permission.GetCustomAttribute<HeldByAttribute>()?.Roles ?? []];
        if (holders.Overlaps(Administered))
        {
            holders.Add(Role.CentreAdministrator);
        }

        if (holders.Contains(Role.CentreAdministrator))
        {
            holders.Add(Role.SystemAdministrator);
        }

        return holders;
    }
}
