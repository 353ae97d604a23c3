using MethodCenter.Domain.Learning.Frdo;

namespace MethodCenter.Domain.Tests.Learning.Frdo;

/// <summary>What is normalised before the export (FRDO-4).</summary>
public sealed class FrdoTextTests
{
    [Theory]
    [InlineData("Иванова\u00A0Анна", "Иванова Анна")]
    [InlineData("Ива\u200Bнова\uFEFF", "Иванова")]
    [InlineData("\tИванова\r\n", "Иванова")]
    [InlineData("Ива\u0007нова", "Иванова")]
    [InlineData("  Иванова   Анна ", "Иванова Анна")]
    [InlineData("Иванова--Петрова", "Иванова-Петрова")]
    [InlineData("-Иванова-", "Иванова")]
    [InlineData("Иванова—Петрова", "Иванова-Петрова")]
    [InlineData("Иванова–Петрова", "Иванова-Петрова")]
    [InlineData(" - ", "")]
    [InlineData(null, "")]
    public void Texts_are_cleaned(string? text, string clean) => FrdoText.Clean(text).ShouldBe(clean);

    [Theory]
    [InlineData("\u0041ндреева", "Андреева")] // Latin A
    [InlineData("\u0042ера", "Вера")]
    [InlineData("\u0043ветлана", "Светлана")]
    [InlineData("\u0045лена", "Елена")]
    [InlineData("\u0048ина", "Нина")]
    [InlineData("\u004Bлавдия", "Клавдия")]
    [InlineData("\u004Dария", "Мария")]
    [InlineData("\u004Fльга", "Ольга")]
    [InlineData("\u0050аиса", "Раиса")]
    [InlineData("\u0054атьяна", "Татьяна")]
    [InlineData("\u0058аритина", "Харитина")]
    [InlineData("Ивано\u0432\u0061", "Иванова")]
    [InlineData("О’Нил", "О'Нил")]
    [InlineData("Smith", "Smith")]
    public void Latin_letters_in_a_Cyrillic_name_become_Cyrillic(string name, string right) =>
        FrdoText.Name(name).ShouldBe(right);

    [Theory]
    [InlineData("Курс \"Оценка\" качества", "Курс «Оценка» качества")]
    [InlineData("„Оценка“", "«Оценка»")]
    public void Quotes_of_titles_become_those_of_the_template(string title, string right) =>
        FrdoText.Title(title).ShouldBe(right);

    [Theory]
    [InlineData("Иванова-Петрова (Анна) О'Н.", "")]
    [InlineData("Ivanova", "Ivano")]
    public void Names_are_Cyrillic(string name, string wrong) => FrdoText.WrongInName(name).ShouldBe(wrong);

    [Theory]
    [InlineData("12/AБ-3.4", "")]
    [InlineData("12№_()", "№_()")]
    public void Series_and_numbers_have_their_signs(string number, string wrong) =>
        FrdoText.WrongInNumber(number).ShouldBe(wrong);

    [Theory]
    [InlineData("№ 12_(а)", "")]
    [InlineData("12+", "+")]
    public void Register_numbers_have_more(string number, string wrong) =>
        FrdoText.WrongInRegisterNumber(number).ShouldBe(wrong);
}
