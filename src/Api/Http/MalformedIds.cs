using Microsoft.AspNetCore.Routing.Constraints;
using Microsoft.AspNetCore.Routing.Patterns;

namespace MethodCenter.Api.Http;

/// <summary>Finds what stands in the place of an id in an address that would be one of ours with an id there.</summary>
internal static class MalformedIds
{
    /// <summary>The value; null: no address of ours differs from this one by the form of an id only.</summary>
    public static string? In(HttpContext http)
    {
        var given = http.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return http
            .RequestServices.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => In(endpoint.RoutePattern, given))
            .FirstOrDefault(value => value is not null);
    }

    private static string? In(RoutePattern pattern, string[] given)
    {
        if (pattern.PathSegments.Count != given.Length)
        {
            return null;
        }

        string? malformed = null;
        for (var place = 0; place < given.Length; place++)
        {
            switch (pattern.PathSegments[place].Parts)
            {
                case [RoutePatternLiteralPart literal]
                    when literal.Content.Equals(given[place], StringComparison.OrdinalIgnoreCase):
                    break;
                case [RoutePatternParameterPart parameter]:
                    if (IsId(parameter) && !Guid.TryParse(given[place], out _))
                    {
                        malformed ??= given[place];
                    }

                    break;
                default:
                    return null;
            }
        }

        return malformed;
    }

    private static bool IsId(RoutePatternParameterPart parameter) =>
        parameter.ParameterPolicies.Any(policy =>
            policy.Content == "guid" || policy.ParameterPolicy is GuidRouteConstraint
        );
}
