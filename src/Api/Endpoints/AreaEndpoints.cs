using System.Reflection;

namespace MethodCenter.Api.Endpoints;

/// <summary>Maps the endpoints of every area: a static class <c>…Endpoints</c> with a method <c>Map</c> is found.</summary>
internal static class AreaEndpoints
{
    public static void MapAreas(this IEndpointRouteBuilder routes)
    {
        foreach (var map in Found())
        {
            map(routes);
        }
    }

    private static IEnumerable<Action<IEndpointRouteBuilder>> Found() =>
        typeof(AreaEndpoints)
            .Assembly.GetTypes()
            .Where(type =>
                type.IsAbstract && type.IsSealed && type.Name.EndsWith("Endpoints", StringComparison.Ordinal)
            )
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type =>
                type.GetMethod("Map", BindingFlags.Public | BindingFlags.Static, [typeof(IEndpointRouteBuilder)])
            )
            .OfType<MethodInfo>()
            .Select(map => map.CreateDelegate<Action<IEndpointRouteBuilder>>());
}
