using MethodCenter.Application.Common.Reports;
using MethodCenter.Application.Territory.Organisations;

namespace MethodCenter.Application.Training.Reports;

/// <summary>Summary of the training plans of a calendar year (POL-23).</summary>
public sealed record TrainingPlanReport : StatedReport
{
    [NotPersons]
    public int Year { get; init; }

    public DateTimeOffset ComputedAt { get; init; }

    /// <summary>What was counted, in the caller's language.</summary>
    public string Basis { get; init; } = "";

    public TrainingPlanCounts Total { get; init; } = null!;

    /// <summary>Each organisation within the caller's reach, by name.</summary>
    public IReadOnlyList<TrainingPlanOrganisation> Organisations { get; init; } = [];

    /// <summary>
    /// Teachers of the organisation named whose term has passed, longest overdue first; empty where none is named.
    /// </summary>
    public IReadOnlyList<TrainingDueItem> Overdue { get; init; } = [];
}

/// <summary>Totals of a training plan.</summary>
public record TrainingPlanCounts : ReportLine
{
    /// <summary>
    /// Teachers whose training expires by the end of the year, has expired, or never took place, as of today.
    /// </summary>
    public int Due { get; init; }

    /// <summary>Of these, those whose term has already passed today.</summary>
    public int Overdue { get; init; }

    /// <summary>Entries of the plan without those that were dropped.</summary>
    public int Planned { get; init; }

    public int Applied { get; init; }

    public int InTraining { get; init; }

    public int Completed { get; init; }

    /// <summary>Entries of the plan that are neither completed nor dropped.</summary>
    public int Left { get; init; }

    public int Dropped { get; init; }

    /// <summary>
    /// Percentage of the plan that is completed, to one decimal place; null: nothing is planned, which is not 0 %.
    /// </summary>
    public decimal? CompletedPercent { get; init; }
}

/// <summary>The training plan of an organisation in the summary.</summary>
public sealed record TrainingPlanOrganisation : TrainingPlanCounts
{
    public OrganisationReference Organisation { get; init; } = null!;
}
