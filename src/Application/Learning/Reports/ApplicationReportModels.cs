using System.Text.Json.Serialization;
using MethodCenter.Application.Common.Reports;
using MethodCenter.Application.Territory.Organisations;

namespace MethodCenter.Application.Learning.Reports;

/// <summary>Report on the satisfaction of applications: requested, satisfied, completed (POL-24).</summary>
public sealed record ApplicationReport : StatedReport
{
    /// <summary>First day of submission that is counted; null: from the first.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day of submission that is counted; null: to the last.</summary>
    public DateOnly? To { get; init; }

    public DateTimeOffset ComputedAt { get; init; }

    /// <summary>What was counted, in the caller's language.</summary>
    public string Basis { get; init; } = "";

    public ApplicationCounts Total { get; init; } = new();

    /// <summary>By campaign, newest first.</summary>
    public IReadOnlyList<ApplicationReportCampaign> Campaigns { get; init; } = [];

    /// <summary>By programme, most requested first.</summary>
    public IReadOnlyList<ApplicationReportProgramme> Programmes { get; init; } = [];

    /// <summary>By organisation, by name.</summary>
    public IReadOnlyList<ApplicationReportOrganisation> Organisations { get; init; } = [];
}

/// <summary>Counts of applications.</summary>
public record ApplicationCounts : ReportLine
{
    /// <summary>Applications that were not withdrawn.</summary>
    public int Requested { get; init; }

    /// <summary>A seat was given, or the person referred to the provider.</summary>
    public int Satisfied { get; init; }

    /// <summary>Of the satisfied ones, those whose training is completed.</summary>
    public int Completed { get; init; }

    /// <summary>On a waiting list.</summary>
    public int Waiting { get; init; }

    public int Refused { get; init; }

    /// <summary>
    /// Satisfied as a percentage of requested, to one decimal place; absent: nothing was requested, which is not 0 %.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? SatisfiedPercent { get; init; }
}

/// <summary>Applications of one campaign.</summary>
public sealed record ApplicationReportCampaign : ApplicationCounts
{
    public Guid CampaignId { get; init; }

    public string Title { get; init; } = "";

    /// <summary>An outside provider; null: the centre itself.</summary>
    public string? Provider { get; init; }
}

/// <summary>Applications for one programme.</summary>
public sealed record ApplicationReportProgramme : ApplicationCounts
{
    public Guid ProgrammeId { get; init; }

    public string Title { get; init; } = "";
}

/// <summary>Applications of one organisation.</summary>
public sealed record ApplicationReportOrganisation : ApplicationCounts
{
    public OrganisationReference Organisation { get; init; } = null!;
}
