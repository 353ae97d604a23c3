using System.Text.RegularExpressions;

namespace MethodCenter.Architecture.Tests;

/// <summary>The page that shows the architecture names what there is.</summary>
public sealed partial class ArchitecturePageTests
{
    private static readonly string[] Projects = ["Api", "Migrations", "Infrastructure", "Application", "Domain"];

    private static readonly string Page = File.ReadAllText(Path.Combine(Code.Source, "..", "docs", "architecture.md"));

    [Fact]
    public void Who_takes_part_in_a_request_is_a_class_of_the_service()
    {
        var types = Code.All.SelectMany(assembly => assembly.Written()).Select(type => type.Name.Split('`')[0]);
        var named = Participants().Matches(Page).Select(match => match.Groups[1].Value).ToList();
        named.Count.ShouldBeGreaterThan(10);
        named.Except(types).ShouldBe(["Kestrel"]);
    }

    [Fact]
    public void The_picture_has_every_context_and_no_other() =>
        Boxes()
            .Matches(Page)
            .Select(match => match.Groups[1].Value)
            .Except(Projects)
            .ShouldBe(
                Code.Domain.Written()
                    .Concat(Code.Application.Written())
                    .Select(Code.ContextOf)
                    .OfType<string>()
                    .Distinct(),
                ignoreOrder: true
            );

    [Fact]
    public void The_picture_has_the_arrows_between_contexts_that_are_held_and_no_other()
    {
        var held = Code.Contexts.SelectMany(from =>
            (from == DependencyTests.Reader ? Code.Contexts : DependencyTests.Arrows.GetValueOrDefault(from, []))
                .Append(DependencyTests.Everywhere)
                .Distinct()
                .Where(to => to != from)
                .Select(to => $"{from} → {to}")
        );

        Arrows()
            .Matches(Page)
            .Where(match => Code.Contexts.Contains(match.Groups["from"].Value))
            .SelectMany(match =>
                match.Groups["to"].Value.Split(" & ").Select(to => $"{match.Groups["from"].Value} → {to.Trim()}")
            )
            .ShouldBe(held, ignoreOrder: true);
    }

    [GeneratedRegex(@"^        (?<from>\w+) --> (?<to>[\w &]+?)\r?$", RegexOptions.Multiline)]
    private static partial Regex Arrows();

    [GeneratedRegex(@"^    participant \w+ as (\w+)\r?$", RegexOptions.Multiline)]
    private static partial Regex Participants();

    [GeneratedRegex(@"^        (\w+)\[""", RegexOptions.Multiline)]
    private static partial Regex Boxes();
}
