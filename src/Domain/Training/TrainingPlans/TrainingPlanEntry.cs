using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Training.TrainingRecords;

namespace MethodCenter.Domain.Training.TrainingPlans;

/// <summary>Where an entry of a training plan comes from.</summary>
public enum PlanEntryOrigin
{
    /// <summary>By the term of training (DPO-7).</summary>
    Due,

    /// <summary>For a stated need.</summary>
    Need,

    /// <summary>Entered by hand.</summary>
    Person,
}

/// <summary>
/// State of an entry of a training plan; known from applications, courses and records, only <c>dropped</c> is entered.
/// </summary>
public enum PlanEntryState
{
    /// <summary>Planned.</summary>
    Planned,

    /// <summary>Applied for, or enrolled on a course that has not begun.</summary>
    Applied,

    /// <summary>In training.</summary>
    InTraining,

    /// <summary>Completed.</summary>
    Completed,

    /// <summary>Dropped from the plan.</summary>
    Dropped,
}

/// <summary>Строка плана-графика: one employee and one training.</summary>
public sealed class TrainingPlanEntry : Entity, IPartOf<TrainingPlan>, IOrganisationOwned
{
    public const int TopicMaxLength = Programme.TitleMaxLength;
    public const int ProviderMaxLength = TrainingRecord.ProviderMaxLength;
    public const int ReasonMaxLength = 500;

    private TrainingPlanEntry() { }

    private TrainingPlanEntry(TrainingPlan plan, Guid employeeId, PlanEntryOrigin origin) =>
        (TrainingPlanId, OrganisationId, Year, EmployeeId, Origin) = (
            plan.Id,
            plan.OrganisationId,
            plan.Year,
            employeeId,
            origin
        );

    internal TrainingPlanEntry(TrainingPlan plan, DuePerson due, int quarter)
        : this(plan, due.EmployeeId, PlanEntryOrigin.Due) => (DueOn, Quarter) = (due.DueOn, quarter);

    internal TrainingPlanEntry(TrainingPlan plan, NeededTraining need)
        : this(plan, need.EmployeeId, PlanEntryOrigin.Need) =>
        (NeedId, ProgrammeId, Topic) = (need.NeedId, need.ProgrammeId, need.Topic);

    internal TrainingPlanEntry(TrainingPlan plan, Guid employeeId, PlanPlacement placement)
        : this(plan, employeeId, PlanEntryOrigin.Person) => Place(placement);

    public Guid TrainingPlanId { get; private init; }

    public Guid OrganisationId { get; private init; }

    public int Year { get; private init; }

    public Guid EmployeeId { get; private init; }

    public PlanEntryOrigin Origin { get; private init; }

    /// <summary>The need for which it stands.</summary>
    public Guid? NeedId { get; private init; }

    /// <summary>Last day by which the training should be completed, as it was known when the plan was built (DPO-7).</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>Null: not chosen yet.</summary>
    public Guid? ProgrammeId { get; private set; }

    public string? Topic { get; private set; }

    public string? Provider { get; private set; }

    /// <summary>From 1 to 4; null: not placed yet.</summary>
    public int? Quarter { get; private set; }

    public int? Month { get; private set; }

    /// <summary>A person has entered or changed it, so no building takes it out.</summary>
    public bool Edited { get; private set; }

    public bool Dropped { get; private set; }

    /// <summary>Why it was dropped. Free text, so it may name people.</summary>
    [PersonalData]
    public string? DropReason { get; private set; }

    public Guid RootId => TrainingPlanId;

    /// <summary>It is the training that an employee is due for: the row of his term, even dropped, or that of a need.</summary>
    internal bool Answers(Guid employeeId) =>
        EmployeeId == employeeId && (Origin == PlanEntryOrigin.Due || (Origin == PlanEntryOrigin.Need && !Dropped));

    internal bool IsAbout(PlanPlacement placement) =>
        ProgrammeId == placement.ProgrammeId && (ProgrammeId is not null || Topic == placement.Topic);

    internal void Place(PlanPlacement placement)
    {
        (ProgrammeId, Topic, Provider) = (placement.ProgrammeId, placement.Topic, placement.Provider);
        (Quarter, Month, Edited) = (placement.Quarter, placement.Month, true);
    }

    /// <summary>It says by when its employee is to be trained.</summary>
    internal bool HasTerm => Origin != PlanEntryOrigin.Person && !Dropped;

    /// <summary>The term as it is by now; where a person has placed the row, it stays where it is.</summary>
    /// <param name="due">Null: he is not due in the year.</param>
    /// <param name="quarter">Where a row of this term stands, if it does not stand for it already.</param>
    internal void FallDue(DuePerson? due, int? quarter)
    {
        var stands = due is not null && due.DueOn == DueOn && Quarter is not null;
        DueOn = due?.DueOn;
        if (!Edited && !stands)
        {
            Quarter = quarter;
        }
    }

    internal void Drop(string reason) => (Dropped, DropReason, Edited) = (true, reason, true);
}

/// <summary>What is known of an entry outside of the plan, and so its state.</summary>
public static class PlanEntryStates
{
    /// <summary>The furthest of what is known counts.</summary>
    public static PlanEntryState Of(bool dropped, bool completed, bool inTraining, bool applied) =>
        dropped ? PlanEntryState.Dropped
        : completed ? PlanEntryState.Completed
        : inTraining ? PlanEntryState.InTraining
        : applied ? PlanEntryState.Applied
        : PlanEntryState.Planned;
}
