namespace MethodCenter.Domain.Improvement.SupportProgrammes;

/// <summary>How far a school has come in its cycle.</summary>
public enum ParticipationState
{
    /// <summary>Школа включена, координатор и куратор назначены.</summary>
    Assigned,

    /// <summary>Рисковый профиль получен.</summary>
    Profiled,

    /// <summary>Приоритетные риски выбраны.</summary>
    Planned,

    /// <summary>Меры выполняются.</summary>
    InProgress,

    /// <summary>Участие завершено, итог записан.</summary>
    Closed,
}

/// <summary>Уровень фактора риска (RISK-4).</summary>
public enum RiskLevel
{
    /// <summary>Высокий.</summary>
    High,

    /// <summary>Средний.</summary>
    Medium,

    /// <summary>Низкий.</summary>
    Low,
}

/// <summary>Итог участия школы в цикле (RISK-12).</summary>
public enum ParticipationOutcome
{
    /// <summary>Выход из зоны низких результатов.</summary>
    ExitedLowResults,

    /// <summary>Положительная динамика.</summary>
    PositiveDynamics,

    /// <summary>Динамики нет.</summary>
    NoDynamics,
}

/// <summary>Who supports which school in which year, and from what day.</summary>
/// <param name="Year">Year of the cycle.</param>
/// <param name="OrganisationId">The school.</param>
/// <param name="CoordinatorId">The municipal coordinator, an employee; may be the curator too (RISK-8).</param>
/// <param name="CuratorId">The curator, an employee.</param>
/// <param name="On">Day of the assignment.</param>
public sealed record SchoolAssignment(int Year, Guid OrganisationId, Guid CoordinatorId, Guid CuratorId, DateOnly On);

/// <summary>What is known about a would-be curator on the day of the appointment (RISK-8).</summary>
/// <param name="WorksAtSchool">Is employed by the school in question on that day.</param>
/// <param name="OpenParticipations">Participations of this cycle, not closed, that the person curates already.</param>
public readonly record struct CuratorStanding(bool WorksAtSchool, int OpenParticipations);

/// <summary>One line of a risk profile to be recorded.</summary>
public sealed record RiskProfileEntry(RiskFactorReference Factor, RiskLevel Level);

/// <summary>A factor chosen as a priority, or one left out, with the reason where one is given (RISK-6).</summary>
public sealed record RiskDecision(RiskFactorReference Factor, string? Reason = null);

/// <summary>One line of the risk profile (РСП) of a school: exactly one level per factor (RISK-4).</summary>
public sealed class RiskAssessment : Entity, IPartOf<Participation>
{
    public const int FactorNameMaxLength = RiskFactor.NameMaxLength;
    public const int ReasonMaxLength = 1000;

    private RiskAssessment() { }

    internal RiskAssessment(Guid participationId, RiskFactor factor, RiskLevel level)
    {
        (ParticipationId, FactorNumber) = (participationId, factor.Number);
        Restate(factor.Name, level);
    }

    public Guid ParticipationId { get; private init; }

    /// <summary>Number of the factor in the edition of the cycle, not in the source of the profile.</summary>
    public int FactorNumber { get; private init; }

    /// <summary>Name of the factor when the profile was recorded.</summary>
    public string FactorName { get; private set; } = null!;

    public RiskLevel Level { get; private set; }

    /// <summary>The school works against this risk in the cycle (RISK-6).</summary>
    public bool IsPriority { get; private set; }

    /// <summary>Why it was chosen, or why it was left out.</summary>
    [PersonalData]
    public string? Reason { get; private set; }

    Guid IPart.RootId => ParticipationId;

    internal bool Answers(RiskFactorReference reference)
    {
        var key = SearchText.Normalize(reference.Name);
        return key.Length > 0 ? SearchText.Normalize(FactorName) == key : FactorNumber == reference.Number;
    }

    /// <summary>Takes the level of a newer profile; a choice made on the older one is void.</summary>
    internal void Restate(string factorName, RiskLevel level)
    {
        (FactorName, Level) = (factorName, level);
        Decide(isPriority: false, reason: null);
    }

    internal void Decide(bool isPriority, string? reason) =>
        (IsPriority, Reason) = (isPriority, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim());
}

/// <summary>How many factors of a profile stand at each level, and how many of all are priorities.</summary>
public readonly record struct RiskProfileCounts(int High, int Medium, int Low, int Priority)
{
    public int Total => High + Medium + Low;

    public static RiskProfileCounts Of(IReadOnlyCollection<RiskAssessment> assessments) =>
        new(
            assessments.Count(assessment => assessment.Level == RiskLevel.High),
            assessments.Count(assessment => assessment.Level == RiskLevel.Medium),
            assessments.Count(assessment => assessment.Level == RiskLevel.Low),
            assessments.Count(assessment => assessment.IsPriority)
        );
}
