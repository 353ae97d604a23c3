using System.Globalization;
using System.Text.Json.Nodes;

namespace MethodCenter.Api.Tests.Upgrades;

/// <summary>What an address answered: its status, how many items, and for a report every number in it.</summary>
/// <param name="Address">Centre and address, as <c>spb-central /courses</c>.</param>
/// <param name="Items">Items of a list, of all its pages together; null: it is none.</param>
/// <param name="Figures">Numbers of a report by their place in it, as <c>lines/0/enrolled</c>.</param>
internal sealed record Reading(string Address, int Status, int? Items, IReadOnlyDictionary<string, string> Figures)
{
    private static readonly Dictionary<string, string> NoFigures = [];

    public static Reading Of(string address, Answer answer) =>
        new(
            address,
            answer.Code,
            ItemsOf(answer.Json),
            address.Contains("/reports/", StringComparison.Ordinal) && answer.Json is { } json
                ? FiguresOf(json)
                : NoFigures
        );

    /// <summary>What a new version reads differently; what it says beyond the old answer is not a difference.</summary>
    /// <remarks>A server error is one always, also where the old version gave it.</remarks>
    public static IReadOnlyList<string> Compare(IEnumerable<Reading> before, IEnumerable<Reading> after)
    {
        var read = after.ToDictionary(reading => reading.Address);
        return
        [
            .. before.SelectMany(old =>
                read.TryGetValue(old.Address, out var now) ? Compare(old, now) : [$"{old.Address}: was not read"]
            ),
        ];
    }

    private static IEnumerable<string> Compare(Reading old, Reading now)
    {
        if (now.Status != old.Status || now.Status >= 500)
        {
            yield return $"{old.Address}: {old.Status} is now {now.Status}";
            yield break;
        }

        if (now.Items != old.Items && !(now.Items > old.Items && Grows(old.Address)))
        {
            yield return $"{old.Address}: {old.Items} items are now {now.Items}";
        }

        foreach (var (place, figure) in old.Figures)
        {
            var present = now.Figures.GetValueOrDefault(place, "nothing");
            if (present != figure)
            {
                yield return $"{old.Address}: {place} was {figure}, is {present}";
            }
        }
    }

    /// <summary>What the version itself brings along: norms of the law and datasets.</summary>
    private static bool Grows(string address) =>
        address.EndsWith("/norms", StringComparison.Ordinal) || address.EndsWith("/imports", StringComparison.Ordinal);

    private static int? ItemsOf(JsonNode? json) =>
        json switch
        {
            JsonArray items => items.Count,
            JsonObject page when page["items"] is JsonArray items => page["total"] is JsonValue total
                ? (int)total
                : items.Count,
            _ => null,
        };

    private static Dictionary<string, string> FiguresOf(JsonNode json)
    {
        var figures = new Dictionary<string, string>();
        Visit(json, "");
        return figures;

        void Visit(JsonNode? node, string place)
        {
            switch (node)
            {
                case JsonObject members:
                    foreach (var (name, value) in members)
                    {
                        Visit(value, place.Length == 0 ? name : $"{place}/{name}");
                    }

                    break;
                case JsonArray items:
                    for (var index = 0; index < items.Count; index++)
                    {
                        Visit(items[index], string.Create(CultureInfo.InvariantCulture, $"{place}/{index}"));
                    }

                    break;
                case JsonValue value when value.GetValueKind() == System.Text.Json.JsonValueKind.Number:
                    figures[place] = value.ToJsonString();
                    break;
            }
        }
    }
}
