using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Training.TrainingRecords;

namespace MethodCenter.Domain.Training.TrainingNeeds;

/// <summary>How the need is known.</summary>
public enum TrainingNeedSource
{
    /// <summary>A survey.</summary>
    Survey,

    /// <summary>A deficit found by diagnostics.</summary>
    Diagnostics,

    /// <summary>Declined.</summary>
    Attestation,

    /// <summary>A request of the head.</summary>
    HeadRequest,
}

/// <summary>State of a need.</summary>
public enum TrainingNeedState
{
    /// <summary>Stated.</summary>
    Open,

    /// <summary>Planned: it stands in the training plan of the organisation.</summary>
    Planned,

    /// <summary>Satisfied.</summary>
    Satisfied,

    /// <summary>Refused.</summary>
    Declined,
}

/// <summary>Потребность в обучении: an organisation says what its people have to learn in a year (POL-22).</summary>
/// <remarks>Of one employee by name, or of a number of people who are not named yet.</remarks>
public sealed class TrainingNeed : AggregateRoot, IOrganisationOwned
{
    public const int TopicMaxLength = Programme.TitleMaxLength;
    public const int SubjectKeyMaxLength = TopicMaxLength;
    public const int MostPeople = 1000;
    public const int CommentMaxLength = 500;
    public const int FirstYear = 2010;
    public const int LastYear = 2100;

    private TrainingNeed() { }

    public Guid OrganisationId { get; private init; }

    /// <summary>Null: people who are not named.</summary>
    public Guid? EmployeeId { get; private init; }

    /// <summary>How many people; 1 for a named one.</summary>
    public int People { get; private set; }

    public Guid? ProgrammeId { get; private init; }

    /// <summary>What it is about, where no programme is named yet.</summary>
    public string? Topic { get; private init; }

    /// <summary>Programme or topic in one form: one employee needs it once in a year.</summary>
    public string SubjectKey { get; private init; } = null!;

    /// <summary>Calendar year in which the training is wanted.</summary>
    public int Year { get; private init; }

    public TrainingNeedSource Source { get; private set; }

    public TrainingNeedState State { get; private set; }

    /// <summary>Day on which it was entered.</summary>
    public DateOnly StatedOn { get; private init; }

    /// <summary>Why it is needed, or why it was declined. Free text, so it may name people.</summary>
    [PersonalData]
    public string? Comment { get; private set; }

    /// <param name="entry">What the organisation says.</param>
    /// <param name="employed">Whom it names works for it today; true where nobody is named.</param>
    /// <param name="today">The day.</param>
    public static Result<TrainingNeed> Enter(TrainingNeedEntry entry, bool employed, DateOnly today)
    {
        if (!employed)
        {
            return TrainingNeedErrors.NotEmployed;
        }

        if (entry.ProgrammeId is null == string.IsNullOrWhiteSpace(entry.Topic))
        {
            return TrainingNeedErrors.SubjectMissing;
        }

        if (entry.EmployeeId is not null && entry.People != 1)
        {
            return TrainingNeedErrors.OnePerson;
        }

        if (entry.People < 1)
        {
            return TrainingNeedErrors.NoPeople;
        }

        if (entry.Year < today.Year)
        {
            return TrainingNeedErrors.YearPassed(today.Year);
        }

        var topic = entry.Topic?.Trim();
        return new TrainingNeed
        {
            OrganisationId = entry.OrganisationId,
            EmployeeId = entry.EmployeeId,
            People = entry.People,
            ProgrammeId = entry.ProgrammeId,
            Topic = topic,
            SubjectKey = entry.ProgrammeId is { } id ? id.ToString() : TrainingRecord.KeyOf(topic!),
            Year = entry.Year,
            Source = entry.Source,
            StatedOn = today,
            Comment = entry.Comment,
        };
    }

    /// <summary>Changes how many people, the source or the comment, until it is closed.</summary>
    public Result<Nothing> Change(int people, TrainingNeedSource source, string? comment)
    {
        if (IsClosed)
        {
            return TrainingNeedErrors.WrongState(State);
        }

        if (people < 1)
        {
            return TrainingNeedErrors.NoPeople;
        }

        if (EmployeeId is not null && people != 1)
        {
            return TrainingNeedErrors.OnePerson;
        }

        (People, Source, Comment) = (people, source, comment);
        return Nothing.Done;
    }

    /// <summary>It stands in a plan-schedule.</summary>
    public void Plan()
    {
        if (State == TrainingNeedState.Open)
        {
            State = TrainingNeedState.Planned;
        }
    }

    /// <summary>It was dropped from the plan-schedule.</summary>
    public void Reopen()
    {
        if (State == TrainingNeedState.Planned)
        {
            State = TrainingNeedState.Open;
        }
    }

    public Result<Nothing> Satisfy()
    {
        if (IsClosed)
        {
            return TrainingNeedErrors.WrongState(State);
        }

        State = TrainingNeedState.Satisfied;
        return Nothing.Done;
    }

    public Result<Nothing> Decline(string reason)
    {
        if (State != TrainingNeedState.Open)
        {
            return TrainingNeedErrors.WrongState(State);
        }

        (State, Comment) = (TrainingNeedState.Declined, reason);
        return Nothing.Done;
    }

    private bool IsClosed => State is TrainingNeedState.Satisfied or TrainingNeedState.Declined;
}

/// <summary>What an organisation says it needs.</summary>
/// <param name="OrganisationId">Whose people.</param>
/// <param name="EmployeeId">Null: people who are not named.</param>
/// <param name="People">How many; of a named one 1.</param>
/// <param name="ProgrammeId">The programme, or else the topic.</param>
/// <param name="Topic">The topic, where no programme is named.</param>
/// <param name="Year">Calendar year in which the training is wanted.</param>
/// <param name="Source">How it is known.</param>
/// <param name="Comment">Why.</param>
public sealed record TrainingNeedEntry(
    Guid OrganisationId,
    Guid? EmployeeId,
    int People,
    Guid? ProgrammeId,
    string? Topic,
    int Year,
    TrainingNeedSource Source,
    string? Comment
);
