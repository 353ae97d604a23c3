namespace MethodCenter.Domain.Tests.Common;

public sealed class SearchTextTests
{
    [Theory]
    [InlineData("Берёзовская СОШ", "БЕРЕЗОВСКАЯ СОШ")]
    [InlineData("  берёзовская\t\tсош ", "БЕРЕЗОВСКАЯ СОШ")]
    [InlineData("ГБОУ «Школа № 5»", "ГБОУ ШКОЛА № 5")]
    [InlineData("Усть‑Хмелевская — ООШ", "УСТЬ-ХМЕЛЕВСКАЯ-ООШ")]
    [InlineData("Петрова - Водкина", "ПЕТРОВА-ВОДКИНА")]
    [InlineData("О’Брайен", "О'БРАЙЕН")]
    [InlineData("О`Брайен", "О'БРАЙЕН")]
    [InlineData("\u200BФами\u00ADлия\uFEFF", "ФАМИЛИЯ")]
    [InlineData("бере\u0308зовскии\u0306", "БЕРЕЗОВСКИЙ")]
    [InlineData("е \u0308", "Е \u0308")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Texts_that_people_write_differently_have_one_form(string? text, string form) =>
        SearchText.Normalize(text).ShouldBe(form);

    [Fact]
    public void Joined_texts_are_kept_apart_and_not_repeated() =>
        SearchText.Join(["Школа 5", "школа 5", null, "", "АЛ"], 100).ShouldBe("ШКОЛА 5|АЛ");

    [Fact]
    public void Joined_texts_never_exceed_the_column() =>
        SearchText.Join([new string('я', 50)], 10).Length.ShouldBe(10);

    [Fact]
    public void Joined_texts_are_not_cut_within_a_character() => SearchText.Join(["я😀"], 2).ShouldBe("Я");
}
