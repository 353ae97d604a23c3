using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace MethodCenter.Architecture.Tests;

/// <summary>House rules that a reader would otherwise have to remember.</summary>
public sealed partial class StyleTests
{
    private const int LongestFile = 350;
    private static readonly string[] Reserved = ["Event", "Task", "Group", "Program"];

    [Fact]
    public void Files_are_short() =>
        Code.Files("Domain", "Application", "Infrastructure", "Api")
            .Where(file => file.Text.Count(symbol => symbol == '\n') > LongestFile)
            .Select(file => file.Path)
            .ShouldBeEmpty();

    [Fact]
    public void No_type_bears_a_name_that_everybody_else_uses() =>
        Code
            .Domain.Written()
            .Concat(Code.Application.Written())
            .Where(type => Reserved.Contains(type.Name))
            .ShouldBeEmpty();

    [Fact]
    public void No_type_is_a_Dto() =>
        Code
            .All.SelectMany(assembly => assembly.Written())
            .Where(type => type.Name.EndsWith("Dto", StringComparison.OrdinalIgnoreCase))
            .ShouldBeEmpty();

    [Fact]
    public void No_name_of_a_public_type_stands_twice() =>
        Code
            .All.SelectMany(assembly => assembly.GetExportedTypes())
            .Where(type =>
                !type.IsNested
                && type.Name != "DependencyInjection"
                && type.Namespace?.Contains("Migrations", StringComparison.Ordinal) != true
            )
            .GroupBy(type => type.Name)
            .Where(group => group.Count() > 1)
            .Select(group => string.Join(", ", group.Select(type => type.FullName)))
            .ShouldBeEmpty();

    [Fact]
    public void Classes_are_sealed_unless_someone_inherits()
    {
        var types = Code.All.SelectMany(assembly => assembly.Written()).Where(type => !Migration(type)).ToList();
        var bases = types.Select(type => type.BaseType).OfType<Type>().Select(Open).ToHashSet();

        types
            .Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && !bases.Contains(Open(type)))
            .Where(type => type != typeof(Program))
            .Select(type => type.FullName)
            .ShouldBeEmpty();

        static Type Open(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;
    }

    [Fact]
    public void Public_types_have_a_summary()
    {
        var without = new List<string>();
        foreach (var assembly in new[] { Code.Domain, Code.Application, Code.Api })
        {
            var file = Path.Combine(AppContext.BaseDirectory, assembly.GetName().Name + ".xml");
            var documented = XDocument
                .Load(file)
                .Descendants("member")
                .Where(member => member.Element("summary") is not null || member.Element("inheritdoc") is not null)
                .Select(member => (string)member.Attribute("name")!)
                .ToHashSet();
            without.AddRange(
                assembly
                    .GetExportedTypes()
                    .Where(type => !type.Name.Contains('<', StringComparison.Ordinal) && !SpeaksForItself(type.Name))
                    .Select(type => "T:" + type.FullName!.Replace('+', '.'))
                    .Where(name => !documented.Contains(name))
            );
        }

        without.ShouldBeEmpty();
    }

    /// <summary>In <c>a?.B.ShouldBe(…)</c> a null <c>a</c> skips the assertion; <c>(a?.B).ShouldBe(…)</c> asserts it.</summary>
    [Fact]
    public void No_assertion_is_skipped_by_a_null() =>
        Code.TestFiles()
            .SelectMany(file =>
                SkippedAssertion()
                    .Matches(file.Text)
                    .Select(match => $"{file.Path}:{file.Text.AsSpan(0, match.Index).Count('\n') + 1} {match.Value}")
            )
            .ShouldBeEmpty();

    [Theory]
    [InlineData("registered.Error?.Code.ShouldBe(code);", true)]
    [InlineData("calendar.Refuse(Day(1))?.Code.ShouldBe(code)", true)]
    [InlineData("Begin()\n    .Record(Course(), 10)\n    .Error?.Code\n    .ShouldBe(code);", true)]
    [InlineData("error?.ShouldNotBeNull();", true)]
    [InlineData("rows?[0].Name.ShouldBe(name)", true)]
    [InlineData("found?.Rows.Where(row => Open(row.Days(2))).Select(row => row.Id).ShouldBeEmpty()", true)]
    [InlineData("body?[\"items\"]!.AsArray().Count.ShouldBe(2)", true)]
    [InlineData("(registered.Error?.Code).ShouldBe(code);", false)]
    [InlineData("(body[\"warnings\"]?.AsArray() ?? []).ShouldBeEmpty();", false)]
    [InlineData("registered.Error!.Code.ShouldBe(error?.Code);", false)]
    [InlineData("var code = registered.Error?.Code;\ncode.ShouldBe(\"x\");", false)]
    [InlineData("Check(error?.Code, () => error.ShouldBeNull());", false)]
    [InlineData("(late ? .5 : 1).ShouldBe(1);", false)]
    public void A_skipped_assertion_is_recognised(string code, bool expected) =>
        SkippedAssertion().IsMatch(code).ShouldBe(expected);

    /// <summary>Catalogues say in their name all there is to say.</summary>
    private static bool SpeaksForItself(string name) =>
        name.EndsWith("Errors", StringComparison.Ordinal)
        || name.EndsWith("Permissions", StringComparison.Ordinal)
        || name.EndsWith("Norms", StringComparison.Ordinal)
        || name is "Program";

    private static bool Migration(Type type) =>
        type.Namespace?.Contains("Migrations", StringComparison.Ordinal) == true;

    /// <summary>A chain of members, calls, indexers and type arguments from <c>?.</c> or <c>?[</c> to the assertion, with no bracket left open.</summary>
    [GeneratedRegex(
        @"\?(?=\.[A-Za-z_]|\[)(?:\s*\.\s*(?!Should)\w+|!|<[\w\s,.?<>\[\]]*>|\((?>[^()]|(?<open>\()|(?<-open>\)))*(?(open)(?!))\)|\[(?>[^\[\]]|(?<open>\[)|(?<-open>\]))*(?(open)(?!))\]|\?(?=[.\[]))*\s*\.\s*Should\w*\("
    )]
    private static partial Regex SkippedAssertion();
}
