using MethodCenter.Application.Common.Models;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Domain.Training.TrainingPlans;

namespace MethodCenter.Application.Training.TrainingPlans;

/// <summary>Training plan of an organisation for a calendar year.</summary>
public sealed record TrainingPlanDetails : DetailsModel
{
    public OrganisationReference Organisation { get; init; } = null!;

    /// <summary>Calendar year.</summary>
    public int Year { get; init; }

    /// <summary>Day on which it was last built.</summary>
    public DateOnly BuiltOn { get; init; }

    public TrainingPlanTotals Totals { get; init; } = null!;

    /// <summary>By quarter, then by name; those without a quarter last.</summary>
    public IReadOnlyList<TrainingPlanEntryModel> Entries { get; init; } = [];
}

/// <summary>How many entries of a plan are in each state.</summary>
public sealed record TrainingPlanTotals
{
    /// <summary>Without those that were dropped.</summary>
    public int All { get; init; }

    public int Planned { get; init; }

    public int Applied { get; init; }

    public int InTraining { get; init; }

    public int Completed { get; init; }

    public int Dropped { get; init; }

    internal static TrainingPlanTotals Of(IReadOnlyCollection<PlanEntryState> states) =>
        new()
        {
            All = states.Count(state => state != PlanEntryState.Dropped),
            Planned = states.Count(state => state == PlanEntryState.Planned),
            Applied = states.Count(state => state == PlanEntryState.Applied),
            InTraining = states.Count(state => state == PlanEntryState.InTraining),
            Completed = states.Count(state => state == PlanEntryState.Completed),
            Dropped = states.Count(state => state == PlanEntryState.Dropped),
        };
}

/// <summary>An entry of a training plan.</summary>
public sealed record TrainingPlanEntryModel
{
    public Guid Id { get; init; }

    public Guid EmployeeId { get; init; }

    /// <summary>Family name, given name, patronymic.</summary>
    public string FullName { get; init; } = "";

    public PlanEntryOrigin Origin { get; init; }

    /// <summary>The need for which it stands.</summary>
    public Guid? NeedId { get; init; }

    /// <summary>
    /// Last day by which the training should be completed (DPO-7); null: never trained, or planned for another reason.
    /// </summary>
    public DateOnly? DueOn { get; init; }

    public Guid? ProgrammeId { get; init; }

    /// <summary>Title of the programme, or the topic; null: neither is chosen yet.</summary>
    public string? Subject { get; init; }

    /// <summary>Who teaches; null: the centre, or not chosen yet.</summary>
    public string? Provider { get; init; }

    /// <summary>From 1 to 4; null: not placed yet.</summary>
    public int? Quarter { get; init; }

    /// <summary>Month within the quarter.</summary>
    public int? Month { get; init; }

    /// <summary>Entered or changed by a person: rebuilding leaves it as it is.</summary>
    public bool Edited { get; init; }

    /// <summary>
    /// From applications, enrolments and training records of the year; only <c>dropped</c> is entered.
    /// </summary>
    public PlanEntryState State { get; init; }

    /// <summary>Why it was dropped.</summary>
    public string? DropReason { get; init; }
}

/// <summary>A training plan in a list.</summary>
public sealed record TrainingPlanListItem
{
    public Guid Id { get; init; }

    public OrganisationReference Organisation { get; init; } = null!;

    public int Year { get; init; }

    public DateOnly BuiltOn { get; init; }

    /// <summary>Entries that were not dropped.</summary>
    public int Entries { get; init; }

    public int Version { get; init; }
}
