using System.Text;
using CsCheck;

namespace MethodCenter.Domain.Tests.Common;

/// <summary>What is taken off a text, and what is left.</summary>
public sealed class PlainTextTests
{
    private const int Times = 20_000;

    private static readonly Gen<string> Visible = Gen.OneOf([
            .. "абвйёЙЁщ abcXYZ019№«»—-’'.,".Select(symbol => symbol.ToString()),
            "é",
            "ї",
            "😀",
            "👩‍🏫",
        ])
        .Array[0, 20]
        .Select(string.Concat);

    private static readonly Gen<string> Invisible = Gen.OneOf(
        "\u00AD",
        "\u200B",
        "\u200E",
        "\u2060",
        "\uFEFF",
        "\uFEFF\uFEFF"
    );

    [Theory]
    [InlineData("Горскии\u0306", "Горский")]
    [InlineData("Бере\u0308зка", "Берёзка")]
    [InlineData("\u200BФамилия", "Фамилия")]
    [InlineData("\uFEFF\uFEFFКлюч", "Ключ")]
    [InlineData("Ма\u00ADрия", "Мария")]
    [InlineData("Ма\u200Dрия", "Мария")]
    [InlineData("\u200B\u200C\u2060", "")]
    [InlineData("👩‍🏫", "👩‍🏫")]
    [InlineData("\uD83D", "\uD83D")]
    [InlineData("две\nстроки\tи ещё", "две\nстроки\tи ещё")]
    public void A_text_is_composed_and_loses_what_nobody_sees(string text, string clean) =>
        PlainText.Clean(text).ShouldBe(clean);

    [Fact]
    public void However_it_is_sent_a_text_is_the_same() =>
        Gen.Select(Visible, Invisible, Gen.Int[0, 20])
            .Sample(
                (text, invisible, at) =>
                {
                    var clean = PlainText.Clean(text);
                    clean.ShouldBe(text);
                    PlainText.Clean(text.Normalize(NormalizationForm.FormD)).ShouldBe(text);
                    var place = Math.Min(at, text.Length);
                    if (
                        place == 0
                        || place == text.Length
                        || char.IsLetter(text[place]) && char.IsLetter(text[place - 1])
                    )
                    {
                        PlainText.Clean(text.Insert(place, invisible)).ShouldBe(text);
                    }
                },
                iter: Times,
                seed: "d3jqlFNH93X1"
            );

    [Theory]
    [InlineData("\u202Eавонави", true)]
    [InlineData("\u2067x\u2069", true)]
    [InlineData("Иванова", false)]
    public void Overrides_of_direction_are_known(string text, bool turns) =>
        PlainText.TurnsDirection(text).ShouldBe(turns);
}
