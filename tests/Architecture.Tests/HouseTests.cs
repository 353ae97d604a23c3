namespace MethodCenter.Architecture.Tests;

/// <summary>
/// What stands outside of the areas (start, container, stores, context, document) finds them and names none (ADR 15): so an
/// area is a folder and no row in central files. <c>eng/sample-area</c> shows it whole, with an area added.
/// </summary>
public sealed class HouseTests
{
    /// <summary>Areas on which the house itself is built: identity, tenants, the audit, the feed, work in the background.</summary>
    private static readonly Dictionary<string, string[]> Known = new()
    {
        ["Application"] = ["Territory.Accounts"],
        ["Infrastructure"] =
        [
            "Learning.Certificates", // codes and signatures
            "Office.Audit",
            "Office.Changes",
            "Office.Imports",
            "Office.Webhooks",
            "Territory.Accounts",
            "Territory.Centres",
            "Territory.Employees", // whose rows a caller may see
            "Territory.Norms",
            "Territory.Organisations",
        ],
        ["Api"] =
        [
            "Learning.Certificates", // answers of a form of their own: a token,
            "Teaching.Timetables", // a calendar
            "Learning.Courses", // a refusal as an example
            "Office.Changes",
            "Office.Imports",
            "Office.Webhooks", // what the service sends by itself is part of the document
        ],
    };

    public static TheoryData<string> Layers => [.. Known.Keys];

    [Theory]
    [MemberData(nameof(Layers))]
    public void The_house_finds_areas_and_names_none(string layer) =>
        Code
            .All.Single(assembly => assembly.GetName().Name == $"MethodCenter.{layer}")
            .Written()
            .Where(type => AreaOf(type) is null && !IsDemo(type))
            .SelectMany(type =>
                References
                    .Of(type)
                    .Where(known => AreaOf(known) is { } area && !Known[layer].Contains(area))
                    .Select(known => $"{type.FullName} → {AreaOf(known)} ({known.Name})")
            )
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ShouldBeEmpty("an area states its own where it lives, and is found there");

    /// <summary>The demo is the records of two centres: it speaks of everything, and no area needs it.</summary>
    private static bool IsDemo(Type type) =>
        type.Namespace?.EndsWith(".Demo", StringComparison.Ordinal) == true
        || type.Name.StartsWith("Demo", StringComparison.Ordinal);

    /// <summary>«Learning.Courses» of a type in any layer; null outside of the areas.</summary>
    private static string? AreaOf(Type type) =>
        type.Namespace?.Split('.') is ["MethodCenter", _, var context, var area, ..] && Contexts.Contains(context)
            ? $"{context}.{area}"
            : null;

    private static readonly HashSet<string> Contexts =
    [
        .. Code.Domain.Written().Select(Code.ContextOf).OfType<string>(),
    ];
}
