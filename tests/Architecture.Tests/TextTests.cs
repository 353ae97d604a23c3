using System.Reflection;
using System.Text.RegularExpressions;
using MethodCenter.Application.Common.Security;
using MethodCenter.Application.Texts;
using MethodCenter.Domain.Common;
using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Architecture.Tests;

/// <summary>Every code that can come back has a text in Russian and in English.</summary>
public sealed partial class TextTests
{
    private static readonly IReadOnlyDictionary<string, string> Russian = Texts.All(english: false);
    private static readonly IReadOnlyDictionary<string, string> English = Texts.All(english: true);

    /// <summary>Codes written in the source, wherever an error or a warning is made.</summary>
    private static readonly HashSet<string> Used = Code.Files("Domain", "Application", "Infrastructure", "Api")
        .SelectMany(file => CodeLiteral().Matches(file.Text))
        .Select(match => match.Groups["code"].Value)
        .ToHashSet();

    [Fact]
    public void Every_code_has_a_text_in_both_languages()
    {
        Used.Count.ShouldBeGreaterThan(50);
        Used.Except(Russian.Keys).Order().ShouldBeEmpty("in Russian");
        Used.Except(English.Keys).Order().ShouldBeEmpty("in English");
    }

    [Fact]
    public void Both_languages_have_the_same_codes_and_places()
    {
        English.Keys.Order().ShouldBe(Russian.Keys.Order());
        Russian
            .Where(text => !Places(text.Value).SetEquals(Places(English[text.Key])))
            .Select(text => text.Key)
            .ShouldBeEmpty();
    }

    [Fact]
    public void Russian_is_Russian_and_English_is_English()
    {
        Russian
            .Where(text => !Cyrillic().IsMatch(text.Value) && !IsName(text.Key))
            .Select(text => text.Key)
            .ShouldBeEmpty();
        English
            .Where(text =>
                Cyrillic().IsMatch(Quoted().Replace(text.Value, "").Replace("СНИЛС", "", StringComparison.Ordinal))
                && !IsName(text.Key)
            )
            .Select(text => text.Key)
            .ShouldBeEmpty();
    }

    [Fact]
    public void No_text_is_left_over()
    {
        var source = string.Concat(
            Code.Files("Domain", "Application", "Infrastructure", "Api").Select(file => file.Text)
        );

        Russian
            .Keys.Where(code =>
                !code.StartsWith("enum.", StringComparison.Ordinal)
                && !code.StartsWith("status.", StringComparison.Ordinal)
                && !code.StartsWith("right.", StringComparison.Ordinal)
                && !code.StartsWith("report.cell.", StringComparison.Ordinal)
                && !code.StartsWith("report.title.", StringComparison.Ordinal)
            )
            .Where(code => !source.Contains($"\"{code}\"", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    /// <summary>A refusal names the right in words: one that has none would be told as its code.</summary>
    [Fact]
    public void Every_permission_has_its_name_and_no_other_is_named() =>
        Russian
            .Keys.Where(code => code.StartsWith("right.", StringComparison.Ordinal))
            .ShouldBe(
                Enum.GetValues<Role>()
                    .SelectMany(RolePermissions.Of)
                    .Distinct()
                    .Select(permission => $"right.{permission}"),
                ignoreOrder: true
            );

    [Fact]
    public void Every_named_value_is_one_that_exists()
    {
        var known = Code
            .Domain.GetTypes()
            .Concat(Code.Application.GetTypes())
            .Where(type => type.IsEnum)
            .SelectMany(type => Enum.GetNames(type).Select(name => $"enum.{type.Name}.{name}"))
            .ToHashSet();

        Russian.Keys.Where(code => code.StartsWith("enum.", StringComparison.Ordinal)).Except(known).ShouldBeEmpty();
    }

    [Fact]
    public void The_places_of_a_text_are_filled_by_its_error()
    {
        var wrong = new List<string>();
        foreach (var error in Errors())
        {
            if (!Russian.TryGetValue(error.Code, out var text))
            {
                continue;
            }

            var missing = Places(text).Except(error.Params.Keys).ToList();
            if (missing.Count > 0)
            {
                wrong.Add($"{error.Code}: {string.Join(", ", missing)}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Codes_are_area_and_reason() => Used.Where(code => !WellFormed().IsMatch(code)).ShouldBeEmpty();

    [Fact]
    public void A_code_without_a_text_would_be_seen()
    {
        const string sample = "Error.Conflict(\"sample.no-text\")";
        var code = CodeLiteral().Match(sample).Groups["code"].Value;
        code.ShouldBe("sample.no-text");
        Russian.Keys.ShouldNotContain(code);
    }

    /// <summary>Errors of every catalogue; methods are called with arguments that are made up.</summary>
    private static IEnumerable<Error> Errors()
    {
        const BindingFlags statics =
            BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly;
        foreach (
            var type in Code
                .All.SelectMany(assembly => assembly.Written())
                .Where(type =>
                    type.Name.EndsWith("Errors", StringComparison.Ordinal)
                    && type is { IsAbstract: true, IsSealed: true }
                )
        )
        {
            foreach (var field in type.GetFields(statics).Where(field => field.FieldType == typeof(Error)))
            {
                // Some are completed where they are used: With(…) after the name.
                var used = $"{type.Name}.{field.Name}";
                if (!CompletedElsewhere(used))
                {
                    yield return (Error)field.GetValue(null)!;
                }
            }

            foreach (
                var method in type.GetMethods(statics)
                    .Where(method =>
                        method.ReturnType == typeof(Error)
                        && !method.IsGenericMethod
                        && !method.GetParameters().Any(one => one.ParameterType.IsByRefLike)
                    )
            )
            {
                var arguments = method.GetParameters().Select(parameter => Sample(parameter.ParameterType)).ToArray();
                Error? made = null;
                try
                {
                    made = (Error)method.Invoke(null, arguments)!;
                }
                catch (TargetInvocationException)
                {
                    // Asks more of its arguments than a made-up one has.
                }

                if (made is not null)
                {
                    yield return made;
                }
            }
        }
    }

    private static bool CompletedElsewhere(string name) =>
        Code.Files("Domain", "Application", "Infrastructure", "Api")
            .Any(file => Regex.IsMatch(file.Text, Regex.Escape(name) + @"\s*\.With\("))
        || Code.Files("Api").Any(file => Regex.IsMatch(file.Text, Regex.Escape(name.Split('.')[1]) + @"\s*\.With\("));

    private static object? Sample(Type type) =>
        type == typeof(string) ? "x"
        : type == typeof(DateOnly) ? new DateOnly(2026, 10, 1)
        : type == typeof(AcademicYear) ? AcademicYear.Starting(2026)
        : type == typeof(RuleReference) ? new RuleReference("X-1", "x")
        : type.IsEnum ? Enum.GetValues(type).GetValue(0)
        : type.IsArray ? Array.CreateInstance(type.GetElementType()!, 0)
        : type.IsValueType ? Activator.CreateInstance(type)
        : null;

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(match => match.Value)];

    /// <summary>Proper names may be written alike.</summary>
    private static bool IsName(string code) => code.StartsWith("enum.", StringComparison.Ordinal);

    [GeneratedRegex(
        @"(?:\bError\s*\.\s*(?:Malformed|Forbidden|NotFound|Conflict|Unprocessable)|new\s+(?:Error|Warning)|WithErrorCode)\s*\(\s*""(?<code>[^""]+)"""
            + @"|\bError\s+\w+\s*(?:\([^)]*\)\s*)?=>?\s*new\(\s*""(?<code>[^""]+)"""
    )]
    private static partial Regex CodeLiteral();

    [GeneratedRegex("^[a-z]+(-[a-z]+)*\\.[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex WellFormed();

    [GeneratedRegex(@"(?<=\{)\w+(?=\})")]
    private static partial Regex Place();

    [GeneratedRegex("[А-Яа-яЁё]")]
    private static partial Regex Cyrillic();

    [GeneratedRegex("«[^»]*»|“[^”]*”|\"[^\"]*\"|\\([^)]*\\)")]
    private static partial Regex Quoted();
}
