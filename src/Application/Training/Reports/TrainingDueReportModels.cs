using System.Text.Json.Serialization;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Reports;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Domain.Training.TrainingRecords;

namespace MethodCenter.Application.Training.Reports;

/// <summary>
/// Report on the terms of training of teachers: who is trained, who is due, who is overdue (DPO-7, POL-23, KEM-38).
/// </summary>
public sealed record TrainingDueReport : StatedReport
{
    public DateOnly AsOf { get; init; }

    public DateTimeOffset ComputedAt { get; init; }

    /// <summary>What was counted, in the caller's language.</summary>
    public string Basis { get; init; } = "";

    /// <summary>Years from one training to the next, by the norm in force on <c>asOf</c>.</summary>
    [NotPersons]
    public int PeriodYears { get; init; }

    /// <summary>
    /// Months before the last day from which training counts as due, by the norm in force on <c>asOf</c>.
    /// </summary>
    [NotPersons]
    public int WarningMonths { get; init; }

    /// <summary>The rule that sets the period.</summary>
    public RuleReference Rule { get; init; } = null!;

    /// <summary>Everybody in the base; the filter by state does not narrow it.</summary>
    public TrainingDueCounts Total { get; init; } = null!;

    /// <summary>
    /// Each organisation within the caller's reach, by name; one with nobody in the base has no shares.
    /// </summary>
    public IReadOnlyList<TrainingDueOrganisation> Organisations { get; init; } = [];

    /// <summary>A page of persons.</summary>
    public Page<TrainingDueItem> Employees { get; init; } = null!;
}

/// <summary>Totals: how many teachers are in each state, and which share that is.</summary>
public record TrainingDueCounts : ReportLine
{
    /// <summary>Base: teachers employed on the day, each once.</summary>
    public int Base { get; init; }

    public TrainingDueShare Covered { get; init; } = null!;

    public TrainingDueShare Due { get; init; } = null!;

    public TrainingDueShare Overdue { get; init; } = null!;

    public TrainingDueShare Never { get; init; } = null!;
}

/// <summary>The total of an organisation.</summary>
public sealed record TrainingDueOrganisation : TrainingDueCounts
{
    public OrganisationReference Organisation { get; init; } = null!;
}

/// <summary>A number and its share.</summary>
public sealed record TrainingDueShare
{
    public int Count { get; init; }

    /// <summary>Percentage of the base, to one decimal place; absent: the base is empty, which is not 0 %.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Percent { get; init; }

    internal static TrainingDueShare Of(int count, int whole) =>
        new() { Count = count, Percent = Common.Percents.Percent.Of(count, whole) };
}

/// <summary>A teacher in the report on the terms of training.</summary>
public sealed record TrainingDueItem
{
    public Guid EmployeeId { get; init; }

    /// <summary>Family name, given name, patronymic.</summary>
    public string FullName { get; init; } = "";

    /// <summary>The place of work that represents the person on the day: the main one, else the earliest begun.</summary>
    public OrganisationReference Organisation { get; init; } = null!;

    public TrainingDueState State { get; init; }

    /// <summary>Last day of the latest training that counts; null: never.</summary>
    public DateOnly? LastCompletedOn { get; init; }

    /// <summary>Last day by which the next one should be completed; null: never trained.</summary>
    public DateOnly? DueOn { get; init; }
}
