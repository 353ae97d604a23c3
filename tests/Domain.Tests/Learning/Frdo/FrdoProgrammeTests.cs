using MethodCenter.Domain.Learning.Frdo;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Tests.Learning.Programmes;

namespace MethodCenter.Domain.Tests.Learning.Frdo;

/// <summary>What the register would refuse is said while the programme can still be renamed (FRDO-4).</summary>
public sealed class FrdoProgrammeTests
{
    [Theory]
    [InlineData("Оценка «по критериям»: 5 класс (ФГОС), № 1", ProgrammeKind.ProfessionalDevelopment, "")]
    [InlineData("Оценка & анализ", ProgrammeKind.ProfessionalDevelopment, "programme.frdo-title-characters")]
    [InlineData("Оценка & анализ; отбор", ProgrammeKind.Retraining, "programme.frdo-title-characters")]
    [InlineData("Оценка & анализ", ProgrammeKind.PermanentSeminar, "")]
    public void Characters(string title, ProgrammeKind kind, string codes) => Codes(title, kind).ShouldBe(codes);

    [Theory]
    [InlineData(255, "")]
    [InlineData(256, "programme.frdo-title-length")]
    public void Length(int length, string codes) =>
        Codes(new string('а', length), ProgrammeKind.ProfessionalDevelopment).ShouldBe(codes);

    [Fact]
    public void They_are_named()
    {
        var doubt = FrdoProgramme.Doubts(Programme("А & Б; В & Г", ProgrammeKind.Retraining)).Single();

        (doubt.Params["characters"], doubt.Rule!.Code).ShouldBe(("&;", "FRDO-4"));
    }

    private static string Codes(string title, ProgrammeKind kind) =>
        string.Join(' ', FrdoProgramme.Doubts(Programme(title, kind)).Select(doubt => doubt.Code));

    private static Programme Programme(string title, ProgrammeKind kind)
    {
        var card = new ProgrammeCard(title, 300, ProgrammeLine.Thematic, StudyForm.FullTime, new DateOnly(2025, 1, 1));
        return Domain.Learning.Programmes.Programme.Register("p", kind, card, ProgrammeTests.Norms).Value;
    }
}
