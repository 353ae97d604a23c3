using System.Text.RegularExpressions;

namespace MethodCenter.Architecture.Tests;

/// <summary>A method is read at one go; what does not fit is parted into steps with names.</summary>
public sealed partial class MethodLengthTests
{
    private const int Longest = 60;

    /// <summary>What is longer, and why it stays in one piece.</summary>
    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.Ordinal)
    {
        ["Applicants.AskAsync"] = "one query",
        ["GetManagementRetrainingReport.Heads"] = "one query",
        ["TrainingPlanRows.Of"] = "one query",
        ["DependencyInjection.AddInfrastructure"] = "one list of services",
        ["SubmitApplication.Handle"] = "refusals in the order of the regulation",
        ["TimetableDemandReader.GatherAsync"] = "refusals in the order of the regulation",
    };

    [Fact]
    public void Methods_are_short() => Long().Where(method => !Exceptions.ContainsKey(method.Name)).ShouldBeEmpty();

    [Fact]
    public void Exceptions_are_needed() =>
        Exceptions.Keys.Except(Long().Select(method => method.Name), StringComparer.Ordinal).ShouldBeEmpty();

    [Theory]
    [InlineData("    public void Do()\n    {\n        A();\n    }\n", 4)]
    [InlineData("    public int Do() =>\n        A();\n\n    int B;\n", 2)]
    [InlineData("    private static Task<List<int>> Do(\n        int a\n    )\n    {\n        A();\n    }\n", 6)]
    [InlineData("    public A Do() =>\n        new()\n        {\n            B = 1,\n        };\n\n    int C;\n", 5)]
    public void A_method_is_counted_from_its_name_to_its_end(string code, int lines) =>
        Methods(code).ShouldBe([("Do", lines)]);

    private static IEnumerable<(string Name, int Lines)> Long() =>
        from file in Code.Files("Domain", "Application", "Infrastructure", "Api").Concat(Code.TestFiles())
        from method in Methods(file.Text)
        where method.Lines > Longest
        select ($"{Path.GetFileNameWithoutExtension(file.Path)}.{method.Name}", method.Lines);

    /// <summary>Methods of formatted code: the end is the brace, or the semicolon, that stands no deeper than the beginning.</summary>
    private static IEnumerable<(string Name, int Lines)> Methods(string code)
    {
        var lines = code.Split('\n');
        for (var first = 0; first < lines.Length; first++)
        {
            if (Declaration().Match(lines[first]) is { Success: true } declared)
            {
                var last = EndOf(lines, first, declared.Groups["indent"].Length);
                yield return (declared.Groups["name"].Value, last - first + 1);
                first = last;
            }
        }
    }

    private static int EndOf(string[] lines, int first, int indent)
    {
        for (var place = first; place < lines.Length - 1; place++)
        {
            var line = lines[place].TrimEnd();
            var next = lines[place + 1];
            var ends =
                line.EndsWith(';') && (next.Trim().Length == 0 || Depth(next) <= indent) && !Opens(lines, first, place);
            if (ends || (place > first && line.Length == indent + 1 && line[indent] == '}'))
            {
                return place;
            }
        }

        return lines.Length - 1;

        int Depth(string line) => line.Length - line.TrimStart().Length;

        // A body in braces ends with its brace, not with a statement.
        bool Opens(string[] all, int from, int to) =>
            all[from..(to + 1)]
                .Any(line => line.Length > indent && line.TrimEnd().Length == indent + 1 && line[indent] == '{');
    }

    [GeneratedRegex(
        @"^(?<indent> +)(?![^(]*\b(?:class|record|struct|interface|delegate|enum) )(?:(?:public|private|internal|protected|static|async|override|sealed|virtual|abstract|partial|new) )+[\w<>\[\],.?() ]+? (?<name>\w+)(?:<[\w, ]+>)?\("
    )]
    private static partial Regex Declaration();
}
