using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Territory.Organisations;

namespace MethodCenter.Application.Training.Reports;

/// <summary>Отчёт о переподготовке руководителей в области менеджмента (POL-27).</summary>
public sealed record ManagementRetrainingReport
{
    public DateOnly AsOf { get; init; }

    public DateTimeOffset ComputedAt { get; init; }

    /// <summary>What was counted, in the caller's language.</summary>
    public string Basis { get; init; } = "";

    public ManagementRetrainingCounts Total { get; init; } = null!;

    /// <summary>By name of the position.</summary>
    public IReadOnlyList<ManagementRetrainingPosition> Positions { get; init; } = [];

    /// <summary>A page of those who have none.</summary>
    public Page<ManagementRetrainingItem> Without { get; init; } = null!;
}

/// <summary>Сколько руководителей прошло переподготовку и какая это доля.</summary>
public record ManagementRetrainingCounts
{
    /// <summary>База: everybody in a managing position on the day, each once.</summary>
    public int Base { get; init; }

    public TrainingDueShare Retrained { get; init; } = null!;
}

/// <summary>Итог по должности.</summary>
public sealed record ManagementRetrainingPosition : ManagementRetrainingCounts
{
    public Guid PositionId { get; init; }

    public string Position { get; init; } = "";
}

/// <summary>Руководитель без переподготовки.</summary>
public sealed record ManagementRetrainingItem
{
    public Guid EmployeeId { get; init; }

    /// <summary>Фамилия Имя Отчество.</summary>
    public string FullName { get; init; } = "";

    public string Position { get; init; } = "";

    public OrganisationReference Organisation { get; init; } = null!;
}
