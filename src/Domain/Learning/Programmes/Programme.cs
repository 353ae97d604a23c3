using MethodCenter.Domain.Common;
using MethodCenter.Domain.Common.Norms;

namespace MethodCenter.Domain.Learning.Programmes;

/// <summary>Вид программы.</summary>
public enum ProgrammeKind
{
    /// <summary>Повышение квалификации (ПК).</summary>
    ProfessionalDevelopment,

    /// <summary>Профессиональная переподготовка (ПП).</summary>
    Retraining,

    /// <summary>Общеразвивающая программа.</summary>
    GeneralDevelopment,

    /// <summary>Постоянно действующий семинар (ПДС).</summary>
    PermanentSeminar,
}

/// <summary>Линия программ (SPB-08).</summary>
public enum ProgrammeLine
{
    /// <summary>Тематическая.</summary>
    Thematic,

    /// <summary>Информационно-коммуникационные технологии (ИКТ).</summary>
    Ict,

    /// <summary>Управленческая.</summary>
    Management,
}

/// <summary>Форма обучения.</summary>
public enum StudyForm
{
    /// <summary>Очная.</summary>
    FullTime,

    /// <summary>Очно-заочная.</summary>
    PartTime,

    /// <summary>Заочная.</summary>
    Extramural,

    /// <summary>Дистанционная: с применением дистанционных образовательных технологий.</summary>
    Distance,
}

/// <summary>Состояние программы.</summary>
public enum ProgrammeStatus
{
    /// <summary>Действует: courses may be registered.</summary>
    Active,

    /// <summary>Снята с реализации; its history stays.</summary>
    Retired,
}

/// <summary>Дополнительная профессиональная программа.</summary>
/// <remarks>
/// The kind comes from the programme and its document, never from the hours: a programme of 250 hours may still be
/// professional development (DPO-2).
/// </remarks>
public sealed class Programme : AggregateRoot
{
    public const int CodeMaxLength = 40;
    public const int TitleMaxLength = 400;
    public const int MostHours = 2000;

    private Programme() { }

    /// <summary>Unique within the centre; never changes.</summary>
    public string Code { get; private init; } = null!;

    public string Title { get; private set; } = null!;

    public ProgrammeKind Kind { get; private init; }

    /// <summary>Academic hours.</summary>
    public int Hours { get; private set; }

    public ProgrammeLine Line { get; private set; }

    public StudyForm Form { get; private set; }

    /// <summary>Day of approval; picks the norm of hours.</summary>
    public DateOnly ApprovedOn { get; private set; }

    public ProgrammeStatus Status { get; private set; } = ProgrammeStatus.Active;

    public string TitleKey { get; private set; } = null!;

    public static Result<Programme> Register(string code, ProgrammeKind kind, ProgrammeCard card, NormBook norms)
    {
        var programme = new Programme { Code = code, Kind = kind };
        return programme.UpdateCard(card, norms).Map(_ => programme);
    }

    public Result<Nothing> UpdateCard(ProgrammeCard card, NormBook norms)
    {
        if (ProgrammeNorms.LeastHours(Kind, card.ApprovedOn, norms) is { } least && card.Hours < least.Hours)
        {
            return ProgrammeErrors.TooFewHours(card.Hours, least.Hours, least.Rule);
        }

        (Title, Hours, Line, Form) = (card.Title, card.Hours, card.Line, card.Form);
        (ApprovedOn, TitleKey) = (card.ApprovedOn, SearchText.Normalize(card.Title));
        return Nothing.Done;
    }

    public Result<Nothing> Retire()
    {
        if (Status == ProgrammeStatus.Retired)
        {
            return ProgrammeErrors.AlreadyRetired;
        }

        Status = ProgrammeStatus.Retired;
        return Nothing.Done;
    }
}

/// <summary>What is written on the card of a programme.</summary>
public sealed record ProgrammeCard(string Title, int Hours, ProgrammeLine Line, StudyForm Form, DateOnly ApprovedOn);
