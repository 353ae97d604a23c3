using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Reports;
using MethodCenter.Application.Territory.Organisations;

namespace MethodCenter.Application.Training.Reports;

/// <summary>Report on the retraining of heads in management (POL-27).</summary>
public sealed record ManagementRetrainingReport : StatedReport
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

/// <summary>How many heads have completed a retraining, and which share that is.</summary>
public record ManagementRetrainingCounts : ReportLine
{
    /// <summary>Base: all who hold a managing position on the day, each once.</summary>
    public int Base { get; init; }

    public TrainingDueShare Retrained { get; init; } = null!;
}

/// <summary>The total of a position.</summary>
public sealed record ManagementRetrainingPosition : ManagementRetrainingCounts
{
    public Guid PositionId { get; init; }

    public string Position { get; init; } = "";
}

/// <summary>A head without a retraining.</summary>
public sealed record ManagementRetrainingItem
{
    public Guid EmployeeId { get; init; }

    /// <summary>Family name, given name, patronymic.</summary>
    public string FullName { get; init; } = "";

    public string Position { get; init; } = "";

    public OrganisationReference Organisation { get; init; } = null!;
}
