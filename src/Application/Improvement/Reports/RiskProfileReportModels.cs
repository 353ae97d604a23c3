using MethodCenter.Application.Common.Reports;
using MethodCenter.Domain.Improvement.SupportProgrammes;

namespace MethodCenter.Application.Improvement.Reports;

/// <summary>Risk profiles of a school (KEM-T20).</summary>
public sealed record RiskProfileReport : StatedReport
{
    public Guid OrganisationId { get; init; }

    public string OrganisationName { get; init; } = "";

    public DateTimeOffset ComputedAt { get; init; }

    /// <summary>What was counted, in the caller's language.</summary>
    public string Basis { get; init; } = "";

    /// <summary>One for each cycle in which the school takes part, newest first.</summary>
    public IReadOnlyList<RiskProfileReportEntry> Profiles { get; init; } = [];
}

/// <summary>The risk profile of a school in a cycle.</summary>
[NotPersons]
public sealed record RiskProfileReportEntry : ReportLine
{
    public Guid ParticipationId { get; init; }

    public Guid SupportProgrammeId { get; init; }

    public string SupportProgrammeName { get; init; } = "";

    public int CycleYear { get; init; }

    /// <summary>Edition of the risk dictionary.</summary>
    public string EditionCode { get; init; } = "";

    public ParticipationState State { get; init; }

    /// <summary>Name of the state, in the caller's language.</summary>
    public string StateName { get; init; } = "";

    /// <summary>Where the profile comes from; null: not recorded yet.</summary>
    public string? Source { get; init; }

    /// <summary>Date of the profile; null: not recorded yet.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Where the school's own diagnosis comes from; null: not recorded.</summary>
    public string? OwnSource { get; init; }

    /// <summary>Date of the school's own diagnosis; null: not recorded.</summary>
    public DateOnly? OwnDate { get; init; }

    /// <summary>Factors rated: the base of the counts; 0 until the profile is recorded.</summary>
    public int Total { get; init; }

    public int High { get; init; }

    public int Medium { get; init; }

    public int Low { get; init; }

    /// <summary>Factors chosen as priorities.</summary>
    public int Priority { get; init; }

    public IReadOnlyList<RiskProfileReportFactor> Factors { get; init; } = [];
}

/// <summary>A risk factor in the profile.</summary>
[NotPersons]
public sealed record RiskProfileReportFactor
{
    /// <summary>Number in the edition of the cycle.</summary>
    public int Number { get; init; }

    public string Name { get; init; } = "";

    public RiskLevel Level { get; init; }

    /// <summary>Name of the level, in the caller's language.</summary>
    public string LevelName { get; init; } = "";

    /// <summary>The level that the school gives itself (RISK-5); null: it has said nothing of this factor.</summary>
    public RiskLevel? OwnLevel { get; init; }

    /// <summary>Name of the school's own level, in the caller's language.</summary>
    public string? OwnLevelName { get; init; }

    /// <summary>The school works against it in the cycle.</summary>
    public bool IsPriority { get; init; }

    /// <summary>Why it was chosen, or why it was left out.</summary>
    public string? Reason { get; init; }
}
