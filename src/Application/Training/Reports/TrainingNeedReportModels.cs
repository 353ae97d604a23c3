using MethodCenter.Application.Common.Reports;
using MethodCenter.Application.Territory.Organisations;

namespace MethodCenter.Application.Training.Reports;

/// <summary>
/// Summary of the training needs of a calendar year: by programme and topic, by organisation (POL-22).
/// </summary>
public sealed record TrainingNeedReport : StatedReport
{
    [NotPersons]
    public int Year { get; init; }

    public DateTimeOffset ComputedAt { get; init; }

    /// <summary>What was counted, in the caller's language.</summary>
    public string Basis { get; init; } = "";

    public TrainingNeedCounts Total { get; init; } = null!;

    /// <summary>The most wanted first.</summary>
    public IReadOnlyList<TrainingNeedSubject> Subjects { get; init; } = [];

    /// <summary>By name.</summary>
    public IReadOnlyList<TrainingNeedOrganisation> Organisations { get; init; } = [];
}

/// <summary>How many people are in need, and how many are trained already.</summary>
public record TrainingNeedCounts : ReportLine
{
    /// <summary>People; someone with two subjects counts once for each.</summary>
    public int People { get; init; }

    /// <summary>Of these, those who are named.</summary>
    public int Named { get; init; }

    /// <summary>Of these, those in training plans.</summary>
    public int Planned { get; init; }

    /// <summary>
    /// Trained since the need was stated, as the records show, or because the need was marked as satisfied.
    /// </summary>
    public int Trained { get; init; }

    /// <summary>Percentage of the people, to one decimal place; null: nobody is needed, which is not 0 %.</summary>
    public decimal? TrainedPercent { get; init; }
}

/// <summary>A programme or a topic.</summary>
public sealed record TrainingNeedSubject : TrainingNeedCounts
{
    /// <summary>Null: a topic.</summary>
    public Guid? ProgrammeId { get; init; }

    /// <summary>Title of the programme, or the topic.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Which organisations need it, by name.</summary>
    public IReadOnlyList<TrainingNeedOrganisation> Organisations { get; init; } = [];
}

/// <summary>An organisation.</summary>
public sealed record TrainingNeedOrganisation : TrainingNeedCounts
{
    public OrganisationReference Organisation { get; init; } = null!;
}
