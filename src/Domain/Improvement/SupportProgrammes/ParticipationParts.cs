namespace MethodCenter.Domain.Improvement.SupportProgrammes;

/// <summary>How far a school has come in its cycle.</summary>
public enum ParticipationState
{
    /// <summary>The school is included; coordinator and curator are assigned.</summary>
    Assigned,

    /// <summary>The risk profile has been received.</summary>
    Profiled,

    /// <summary>Priority risks are chosen.</summary>
    Planned,

    /// <summary>Measures are being carried out.</summary>
    InProgress,

    /// <summary>Participation is closed and its outcome recorded.</summary>
    Closed,
}

/// <summary>Level of a risk factor (RISK-4).</summary>
public enum RiskLevel
{
    /// <summary>High.</summary>
    High,

    /// <summary>Medium.</summary>
    Medium,

    /// <summary>Low.</summary>
    Low,
}

/// <summary>Outcome of the participation of a school in a cycle (RISK-12).</summary>
public enum ParticipationOutcome
{
    /// <summary>Left the zone of low results.</summary>
    ExitedLowResults,

    /// <summary>Positive dynamics.</summary>
    PositiveDynamics,

    /// <summary>No dynamics.</summary>
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

/// <summary>Document that a school makes in its cycle (RISK-7).</summary>
public enum ParticipationDocument
{
    /// <summary>Concept of development.</summary>
    Concept,

    /// <summary>Medium-term programme of development.</summary>
    DevelopmentProgramme,

    /// <summary>A programme against each priority risk.</summary>
    RiskProgrammes,

    /// <summary>Road map.</summary>
    RoadMap,
}

/// <summary>What a decision on the outcome rests on.</summary>
/// <param name="Documents">Documents that were uploaded and confirmed.</param>
/// <param name="MonitoringConfirmed">The second monitoring has confirmed the effect; null: nobody said.</param>
public sealed record ParticipationPapers(IReadOnlyList<ParticipationDocument> Documents, bool? MonitoringConfirmed);

/// <summary>The profile that a school has made itself (RISK-5).</summary>
/// <param name="Source">Who made it, by what.</param>
/// <param name="Date">Its date.</param>
/// <param name="Edition">Code of the edition by which the levels were given.</param>
/// <param name="Levels">One for each factor, in the order of the edition.</param>
public sealed record OwnRiskProfile(string Source, DateOnly Date, string Edition, IReadOnlyList<OwnRiskLevel> Levels);

/// <summary>The level that a school gives itself for a factor.</summary>
/// <param name="Number">Number of the factor in the edition.</param>
/// <param name="Factor">Its name.</param>
/// <param name="Level">The level.</param>
public sealed record OwnRiskLevel(int Number, string Factor, RiskLevel Level);

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
