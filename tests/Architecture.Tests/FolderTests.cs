namespace MethodCenter.Architecture.Tests;

/// <summary>
/// An area has the same name in all layers and in the tests; a reader who knows one layer knows them all.
/// </summary>
public sealed partial class FolderTests
{
    private static readonly string[] Contexts = Code.Contexts;

    private static HashSet<string> Known => [.. AreasIn(Path.Combine(Code.Source, "Application"))];

    public static TheoryData<string> Folders =>
        [
            "src/Domain",
            "src/Infrastructure",
            "src/Api",
            "tests/Domain.Tests",
            "tests/Application.Tests",
            "tests/Infrastructure.Tests",
            "tests/Api.Tests",
        ];

    [Theory]
    [MemberData(nameof(Folders))]
    public void An_area_has_the_folder_that_it_has_in_Application(string folder) =>
        AreasIn(Path.Combine(Code.Source, "..", folder)).Except(Known).ShouldBeEmpty();

    [Fact]
    public void A_context_and_an_area_do_not_share_a_name() =>
        Known.Select(area => area.Split('/')[1]).Intersect(Contexts).ShouldBeEmpty();

    [Fact]
    public void A_folder_of_a_layer_is_a_context_or_no_folder_of_an_area()
    {
        Dictionary<string, string[]> others = new()
        {
            ["Domain"] = ["Common"],
            ["Application"] = ["Common", "Texts"],
            ["Infrastructure"] =
            [
                "Demo",
                "Health",
                "Idempotency",
                "Identity",
                "Leases",
                "Papers",
                "Persistence",
                "Tables",
            ],
            ["Api"] = ["Endpoints", "Http", "Mcp", "OpenApi", "Security"],
        };

        others
            .SelectMany(layer =>
                Directory
                    .EnumerateDirectories(Path.Combine(Code.Source, layer.Key))
                    .Select(path => Path.GetFileName(path))
                    .Except(["bin", "obj", "data"]) // what is built, and what a service started here keeps
                    .Except(layer.Value)
                    .Except(Contexts)
                    .Select(folder => $"{layer.Key}/{folder}")
            )
            .ShouldBeEmpty("name the context, or what it is besides, here");
    }

    [Fact]
    public void Every_area_stands_in_the_list_of_areas()
    {
        var listed = File.ReadAllText(Path.Combine(Code.Source, "..", "docs", "areas.md"));

        Known
            .Where(area =>
                !listed.Contains($"| {area.Replace("/", " | ", StringComparison.Ordinal)} |", StringComparison.Ordinal)
            )
            .ShouldBeEmpty("add a line to docs/areas.md");
    }

    [Fact]
    public void Catalogues_permissions_and_bodies_stand_in_files_that_bear_their_names() =>
        Code.Files("Domain", "Application")
            .SelectMany(file =>
                Declared().Matches(file.Text).Select(found => (file.Path, Name: found.Groups["name"].Value))
            )
            .Where(one => Path.GetFileNameWithoutExtension(one.Path) != one.Name)
            .Select(one => $"{one.Name} in {one.Path}")
            .ShouldBeEmpty();

    [System.Text.RegularExpressions.GeneratedRegex(
        @"^public (static |sealed )?(class|record) (?<name>\w+(Errors|Permissions|Body))\b",
        System.Text.RegularExpressions.RegexOptions.Multiline
    )]
    private static partial System.Text.RegularExpressions.Regex Declared();

    private static IEnumerable<string> AreasIn(string layer) =>
        Contexts
            .Select(context => Path.Combine(layer, context))
            .Where(Directory.Exists)
            .SelectMany(Directory.EnumerateDirectories)
            .Where(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Any())
            .Select(folder => $"{Path.GetFileName(Path.GetDirectoryName(folder))}/{Path.GetFileName(folder)}");
}
