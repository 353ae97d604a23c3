using MethodCenter.Domain.Common.Norms;

namespace MethodCenter.Domain.Improvement.SupportProgrammes;

/// <summary>Участие школы: a school in a cycle, with its people, risk profile and outcome.</summary>
/// <remarks>
/// Goes one way: assigned → profiled → planned → in progress → closed; no step is skipped and none undone. The profile
/// is the imported one (РСП). The school's own diagnosis stands beside it and never overwrites it (RISK-5).
/// </remarks>
public sealed partial class Participation : AggregateRoot, IOrganisationOwned
{
    public const int EditionCodeMaxLength = RiskEdition.CodeMaxLength;
    public const int ProfileSourceMaxLength = 300;
    public const int ClosingCommentMaxLength = 2000;
    public const int MostDocuments = 4;

    private readonly List<RiskAssessment> _riskAssessments = [];

    private Participation() { }

    public Guid SupportProgrammeId { get; private init; }

    public Guid CycleId { get; private init; }

    /// <summary>Year of the cycle; kept here so that lists need not load the programme.</summary>
    public int CycleYear { get; private init; }

    /// <summary>Edition of the risk dictionary by which the profile is read.</summary>
    public string EditionCode { get; private init; } = null!;

    /// <summary>The school.</summary>
    public Guid OrganisationId { get; private init; }

    /// <summary>The municipal coordinator, an employee.</summary>
    public Guid CoordinatorId { get; private set; }

    public DateOnly CoordinatorSince { get; private set; }

    /// <summary>The curator, an employee; may be the coordinator too (RISK-8).</summary>
    public Guid CuratorId { get; private set; }

    public DateOnly CuratorSince { get; private set; }

    public DateOnly AssignedOn { get; private init; }

    public ParticipationState State { get; private set; } = ParticipationState.Assigned;

    /// <summary>The risk profile: one line per factor of the edition; empty until recorded.</summary>
    public IReadOnlyList<RiskAssessment> RiskAssessments => _riskAssessments;

    /// <summary>Where the profile comes from; null until recorded.</summary>
    public string? ProfileSource { get; private set; }

    /// <summary>Date of the profile; null until recorded.</summary>
    public DateOnly? ProfileDate { get; private set; }

    /// <summary>The school's own diagnosis; null: none was recorded.</summary>
    public OwnRiskProfile? OwnProfile { get; private set; }

    /// <summary>Documents of RISK-7 that were confirmed when the participation was closed; null: it is not, or nobody said.</summary>
    public IReadOnlyList<ParticipationDocument>? Documents { get; private set; }

    /// <summary>The second monitoring has confirmed the effect (RISK-12); null: nobody said.</summary>
    public bool? MonitoringConfirmed { get; private set; }

    /// <summary>Day of the last choice of priority risks.</summary>
    public DateOnly? PrioritiesChosenOn { get; private set; }

    public DateOnly? StartedOn { get; private set; }

    public ParticipationOutcome? Outcome { get; private set; }

    /// <summary>Day of the decision on the outcome (RISK-12).</summary>
    public DateOnly? ClosedOn { get; private set; }

    [PersonalData]
    public string? ClosingComment { get; private set; }

    /// <summary>The day of what is recorded: today, or a past one that is entered later.</summary>
    public static Result<DateOnly> DayOf(DateOnly? on, DateOnly today, string pointer = "/on") =>
        on > today ? ParticipationErrors.InFuture(pointer) : Result<DateOnly>.Accept(on ?? today);

    /// <summary>Takes a school into a cycle and appoints its coordinator and curator (RISK-8).</summary>
    /// <remarks>
    /// The day lies within the cycle. Appointments of December are part of it (RISK-10), so it starts in December.
    /// That the school is not in the cycle yet is settled by a unique index, as
    /// <see cref="ParticipationErrors.AlreadyAssigned"/>.
    /// </remarks>
    /// <param name="isSchool">The organisation is a general-education school.</param>
    /// <param name="norms">The limit in force on the day of the assignment is taken from here.</param>
    public static Result<Participation> Assign(
        SupportProgramme programme,
        SchoolAssignment assignment,
        bool isSchool,
        CuratorStanding curator,
        NormSet norms
    )
    {
        if (programme.FindCycle(assignment.Year) is not { } cycle)
        {
            return ParticipationErrors.CycleUnknown(assignment.Year);
        }

        if (!cycle.Period.Contains(assignment.On))
        {
            return ParticipationErrors.OutsideCycle(cycle);
        }

        if (!isSchool)
        {
            return ParticipationErrors.NotASchool;
        }

        if (RefuseCurator(curator, norms, assignment.On) is { } refusal)
        {
            return refusal;
        }

        var participation = new Participation
        {
            SupportProgrammeId = programme.Id,
            CycleId = cycle.Id,
            CycleYear = cycle.Year,
            EditionCode = cycle.EditionCode,
            OrganisationId = assignment.OrganisationId,
            CoordinatorId = assignment.CoordinatorId,
            CoordinatorSince = assignment.On,
            CuratorId = assignment.CuratorId,
            CuratorSince = assignment.On,
            AssignedOn = assignment.On,
        };
        participation.Raise(
            new SchoolAssigned(
                participation.Id,
                programme.Id,
                cycle.Id,
                assignment.OrganisationId,
                assignment.CoordinatorId,
                assignment.CuratorId
            )
        );
        return participation;
    }

    /// <summary>Records the imported risk profile: every factor of the edition exactly once (RISK-4, RISK-5).</summary>
    /// <remarks>
    /// May be repeated until priorities are chosen; the newer profile of the same source replaces the older whole, one of
    /// another source only if that is said. Its date may precede the assignment: a profile can be older than the
    /// appointment of the people who work with it.
    /// </remarks>
    /// <param name="replaces">It replaces a profile of another source.</param>
    public Result<Nothing> RecordRiskProfile(
        RiskEdition edition,
        IReadOnlyList<RiskProfileEntry> entries,
        string source,
        DateOnly date,
        bool replaces = false
    )
    {
        if (State is not (ParticipationState.Assigned or ParticipationState.Profiled))
        {
            return ParticipationErrors.WrongState(State, ParticipationState.Assigned, ParticipationState.Profiled);
        }

        if (edition.Code != EditionCode)
        {
            return ParticipationErrors.OtherEdition(edition.Code, EditionCode);
        }

        if (ProfileSource is { } recorded && !replaces && IsOtherSource(recorded, source))
        {
            return ParticipationErrors.ProfileOfOtherSource(recorded);
        }

        if (!RiskProfileReading.Read(edition, entries).Succeeded(out var levels, out var error))
        {
            return error;
        }

        _riskAssessments.RemoveAll(assessment => levels.All(line => line.Factor.Number != assessment.FactorNumber));
        foreach (var (factor, level) in levels)
        {
            if (_riskAssessments.Find(assessment => assessment.FactorNumber == factor.Number) is { } known)
            {
                known.Restate(factor.Name, level);
            }
            else
            {
                _riskAssessments.Add(new RiskAssessment(Id, factor, level));
            }
        }

        (ProfileSource, ProfileDate, State) = (source, date, ParticipationState.Profiled);
        Raise(new RiskProfileRecorded(Id, OrganisationId, EditionCode));
        return Nothing.Done.Warn([.. ProfileDoubts(edition, date)]);
    }

    /// <summary>The school chooses the risks it works against; repeatable until the work starts (RISK-6).</summary>
    /// <param name="choices">The chosen factors; one rated low needs a reason.</param>
    /// <param name="leftOut">Factors left out; each one rated high must stand here with a reason.</param>
    /// <param name="norms">The least number in force on the day is taken from here.</param>
    public Result<Nothing> ChoosePriorityRisks(
        IReadOnlyList<RiskDecision> choices,
        IReadOnlyList<RiskDecision> leftOut,
        DateOnly on,
        NormSet norms
    )
    {
        if (State is not (ParticipationState.Profiled or ParticipationState.Planned))
        {
            return ParticipationErrors.WrongState(State, ParticipationState.Profiled, ParticipationState.Planned);
        }

        if (RefuseBefore(on, PrioritiesChosenOn ?? Later(AssignedOn, ProfileDate)) is { } tooEarly)
        {
            return tooEarly;
        }

        var least = norms.Get(SupportProgrammeNorms.PriorityRisksLeast, on);
        var selection = new PriorityRiskSelection(EditionCode, _riskAssessments);
        if (selection.Read(choices, leftOut, least) is { } error)
        {
            return error;
        }

        selection.Apply();
        (PrioritiesChosenOn, State) = (on, ParticipationState.Planned);
        var numbers = _riskAssessments.Where(risk => risk.IsPriority).Select(risk => risk.FactorNumber).Order();
        Raise(new PriorityRisksChosen(Id, OrganisationId, [.. numbers]));
        return Nothing.Done;
    }

    /// <summary>The school begins to carry out its measures.</summary>
    public Result<Nothing> Start(DateOnly on)
    {
        if (State != ParticipationState.Planned)
        {
            return ParticipationErrors.WrongState(State, ParticipationState.Planned);
        }

        if (RefuseBefore(on, PrioritiesChosenOn!.Value) is { } tooEarly)
        {
            return tooEarly;
        }

        (StartedOn, State) = (on, ParticipationState.InProgress);
        Raise(new ParticipationStarted(Id, OrganisationId));
        return Nothing.Done;
    }

    /// <summary>Records the decision on the outcome and ends the participation (RISK-12).</summary>
    /// <remarks>
    /// The criteria of an exit rest on the next year's list of low-result schools and on monitoring, which other areas
    /// hold; here the decision is recorded, not computed. It may fall after the cycle, for that list comes later.
    /// «No dynamics» needs a comment: nothing else would tell the next cycle what was tried in vain.
    /// </remarks>
    /// <param name="papers">What the decision rests on; what is missing is doubted, not refused (RISK-7, RISK-12).</param>
    public Result<Nothing> Close(
        ParticipationOutcome outcome,
        DateOnly on,
        string? comment,
        ParticipationPapers? papers = null
    )
    {
        if (State != ParticipationState.InProgress)
        {
            return ParticipationErrors.WrongState(State, ParticipationState.InProgress);
        }

        if (RefuseBefore(on, StartedOn!.Value) is { } tooEarly)
        {
            return tooEarly;
        }

        var text = string.IsNullOrWhiteSpace(comment) ? null : comment.Trim();
        if (outcome == ParticipationOutcome.NoDynamics && text is null)
        {
            return ParticipationErrors.CommentRequired;
        }

        (Outcome, ClosedOn, ClosingComment, State) = (outcome, on, text, ParticipationState.Closed);
        (Documents, MonitoringConfirmed) = (papers?.Documents, papers?.MonitoringConfirmed);
        Raise(new ParticipationClosed(Id, OrganisationId, outcome));
        return Nothing.Done.Warn([.. ClosingDoubts(outcome)]);
    }

    /// <summary>Counts the profile by level and priority.</summary>
    public RiskProfileCounts CountRisks() => RiskProfileCounts.Of(_riskAssessments);

    private static Error? RefuseBefore(DateOnly on, DateOnly earliest) =>
        on < earliest ? ParticipationErrors.DayTooEarly(earliest) : null;

    private static DateOnly Later(DateOnly day, DateOnly? other) => other > day ? other.Value : day;
}
