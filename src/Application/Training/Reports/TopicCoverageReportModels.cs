using System.Text.Json.Serialization;
using MethodCenter.Application.Common.Reports;
using MethodCenter.Application.Territory.Organisations;

namespace MethodCenter.Application.Training.Reports;

/// <summary>Report on the training of teachers on a topic and the applications for it (KEM-38).</summary>
public sealed record TopicCoverageReport : StatedReport
{
    public string Topic { get; init; } = "";

    public DateOnly AsOf { get; init; }

    public DateTimeOffset ComputedAt { get; init; }

    /// <summary>What was counted, in the caller's language.</summary>
    public string Basis { get; init; } = "";

    /// <summary>Months for which training counts, by the norm in force on <c>asOf</c>.</summary>
    [NotPersons]
    public int ValidMonths { get; init; }

    /// <summary>First day of completion that still counts.</summary>
    public DateOnly ValidFrom { get; init; }

    /// <summary>The rule that sets the term.</summary>
    public RuleReference Rule { get; init; } = null!;

    public TopicCoverageCounts Total { get; init; } = null!;

    /// <summary>Each organisation within the caller's reach that has teachers, by name.</summary>
    public IReadOnlyList<TopicCoverageOrganisation> Organisations { get; init; } = [];

    public TopicApplicationCounts Applications { get; init; } = new();

    /// <summary>Programmes on the topic for which somebody has applied, most requested first.</summary>
    [AddsUpTo(nameof(Applications))]
    public IReadOnlyList<TopicApplications> Programmes { get; init; } = [];
}

/// <summary>Training on the topic.</summary>
public record TopicCoverageCounts : ReportLine
{
    /// <summary>Base (<c>n</c>): teachers employed on the day, each once.</summary>
    public int Base { get; init; }

    /// <summary>Training on the topic that still counts.</summary>
    public TrainingDueShare Valid { get; init; } = null!;

    /// <summary>Trained on it once, too long ago.</summary>
    public TrainingDueShare Expired { get; init; } = null!;

    /// <summary>Never trained on it, as far as the records show.</summary>
    public TrainingDueShare Never { get; init; } = null!;
}

/// <summary>Training on the topic in an organisation.</summary>
public sealed record TopicCoverageOrganisation : TopicCoverageCounts
{
    public OrganisationReference Organisation { get; init; } = null!;
}

/// <summary>Applications for programmes on the topic.</summary>
public record TopicApplicationCounts : ReportLine
{
    /// <summary>Applications that were not withdrawn.</summary>
    public int Requested { get; init; }

    /// <summary>A seat was given, or the person referred to the provider.</summary>
    public int Satisfied { get; init; }

    /// <summary>Satisfied as a percentage of requested, to one decimal place; absent: nothing was requested.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? SatisfiedPercent { get; init; }
}

/// <summary>Applications for a programme on the topic.</summary>
public sealed record TopicApplications : TopicApplicationCounts
{
    public Guid ProgrammeId { get; init; }

    public string Title { get; init; } = "";
}
