using System.Text.Json.Nodes;

namespace MethodCenter.Api.Tests.OpenApi;

/// <summary>Where two JSON values differ.</summary>
internal static class JsonDrift
{
    public static IEnumerable<string> Between(JsonNode? old, JsonNode? now, string pointer = "") =>
        (old, now) switch
        {
            (JsonObject one, JsonObject other) => one.Select(member => member.Key)
                .Union(other.Select(member => member.Key))
                .SelectMany(name =>
                    !other.ContainsKey(name) ? [$"removed {pointer}/{name}"]
                    : !one.ContainsKey(name) ? [$"added {pointer}/{name}"]
                    : Between(one[name], other[name], $"{pointer}/{name}")
                ),
            (JsonArray one, JsonArray other) when one.Count == other.Count => one.Zip(other)
                .SelectMany((pair, place) => Between(pair.First, pair.Second, $"{pointer}/{place}")),
            _ => JsonNode.DeepEquals(old, now)
                ? []
                : [$"changed {pointer}: {old?.ToJsonString()} → {now?.ToJsonString()}"],
        };
}
