using MethodCenter.Domain.Common.Norms;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Learning.Topics;

namespace MethodCenter.Domain.Training.TrainingRecords;

/// <summary>
/// Сведения об обучении: training that an employee has completed, wherever he was taught (POL-27, KEM-38).
/// </summary>
/// <remarks>
/// Only what was completed: a learner who failed or left gets a reference of study (DPO-5) and has no such record.
/// Never changed: what was entered by mistake is annulled with a reason and entered anew. What people complete on the
/// centre's own courses stands in their enrolments and need not be entered here.
/// </remarks>
public sealed class TrainingRecord : AggregateRoot, IOrganisationOwned
{
    public const int ProviderMaxLength = 200;
    public const int TitleMaxLength = Programme.TitleMaxLength;
    public const int DocumentNumberMaxLength = 50;
    public const int MostTopics = TopicNames.Most;
    public const int TopicMaxLength = TopicNames.MaxLength;
    public const int TopicsMaxLength = TopicNames.KeyMaxLength;
    public const int SearchKeyMaxLength = TitleMaxLength + ProviderMaxLength + TopicsMaxLength;
    public const int AnnulmentReasonMaxLength = 500;

    /// <summary>Stands between topics and around them; so it stands in none.</summary>
    public const char TopicSeparator = TopicNames.Separator;

    private TrainingRecord() { }

    public Guid EmployeeId { get; private init; }

    /// <summary>The organisation that sent the employee: the place of work on the day of completion.</summary>
    public Guid OrganisationId { get; private init; }

    /// <summary>Who taught: «АППО», «КРИПКиПРО».</summary>
    public string Provider { get; private init; } = null!;

    public string ProviderKey { get; private init; } = null!;

    public string Title { get; private init; } = null!;

    /// <summary>Normal form of the title: two spellings of one programme are one.</summary>
    public string TitleKey { get; private init; } = null!;

    public ProgrammeKind Kind { get; private init; }

    /// <summary>Academic hours; null: not known.</summary>
    public int? Hours { get; private init; }

    /// <summary>Kind of the provider; null: not known.</summary>
    public ProviderKind? ProviderKind { get; private init; }

    /// <summary>First day of study; null: not known.</summary>
    public DateOnly? StartsOn { get; private init; }

    /// <summary>Last day of study; the three years of DPO-7 run from it.</summary>
    public DateOnly CompletedOn { get; private init; }

    /// <summary>Null: not known, or none was issued.</summary>
    public TrainingDocumentKind? DocumentKind { get; private init; }

    [PersonalData]
    public string? DocumentNumber { get; private init; }

    public DateOnly? DocumentDate { get; private init; }

    /// <summary>What it was about (KEM-38): lower case, in order, each once.</summary>
    public IReadOnlyList<string> Topics { get; private init; } = [];

    /// <summary>
    /// Normal forms of the topics, each between separators, so that one is found without its neighbours.
    /// </summary>
    public string TopicsKey { get; private init; } = null!;

    /// <summary>Normal form of everything it may be searched by.</summary>
    public string SearchKey { get; private init; } = null!;

    public TrainingOrigin Origin { get; private init; }

    public TrainingRecordState State { get; private set; }

    public DateOnly? AnnulledOn { get; private set; }

    /// <summary>Why it was entered by mistake. Free text, so it may name people.</summary>
    [PersonalData]
    public string? AnnulmentReason { get; private set; }

    /// <summary>Enters training that was completed.</summary>
    /// <remarks>
    /// A person who did not work there on the day, as far as the service knows, is entered with a warning: lists of
    /// staff begin later than documents.
    /// </remarks>
    /// <param name="facts">What is on file of the employee.</param>
    public static Result<TrainingRecord> Record(TrainingEntry entry, TrainingFacts facts, NormSet norms, DateOnly today)
    {
        var topics = NormalTopics(entry.Topics);
        var wrong =
            WrongDays(entry, today) ?? WrongHours(entry, norms) ?? WrongDocument(entry, today) ?? WrongTopics(topics);
        if (wrong is not null)
        {
            return wrong;
        }

        if (facts.AlreadyRecorded)
        {
            return TrainingRecordErrors.AlreadyRecorded;
        }

        var (title, provider) = (entry.Title.Trim(), entry.Provider.Trim());
        var record = new TrainingRecord
        {
            EmployeeId = entry.EmployeeId,
            OrganisationId = entry.OrganisationId,
            Provider = provider,
            ProviderKey = KeyOf(provider),
            Title = title,
            TitleKey = KeyOf(title),
            Kind = entry.Kind,
            Hours = entry.Hours,
            ProviderKind = entry.ProviderKind,
            StartsOn = entry.StartsOn,
            CompletedOn = entry.CompletedOn,
            DocumentKind = entry.DocumentKind,
            DocumentNumber = string.IsNullOrWhiteSpace(entry.DocumentNumber) ? null : entry.DocumentNumber.Trim(),
            DocumentDate = entry.DocumentDate,
            Topics = topics,
            TopicsKey = TopicNames.KeysOf(topics),
            SearchKey = SearchText.Join([title, provider, .. topics], SearchKeyMaxLength),
            Origin = entry.Origin,
        };
        record.Raise(new TrainingRecorded(record.Id, record.EmployeeId, record.OrganisationId, record.Kind));
        return Result<TrainingRecord>.Accept(record, [.. Doubts(entry, facts, norms)]);
    }

    private static IEnumerable<Warning> Doubts(TrainingEntry entry, TrainingFacts facts, NormSet norms)
    {
        if (!facts.EmployedThere)
        {
            yield return TrainingRecordErrors.EmployedElsewhere(entry.CompletedOn);
        }

        var begun = entry.StartsOn ?? entry.CompletedOn;
        if (
            entry.ProviderKind == TrainingRecords.ProviderKind.Private
            && TrainingNorms.Counting.Contains(entry.Kind)
            && norms.Find(TrainingNorms.PublicProvidersFrom, begun) is { } norm
            && begun >= norm.AsDay()
        )
        {
            yield return TrainingRecordErrors.ProviderNotAdmitted(norm.AsDay()!.Value, norm.ToRule());
        }
    }

    /// <summary>
    /// Takes back what was entered by mistake. The record stays, with the reason, and counts no more.
    /// </summary>
    public Result<Nothing> Annul(string? reason, DateOnly today)
    {
        if (State is TrainingRecordState.Annulled)
        {
            return TrainingRecordErrors.AlreadyAnnulled;
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return TrainingRecordErrors.AnnulmentReasonMissing;
        }

        if (reason.Trim().Length > AnnulmentReasonMaxLength)
        {
            return TrainingRecordErrors.AnnulmentReasonTooLong(AnnulmentReasonMaxLength);
        }

        (State, AnnulledOn, AnnulmentReason) = (TrainingRecordState.Annulled, today, reason.Trim());
        Raise(new TrainingRecordAnnulled(Id, EmployeeId, OrganisationId, Kind));
        return Nothing.Done;
    }

    /// <summary>The form in which titles and topics are compared. A separator within it is a space.</summary>
    public static string KeyOf(string text) => TopicNames.KeyOf(text);

    /// <summary>Topics as they are kept: trimmed, each once whatever its case, in order.</summary>
    public static IReadOnlyList<string> NormalTopics(IEnumerable<string> topics) => TopicNames.Normal(topics);

    private static Error? WrongDays(TrainingEntry entry, DateOnly today)
    {
        if (entry.CompletedOn > today)
        {
            return TrainingRecordErrors.CompletedInFuture(today);
        }

        return entry.StartsOn > entry.CompletedOn
            ? TrainingRecordErrors.StartsAfterCompletion(entry.CompletedOn)
            : null;
    }

    private static Error? WrongHours(TrainingEntry entry, NormSet norms)
    {
        if (entry.Hours <= 0)
        {
            return TrainingRecordErrors.NoHours;
        }

        if (entry.Hours is not { } hours)
        {
            return null;
        }

        var least = ProgrammeNorms.LeastHours(entry.Kind, entry.CompletedOn, norms);
        return hours < least?.Hours
            ? TrainingRecordErrors.TooFewHours(hours, least.Value.Hours, least.Value.Rule)
            : null;
    }

    private static Error? WrongDocument(TrainingEntry entry, DateOnly today)
    {
        if (entry.DocumentKind is { } document && !document.FollowsFrom(entry.Kind))
        {
            return TrainingRecordErrors.OtherDocument(entry.Kind, document);
        }

        if (entry.DocumentDate < entry.CompletedOn)
        {
            return TrainingRecordErrors.DocumentBeforeCompletion(entry.CompletedOn);
        }

        return entry.DocumentDate > today ? TrainingRecordErrors.DocumentInFuture(today) : null;
    }

    private static Error? WrongTopics(IReadOnlyList<string> topics)
    {
        if (topics.Count > MostTopics)
        {
            return TrainingRecordErrors.TooManyTopics(MostTopics);
        }

        if (topics.Any(topic => topic.Contains(TopicSeparator)))
        {
            return TrainingRecordErrors.TopicHoldsSeparator;
        }

        return topics.Any(topic => topic.Length > TopicMaxLength)
            ? TrainingRecordErrors.TopicTooLong(TopicMaxLength)
            : null;
    }
}
