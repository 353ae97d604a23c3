namespace MethodCenter.Api.OpenApi;

/// <summary>Names of schemas: the type's own; for a page, the item's with «Page»; for a merge patch, with «Patch».</summary>
internal static class SchemaNames
{
    public static string Of(Type type) =>
        type.IsGenericType
            ? string.Concat(type.GetGenericArguments().Select(Of)) + type.Name[..type.Name.IndexOf('`')]
            : type.Name;

    public static string OfPatch(Type type) => Of(type) + "Patch";
}
