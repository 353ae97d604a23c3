using System.Reflection;

namespace MethodCenter.Application.Common.Security;

/// <summary>Where a permission must be held.</summary>
public enum PermissionReach
{
    /// <summary>In the centre of the request.</summary>
    Centre,

    /// <summary>In the whole service; no centre is needed.</summary>
    System,

    /// <summary>By everyone who is signed in, over himself alone; no centre is needed and no rows are opened.</summary>
    Own,
}

/// <summary>The one permission that a request needs.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class PermissionAttribute(string permission) : Attribute
{
    public string Permission { get; } = permission;

    public PermissionReach Reach { get; init; } = PermissionReach.Centre;

    /// <summary>The permission that a request type declares; none is a bug that stops the start.</summary>
    public static PermissionAttribute Of(Type requestType) =>
        requestType.GetCustomAttribute<PermissionAttribute>()
        ?? throw new InvalidOperationException($"{requestType.Name} declares no permission.");
}
