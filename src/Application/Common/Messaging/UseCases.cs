using System.Collections.Frozen;

namespace MethodCenter.Application.Common.Messaging;

/// <summary>The requests of the application by name, which is the operationId of the API.</summary>
public static class UseCases
{
    private static readonly FrozenDictionary<string, PermissionAttribute> Permissions =
        MessagingRegistration.RequestTypes.ToFrozenDictionary(
            type => type.Name,
            PermissionAttribute.Of,
            StringComparer.Ordinal
        );

    /// <summary>What a use case requires; null: there is none of that name.</summary>
    public static PermissionAttribute? PermissionOf(string name) => Permissions.GetValueOrDefault(name);
}
