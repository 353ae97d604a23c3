using System.Text.Json.Serialization;
using MethodCenter.Application.Territory.Organisations;

namespace MethodCenter.Application.Learning.Reports;

/// <summary>Отчёт об удовлетворении заявок: подано, удовлетворено, завершено (POL-24).</summary>
public sealed record ApplicationReport
{
    /// <summary>First day of submission that counts; null: from the first.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day of submission that counts; null: to the last.</summary>
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

/// <summary>Числа заявок.</summary>
public record ApplicationCounts
{
    /// <summary>Applications that were not taken back.</summary>
    public int Requested { get; init; }

    /// <summary>A seat was given, or the person referred to the provider.</summary>
    public int Satisfied { get; init; }

    /// <summary>Of the satisfied: the training is completed.</summary>
    public int Completed { get; init; }

    /// <summary>On a waiting list.</summary>
    public int Waiting { get; init; }

    public int Refused { get; init; }

    /// <summary>Satisfied of the requested, percent to a tenth; absent: nothing was requested, which is not 0 %.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? SatisfiedPercent { get; init; }
}

/// <summary>Заявки одной кампании.</summary>
public sealed record ApplicationReportCampaign : ApplicationCounts
{
    public Guid CampaignId { get; init; }

    public string Title { get; init; } = "";

    /// <summary>An outside provider; null: the centre itself.</summary>
    public string? Provider { get; init; }
}

/// <summary>Заявки на одну программу.</summary>
public sealed record ApplicationReportProgramme : ApplicationCounts
{
    public Guid ProgrammeId { get; init; }

    public string Title { get; init; } = "";
}

/// <summary>Заявки одной организации.</summary>
public sealed record ApplicationReportOrganisation : ApplicationCounts
{
    public OrganisationReference Organisation { get; init; } = null!;
}
