using System.Text.Json.Serialization;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Domain.Training.TrainingRecords;

namespace MethodCenter.Application.Training.Reports;

/// <summary>Отчёт о сроках обучения педагогов: кто обучен, кому пора, у кого срок прошёл (DPO-7, POL-23, KEM-38).</summary>
public sealed record TrainingDueReport
{
    public DateOnly AsOf { get; init; }

    public DateTimeOffset ComputedAt { get; init; }

    /// <summary>What was counted, in the caller's language.</summary>
    public string Basis { get; init; } = "";

    /// <summary>Years from one training to the next, by the norm in force on <c>asOf</c>.</summary>
    public int PeriodYears { get; init; }

    /// <summary>Months before the day from which it counts as due, by the norm in force on <c>asOf</c>.</summary>
    public int WarningMonths { get; init; }

    /// <summary>The rule that sets the period.</summary>
    public RuleReference Rule { get; init; } = null!;

    /// <summary>Everybody in the base; the filter by state does not narrow it.</summary>
    public TrainingDueCounts Total { get; init; } = null!;

    /// <summary>Each organisation within the caller's reach, by name; who has nobody in the base has no shares.</summary>
    public IReadOnlyList<TrainingDueOrganisation> Organisations { get; init; } = [];

    /// <summary>A page of persons.</summary>
    public Page<TrainingDueItem> Employees { get; init; } = null!;
}

/// <summary>Итог: сколько педагогов в каждом состоянии и какая это доля.</summary>
public record TrainingDueCounts
{
    /// <summary>База: teachers employed on the day, each once.</summary>
    public int Base { get; init; }

    public TrainingDueShare Covered { get; init; } = null!;

    public TrainingDueShare Due { get; init; } = null!;

    public TrainingDueShare Overdue { get; init; } = null!;

    public TrainingDueShare Never { get; init; } = null!;
}

/// <summary>Итог организации.</summary>
public sealed record TrainingDueOrganisation : TrainingDueCounts
{
    public OrganisationReference Organisation { get; init; } = null!;
}

/// <summary>Число и доля.</summary>
public sealed record TrainingDueShare
{
    public int Count { get; init; }

    /// <summary>Percent of the base, to a tenth; absent: the base is empty, which is not 0 %.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Percent { get; init; }

    internal static TrainingDueShare Of(int count, int whole) =>
        new() { Count = count, Percent = Common.Percents.Percent.Of(count, whole) };
}

/// <summary>Педагог в отчёте о сроках обучения.</summary>
public sealed record TrainingDueItem
{
    public Guid EmployeeId { get; init; }

    /// <summary>Фамилия Имя Отчество.</summary>
    public string FullName { get; init; } = "";

    /// <summary>The place of work that represents the person on the day: the main one, else the earliest begun.</summary>
    public OrganisationReference Organisation { get; init; } = null!;

    public TrainingDueState State { get; init; }

    /// <summary>Last day of the latest training that counts; null: never.</summary>
    public DateOnly? LastCompletedOn { get; init; }

    /// <summary>Last day by which the next one should be completed; null: never trained.</summary>
    public DateOnly? DueOn { get; init; }
}
