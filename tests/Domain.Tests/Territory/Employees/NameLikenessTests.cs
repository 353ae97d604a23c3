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
