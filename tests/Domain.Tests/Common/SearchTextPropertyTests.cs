using System.Text;
using CsCheck;

namespace MethodCenter.Domain.Tests.Common;

/// <summary>What holds of the search form of every text.</summary>
public sealed class SearchTextPropertyTests
{
    private const int Times = 20_000;

    /// <summary>What names are written with, and what comes with them from Word, Excel and a Mac.</summary>
    private static readonly Gen<string> Names = Gen.OneOf([
            .. "абвеёжзийэюяАБВЕЁЖЗИЙЭЮЯabxyzABXYZ0159№.,;()/-".Select(symbol => symbol.ToString()),
            "«",
            "»",
            "“",
            "”",
            "„",
            "\"",
            "–",
            "—",
            "−",
            "‑",
            " ",
            "  ",
            "\t",
            "\n",
            "\u00A0",
            "\u0007",
            "😀",
        ])
        .Array[0, 30]
        .Select(string.Concat);

    private static readonly Gen<string> Anything = Gen.String[0, 40];

    [Fact]
    public void The_form_of_a_form_is_itself() =>
        Anything.Sample(
            text =>
            {
                var form = SearchText.Normalize(text);

                SearchText.Normalize(form).ShouldBe(form);
            },
            iter: Times
        );

    [Fact]
    public void Case_and_yo_make_no_difference() =>
        Names.Sample(
            text =>
            {
                var form = SearchText.Normalize(text);

                SearchText.Normalize(text.ToLowerInvariant()).ShouldBe(form);
                SearchText.Normalize(text.ToUpperInvariant()).ShouldBe(form);
                SearchText.Normalize(text.Replace('ё', 'е').Replace('Ё', 'Е')).ShouldBe(form);
            },
            iter: Times
        );

    [Fact]
    public void Spaces_make_a_difference_only_between_words() =>
        Names.Sample(
            text =>
            {
                var form = SearchText.Normalize(text);

                SearchText.Normalize($" {text}\u00A0\r\n").ShouldBe(form);
                SearchText.Normalize(text.Replace(" ", "\t  ", StringComparison.Ordinal)).ShouldBe(form);
                form.ShouldBe(form.Trim());
                form.ShouldNotContain("  ");
            },
            iter: Times
        );

    [Fact]
    public void A_letter_in_two_parts_is_the_letter() =>
        Names.Sample(
            text => SearchText.Normalize(text.Normalize(NormalizationForm.FormD)).ShouldBe(SearchText.Normalize(text)),
            iter: Times
        );

    [Fact]
    public void Joined_forms_fit_their_column_and_end_with_a_whole_character() =>
        Gen.Select(Names.Array[0, 5], Gen.Int[1, 60])
            .Sample(
                (texts, most) =>
                {
                    var joined = SearchText.Join(texts, most);

                    joined.Length.ShouldBeLessThanOrEqualTo(most);
                    (joined.Length > 0 && char.IsHighSurrogate(joined[^1])).ShouldBeFalse();
                    string.Join('|', texts.Select(SearchText.Normalize).Where(one => one.Length > 0).Distinct())
                        .ShouldStartWith(joined, Case.Sensitive);
                },
                iter: Times
            );
}
