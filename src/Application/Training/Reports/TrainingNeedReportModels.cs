using MethodCenter.Application.Territory.Organisations;

namespace MethodCenter.Application.Training.Reports;

/// <summary>Сводная потребность в обучении на календарный год: по программам и темам, по организациям (POL-22).</summary>
public sealed record TrainingNeedReport
{
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

/// <summary>Сколько человек нуждается и сколько уже обучено.</summary>
public record TrainingNeedCounts
{
    /// <summary>People; who is needed for two subjects counts for each.</summary>
    public int People { get; init; }

    /// <summary>Of them those who are named.</summary>
    public int Named { get; init; }

    /// <summary>Of them in plan-schedules.</summary>
    public int Planned { get; init; }

    /// <summary>Trained since the need was stated, as the records tell, or of a need that was marked as satisfied.</summary>
    public int Trained { get; init; }

    /// <summary>Percent of the people, to a tenth; null: nobody is needed, which is not 0 %.</summary>
    public decimal? TrainedPercent { get; init; }
}

/// <summary>Программа или тема.</summary>
public sealed record TrainingNeedSubject : TrainingNeedCounts
{
    /// <summary>Null: a topic.</summary>
    public Guid? ProgrammeId { get; init; }

    /// <summary>Title of the programme, or the topic.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Which organisations need it, by name.</summary>
    public IReadOnlyList<TrainingNeedOrganisation> Organisations { get; init; } = [];
}

/// <summary>Организация.</summary>
public sealed record TrainingNeedOrganisation : TrainingNeedCounts
{
    public OrganisationReference Organisation { get; init; } = null!;
}
