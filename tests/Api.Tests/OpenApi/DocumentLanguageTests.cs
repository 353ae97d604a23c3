using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MethodCenter.Api.OpenApi;

namespace MethodCenter.Api.Tests.OpenApi;

/// <summary>One document in two languages: the same structure, and every description in one language.</summary>
/// <remarks>
/// <c>UPDATE_OPENAPI=1</c> adds the keys that are missing to the <c>.ru.json</c> of their areas, with an empty text that
/// is to be written, and strikes those that nothing asks for.
/// </remarks>
public sealed partial class DocumentLanguageTests(PublishedDocuments published) : IClassFixture<PublishedDocuments>
{
    /// <summary>Members whose value is a text for people.</summary>
    private static readonly string[] Texts = ["summary", "description", "title", "detail", "message", "x-displayName"];

    /// <summary>Names that Russian texts write in Latin letters; codes and abbreviations need no entry.</summary>
    private static readonly string[] LatinNames =
    [
        "MethodCenter",
        "Excel",
        "Word",
        "Windows",
        "iCalendar",
        "Open Badges",
        "OpenID Connect",
        "Standard Webhooks",
        "JSON Web Key Set",
    ];

    [Fact]
    public void Documents_of_both_languages_have_the_same_structure()
    {
        var russian = Neutral(published[DocumentLanguage.Russian]);
        var english = Neutral(published[DocumentLanguage.English]);
        JsonDrift.Between(russian, english).Take(20).ShouldBeEmpty();
        var events = published.Events(DocumentLanguage.Russian).DeepClone();
        var englishEvents = published.Events(DocumentLanguage.English).DeepClone();
        WithoutTexts(events);
        WithoutTexts(englishEvents);
        JsonDrift.Between(events, englishEvents).Take(20).ShouldBeEmpty();
    }

    [Fact]
    public void Every_russian_description_is_russian() =>
        Descriptions(published[DocumentLanguage.Russian])
            .Concat(Descriptions(published.Events(DocumentLanguage.Russian)))
            .Where(found => !IsRussian(found.Text))
            .Select(found => $"{found.Pointer}: {found.Text}")
            .ShouldBeEmpty();

    [Fact]
    public void Every_english_description_is_english() =>
        Descriptions(published[DocumentLanguage.English])
            .Concat(Descriptions(published.Events(DocumentLanguage.English)))
            .Where(found => !IsEnglish(found.Text))
            .Select(found => $"{found.Pointer}: {found.Text}")
            .ShouldBeEmpty();

    [Fact]
    public void Every_text_has_its_russian_one_and_none_is_left_over()
    {
        if (Environment.GetEnvironmentVariable("UPDATE_OPENAPI") == "1")
        {
            Renew(published.Texts);
            return;
        }

        published.Texts.Missing.Select(Say).Order().ShouldBeEmpty("UPDATE_OPENAPI=1 adds the keys, to be translated");
        published.Texts.Unused.Select(Say).Order().ShouldBeEmpty("UPDATE_OPENAPI=1 strikes what nothing asks for");

        static string Say((string Area, string English) text) => $"{FileOf(text.Area)}: {text.English}";
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    public void A_key_whose_russian_text_is_still_to_be_written_is_missing(string russian)
    {
        const string area = "Learning/Courses";
        var texts = new DocumentTexts(
            new Dictionary<string, Dictionary<string, string>>
            {
                [area] = new() { ["A course."] = russian, ["A room."] = "Аудитория." },
            }
        );

        texts.Russian("A course.", area).ShouldBe("A course.");
        texts.Russian("A room.", area).ShouldBe("Аудитория.");

        texts.Missing.ShouldBe([(area, "A course.")]);
        texts.Unused.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Заявка на обучение.", true)]
    [InlineData("Ревизия: её называют в `If-Match` (RFC 9110), норма DPO-2.", true)]
    [InlineData("Ссылка «Open Badges 3.0» в Excel.", true)]
    [InlineData("Заявка of the organisation.", false)]
    [InlineData("Number of rows.", false)]
    public void A_mixed_text_is_not_russian(string text, bool russian) => IsRussian(text).ShouldBe(russian);

    [Theory]
    [InlineData("The mark «Дубликат» is printed.", true)]
    [InlineData("Опрос: by a survey.", false)]
    [InlineData("Заявка.", false)]
    public void A_mixed_text_is_not_english(string text, bool english) => IsEnglish(text).ShouldBe(english);

    private static bool IsRussian(string text)
    {
        var bare = LatinNames.Aggregate(
            Quoted().Replace(text, ""),
            (rest, name) => rest.Replace(name, "", StringComparison.Ordinal)
        );
        return !Latin().IsMatch(Codes().Replace(bare, ""));
    }

    private static bool IsEnglish(string text) => !Cyrillic().IsMatch(Quoted().Replace(text, ""));

    private static IEnumerable<(string Pointer, string Text)> Descriptions(JsonNode? node, string pointer = "") =>
        node switch
        {
            JsonObject parent => parent.SelectMany(member =>
                member.Key is "example" or "examples" ? []
                : member.Key is "summary" or "description" or "x-displayName" && member.Value is JsonValue text
                    ? [($"{pointer}/{member.Key}", (string)text!)]
                : Descriptions(member.Value, $"{pointer}/{member.Key}")
            ),
            JsonArray list => list.SelectMany((item, place) => Descriptions(item, $"{pointer}/{place}")),
            _ => [],
        };

    /// <summary>Without the texts; the names of headings are the same, those of their groups are texts.</summary>
    private static JsonNode Neutral(JsonNode document)
    {
        var copy = document.DeepClone();
        foreach (var group in copy["x-tagGroups"]!.AsArray())
        {
            group!["name"] = "";
        }

        WithoutTexts(copy);
        return copy;
    }

    private static void WithoutTexts(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject parent:
                foreach (var (name, value) in parent.ToList())
                {
                    if (Texts.Contains(name) && value is JsonValue)
                    {
                        parent[name] = "";
                    }
                    else
                    {
                        WithoutTexts(value);
                    }
                }

                break;
            case JsonArray list:
                foreach (var item in list)
                {
                    WithoutTexts(item);
                }

                break;
        }
    }

    private static string FileOf(string area) =>
        area == DocumentTexts.Shared
            ? Repository.PathOf("src", "Api", "OpenApi", "Shared.ru.json")
            : Repository.PathOf("src", "Api", area, $"{Path.GetFileName(area)}.ru.json");

    private static void Renew(DocumentTexts texts)
    {
        var unused = texts.Unused.ToHashSet();
        var areas = texts.Missing.Concat(unused).Select(text => text.Area).Distinct();
        foreach (var area in areas)
        {
            var file = FileOf(area);
            var known = File.Exists(file)
                ? JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file))!
                : [];
            var kept = known
                .Where(text => !unused.Contains((area, text.Key)))
                .Concat(
                    texts
                        .Missing.Where(text => text.Area == area && !known.ContainsKey(text.English))
                        .Select(text => KeyValuePair.Create(text.English, ""))
                )
                .OrderBy(text => text.Key, StringComparer.Ordinal)
                .ToDictionary();
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, JsonSerializer.Serialize(kept, ExampleFile.Layout) + "\n");
        }
    }

    [GeneratedRegex("`[^`]*`|«[^»]*»|“[^”]*”")]
    private static partial Regex Quoted();

    /// <summary>What has no small letters: JSON, SHA-256, ATT-13.</summary>
    [GeneratedRegex(@"(?<![A-Za-z])[A-Z][A-Z0-9]*(-[0-9]+)?(?![A-Za-z])")]
    private static partial Regex Codes();

    [GeneratedRegex(@"\p{IsCyrillic}")]
    private static partial Regex Cyrillic();

    [GeneratedRegex("[A-Za-z]")]
    private static partial Regex Latin();
}
