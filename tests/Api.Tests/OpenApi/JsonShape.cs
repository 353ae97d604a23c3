using System.Text.Json;
using System.Text.Json.Nodes;

namespace MethodCenter.Api.Tests.OpenApi;

/// <summary>Compares two JSON values by shape: names of members and kinds of values, not the values.</summary>
internal static class JsonShape
{
    /// <summary>Where the shapes differ, as «/pointer: what».</summary>
    public static IEnumerable<string> Differences(JsonNode? expected, JsonNode? actual, string pointer = "")
    {
        var (known, found) = (KindOf(expected), KindOf(actual));
        if (known != found)
        {
            return [$"{(pointer.Length == 0 ? "/" : pointer)}: {known} in the example, {found} in the answer"];
        }

        return (expected, actual) switch
        {
            (JsonObject one, JsonObject other) => OfMembers(one, other, pointer),
            (JsonArray { Count: > 0 } one, JsonArray { Count: > 0 } other) => Differences(
                one[0],
                other[0],
                $"{pointer}/0"
            ),
            (JsonArray one, JsonArray other) when one.Count != other.Count =>
            [
                $"{pointer}: {one.Count} items in the example, {other.Count} in the answer",
            ],
            _ => [],
        };
    }

    private static IEnumerable<string> OfMembers(JsonObject expected, JsonObject actual, string pointer) =>
        expected
            .Select(member => member.Key)
            .Union(actual.Select(member => member.Key))
            .SelectMany(name =>
                !actual.ContainsKey(name) ? [$"{pointer}/{name}: only in the example"]
                : !expected.ContainsKey(name) ? [$"{pointer}/{name}: only in the answer"]
                : Differences(expected[name], actual[name], $"{pointer}/{name}")
            );

    private static string KindOf(JsonNode? node) =>
        node?.GetValueKind() switch
        {
            null or JsonValueKind.Null => "null",
            JsonValueKind.True or JsonValueKind.False => "boolean",
            { } kind => kind.ToString().ToLowerInvariant(),
        };
}
