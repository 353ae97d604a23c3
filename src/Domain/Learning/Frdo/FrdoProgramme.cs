using MethodCenter.Domain.Learning.Programmes;

namespace MethodCenter.Domain.Learning.Frdo;

/// <summary>What the register would refuse in every document of a programme (FRDO-4).</summary>
public static class FrdoProgramme
{
    /// <summary>Characters of a title that the template takes.</summary>
    public const int TitleMaxLength = 255;

    private static readonly RuleReference Rule = new("FRDO-4", "Шаблон «ДПО» ФИС ФРДО: проверки при загрузке");

    /// <summary>Only of programmes whose documents are delivered.</summary>
    public static IEnumerable<Warning> Doubts(Programme programme)
    {
        if (programme.Kind is not (ProgrammeKind.ProfessionalDevelopment or ProgrammeKind.Retraining))
        {
            yield break;
        }

        var title = FrdoText.Title(programme.Title);
        if (title.Length > TitleMaxLength)
        {
            yield return new Warning("programme.frdo-title-length")
                .With("length", title.Length)
                .With("most", TitleMaxLength)
                .By(Rule);
        }

        if (FrdoText.WrongInTitle(title) is { Length: > 0 } wrong)
        {
            yield return new Warning("programme.frdo-title-characters").With("characters", wrong).By(Rule);
        }
    }
}
