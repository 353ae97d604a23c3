using System.Text.RegularExpressions;

namespace MethodCenter.Architecture.Tests;

/// <summary>Rules are refused by the domain. What Application refuses itself stands in ADR 1 with the reason.</summary>
public sealed partial class RefusalTests
{
    private static readonly HashSet<string> Catalogues =
    [
        .. Code
            .Domain.Written()
            .Select(type => type.Name)
            .Where(name => name.EndsWith("Errors", StringComparison.Ordinal)),
    ];

    /// <summary>Refusals of the domain's catalogues that Application names, without what says that nothing was found.</summary>
    private static IEnumerable<string> Named =>
        Code.Files("Application")
            .SelectMany(file => Refusal().Matches(Comment().Replace(file.Text, "")))
            .Where(found => Catalogues.Contains(found.Groups["catalogue"].Value))
            .Where(found => !NothingThere().IsMatch(found.Groups["member"].Value))
            .Select(found => $"{found.Groups["catalogue"].Value}.{found.Groups["member"].Value}")
            .Distinct();

    private static IEnumerable<string> Listed =>
        Refusal()
            .Matches(File.ReadAllText(Path.Combine(Code.Source, "..", "docs", "adr", "0001-result-over-exceptions.md")))
            .Select(found => found.Value);

    [Fact]
    public void Application_refuses_what_is_listed() =>
        Named
            .Except(Listed)
            .Order(StringComparer.Ordinal)
            .ShouldBeEmpty(
                "a rule belongs into the domain, as a method on facts with a test; what is none is listed in ADR 1"
            );

    [Fact]
    public void What_is_listed_is_refused_there() =>
        Listed.Except(Named).Order(StringComparer.Ordinal).ShouldBeEmpty("strike it from ADR 1");

    [GeneratedRegex(@"\b(?<catalogue>[A-Z]\w*Errors)\s*\.\s*(?<member>[A-Z]\w*)")]
    private static partial Regex Refusal();

    [GeneratedRegex("NotFound$|^Unknown|Unknown$")]
    private static partial Regex NothingThere();

    [GeneratedRegex("//.*")]
    private static partial Regex Comment();
}
