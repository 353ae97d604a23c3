using System.Text.Json.Serialization;
using MethodCenter.Domain.Common;

namespace MethodCenter.Application.Office.Reports;

/// <summary>A computed figure and, where the centre has published one for the same cell, that one beside it.</summary>
public record ReportFigure
{
    /// <summary>Cell of the report; a published figure is recorded under it.</summary>
    public string Key { get; init; } = "";

    /// <summary>The figure, computed from the records.</summary>
    public int Value { get; init; }

    /// <summary>The figure as published; absent where none is recorded.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Stated { get; init; }

    /// <summary>Published minus computed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Difference { get; init; }

    /// <summary>True: the published figure does not agree with the records.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Contradicted { get; init; }

    /// <summary>Where it was published.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? StatedSource { get; init; }
}

/// <summary>What every report of an academic year says about itself.</summary>
public abstract record YearReport
{
    public AcademicYear AcademicYear { get; init; }

    public DateTimeOffset ComputedAt { get; init; }

    /// <summary>What was counted, in the caller's language.</summary>
    public string Basis { get; init; } = "";

    /// <summary>Published figures for whose cells there is nothing on record: the computed figure is 0.</summary>
    public IReadOnlyList<ReportFigure> Unmatched { get; init; } = [];
}

public static class ReportPermissions
{
    /// <summary>Reports of the whole centre: counts, no persons.</summary>
    public const string Read = "reports.read";

    /// <summary>Risk profiles of the schools within the caller's reach.</summary>
    public const string ReadRiskProfiles = "reports.read-risk-profiles";

    /// <summary>Plan-schedules and retraining of heads, by name: of the organisations within the caller's reach.</summary>
    public const string ReadTrainingPlans = "reports.read-training-plans";

    /// <summary>Counts of training by organisation, of those within the caller's reach: applications, needs, topics. No persons.</summary>
    public const string ReadTrainingCounts = "reports.read-training-counts";

    /// <summary>Who is due for training: persons of the organisations within the caller's reach.</summary>
    public const string ReadTrainingDue = "reports.read-training-due";
}
