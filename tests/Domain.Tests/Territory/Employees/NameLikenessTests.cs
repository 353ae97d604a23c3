using CsCheck;
using MethodCenter.Domain.Territory.Employees;

namespace MethodCenter.Domain.Tests.Territory.Employees;

/// <summary>Which names look alike, and what of a name is kept.</summary>
public sealed class NameLikenessTests
{
    [Theory]
    [InlineData("Ceмeнoвa Анна", "Семёнова Анна")]
    [InlineData("Петрова Водкина", "Петрова-Водкина", false)]
    [InlineData("ПетроваВодкина", "Петрова-Водкина")]
    [InlineData("Семёнова Наталия", "Семенова Наталья")]
    [InlineData("Геннадьевна", "Генадьевна")]
    [InlineData("ОБрайен", "О’Брайен")]
    [InlineData("Горскии", "Горский")]
    [InlineData("Иванова", "Иванов", false)]
    [InlineData("Анна", "Инна", false)]
    public void Names_that_look_alike_have_one_form(string one, string other, bool alike = true) =>
        (NameLikeness.Of(one) == NameLikeness.Of(other)).ShouldBe(alike);

    [Theory]
    [InlineData("нет")]
    [InlineData("Нет")]
    [InlineData("-")]
    [InlineData("—")]
    [InlineData("---")]
    [InlineData("б/о")]
    [InlineData("без отчества")]
    [InlineData("")]
    [InlineData(null)]
    public void A_placeholder_is_no_patronymic(string? text) => NameSpelling.Patronymic(text).ShouldBeNull();

    /// <summary>A name, and the same as other programs and keyboards write it.</summary>
    private static readonly Gen<(string Name, string Other)> Writings =
        from name in Gen.OneOf("Петрова-Водкина", "О'Брайен", "Семёнова", "Копейка-Тёркина", "Мухамед-Оглы")
        from hyphen in Gen.OneOf("-", " - ", "–", " – ", "\u2011", "- ")
        from apostrophe in Gen.OneOf("'", "’", "ʼ", "`")
        from latin in Gen.Bool.Array[name.Length]
        from upper in Gen.Bool
        select (name, Write(name, hyphen, apostrophe, latin, upper));

    [Fact]
    public void However_a_name_is_written_it_looks_alike() =>
        Writings.Sample(one => NameLikeness.Of(one.Other).ShouldBe(NameLikeness.Of(one.Name)), iter: 2_000);

    [Fact]
    public void Whoever_says_that_there_is_no_patronymic_has_none() =>
        (
            from word in Gen.OneOf(
                "нет",
                "-",
                "—",
                "–",
                "б/о",
                "без отчества",
                "отсутствует",
                "не имеет",
                "нет отчества"
            )
            from upper in Gen.Bool
            from times in Gen.Int[1, word.Length == 1 ? 5 : 1]
            from before in Gen.OneOf("", " ", "\u00A0")
            from after in Gen.OneOf("", " ", "\u00A0")
            select before + string.Concat(Enumerable.Repeat(upper ? word.ToUpperInvariant() : word, times)) + after
        ).Sample(text => NameSpelling.Patronymic(text).ShouldBeNull(), iter: 2_000);

    private static string Write(string name, string hyphen, string apostrophe, bool[] latin, bool upper)
    {
        const string russian = "авсеноркмтхуАВСЕНОРКМТХУ";
        const string like = "abcehopkmtxyABCEHOPKMTXY";
        var other = name.Select(
            (symbol, place) =>
                symbol switch
                {
                    '-' => hyphen,
                    '\'' => apostrophe,
                    _ when latin[place] && "осаеОСАЕ".Contains(symbol, StringComparison.Ordinal) => like[
                        russian.IndexOf(symbol, StringComparison.Ordinal)
                    ]
                        .ToString(),
                    _ => symbol.ToString(),
                }
        );
        return upper ? string.Concat(other).ToUpperInvariant() : string.Concat(other);
    }

    [Fact]
    public void A_patronymic_is_kept() => NameSpelling.Patronymic("Нетовна").ShouldBe("Нетовна");

    [Theory]
    [InlineData("Семёнова", "Семенова", "Семёнова")]
    [InlineData("Семенова", "Семёнова", "Семёнова")]
    [InlineData("О'Брайен", "О’Брайен", "О'Брайен")]
    [InlineData("Петрова-Водкина", "Петрова - Водкина", "Петрова-Водкина")]
    [InlineData("ИВАНОВА", "Иванова", "Иванова")]
    [InlineData("Иванова", "Петрова", "Петрова")]
    public void A_list_does_not_take_from_a_name_what_it_leaves_out(string known, string given, string kept) =>
        NameSpelling.Keep(known, given).ShouldBe(kept);
}
