using MethodCenter.Domain.Common.Norms;
using MethodCenter.Domain.Learning.Topics;

namespace MethodCenter.Domain.Learning.Programmes;

/// <summary>Kind of programme.</summary>
public enum ProgrammeKind
{
    /// <summary>Professional development («ПК»).</summary>
    ProfessionalDevelopment,

    /// <summary>Professional retraining («ПП»).</summary>
    Retraining,

    /// <summary>General development programme.</summary>
    GeneralDevelopment,

    /// <summary>Permanent seminar («ПДС»).</summary>
    PermanentSeminar,
}

/// <summary>Line of programmes (SPB-08).</summary>
public enum ProgrammeLine
{
    /// <summary>Thematic.</summary>
    Thematic,

    /// <summary>Information and communication technologies.</summary>
    Ict,

    /// <summary>Management.</summary>
    Management,
}

/// <summary>Form of study.</summary>
public enum StudyForm
{
    /// <summary>Full-time.</summary>
    FullTime,

    /// <summary>Part-time.</summary>
    PartTime,

    /// <summary>Extramural.</summary>
    Extramural,

    /// <summary>Distance, by distance learning technologies.</summary>
    Distance,
}

/// <summary>State of a programme.</summary>
public enum ProgrammeStatus
{
    /// <summary>Active: courses may be registered.</summary>
    Active,

    /// <summary>Retired; its history remains.</summary>
    Retired,

    /// <summary>Draft: awaits the internal expertise.</summary>
    Draft,

    /// <summary>Under review: experts are reading it, so it cannot change.</summary>
    UnderReview,

    /// <summary>Under revision: returned by the expertise.</summary>
    Revision,
}

/// <summary>Programme of additional professional education.</summary>
/// <remarks>
/// The kind comes from the programme and its document, never from the hours: a programme of 250 hours may still be
/// professional development (DPO-2).
/// What is taught (title, hours, modules, audience) makes an edition. Once approved it is not overwritten: a change
/// keeps the old edition and begins the next one (KRS-27).
/// </remarks>
public sealed partial class Programme : AggregateRoot
{
    public const int CodeMaxLength = 40;
    public const int TitleMaxLength = 400;
    public const int MostHours = 2000;
    public const int MostModules = 40;
    public const int ModuleTitleMaxLength = 200;
    public const int MostAudiencePositions = 40;
    public const int AudienceTextMaxLength = 400;
    public const int ProviderMaxLength = 200;
    public const int LicenceNumberMaxLength = 60;

    private readonly List<ProgrammeEdition> _editions = [];
    private readonly List<ProgrammeReview> _reviews = [];

    private Programme() { }

    /// <summary>Unique within the centre; never changes.</summary>
    public string Code { get; private init; } = null!;

    public string Title { get; private set; } = null!;

    public ProgrammeKind Kind { get; private init; }

    /// <summary>Academic hours.</summary>
    public int Hours { get; private set; }

    public ProgrammeLine Line { get; private set; }

    public StudyForm Form { get; private set; }

    /// <summary>Day of approval, of a draft the planned one; picks the norm of hours.</summary>
    public DateOnly ApprovedOn { get; private set; }

    public ProgrammeStatus Status { get; private set; } = ProgrammeStatus.Draft;

    public string TitleKey { get; private set; } = null!;

    /// <summary>In the order in which they are taught; empty: not divided.</summary>
    public IReadOnlyList<ProgrammeModule> Modules { get; private set; } = [];

    /// <summary>For whom it is; null: for everybody.</summary>
    public ProgrammeAudience? Audience { get; private set; }

    /// <summary>Who teaches it, where that is not the centre: «АППО», «КРИПКиПРО».</summary>
    public string? Provider { get; private set; }

    /// <summary>The provider's licence.</summary>
    public ProgrammeLicence? Licence { get; private set; }

    /// <summary>What it is about: lower case, in order, each once; null: not said.</summary>
    public IReadOnlyList<string>? Topics { get; private set; }

    /// <summary>Normal forms of the topics, each between separators; null: not said.</summary>
    public string? TopicsKey { get; private set; }

    /// <summary>Number of the current edition, from 1.</summary>
    public int Edition { get; private set; } = 1;

    /// <summary>Editions that were replaced by a later one.</summary>
    public IReadOnlyList<ProgrammeEdition> Editions => _editions;

    /// <summary>Registers a programme: approved as it is, or as a draft that has to pass the expertise.</summary>
    /// <param name="draft">Whether it begins as a draft also where the centre requires no expertise.</param>
    public static Result<Programme> Register(
        string code,
        ProgrammeKind kind,
        ProgrammeCard card,
        NormSet norms,
        bool draft = false
    )
    {
        var programme = new Programme { Code = code, Kind = kind };
        if (programme.Refuse(card, norms) is { } wrong)
        {
            return wrong;
        }

        programme.Write(card);
        if (!draft && !ProgrammeNorms.NeedsExpertise(card.ApprovedOn, norms))
        {
            programme.Status = ProgrammeStatus.Active;
        }

        return programme;
    }

    /// <summary>
    /// Changes the card. What is taught, once approved, stays readable as an edition; where the centre requires the
    /// expertise, the next edition has to pass it anew.
    /// </summary>
    public Result<Nothing> UpdateCard(ProgrammeCard card, NormSet norms, DateOnly today)
    {
        if (Status is ProgrammeStatus.UnderReview or ProgrammeStatus.Retired)
        {
            return ProgrammeErrors.WrongStatus(Status);
        }

        if (Refuse(card, norms) is { } wrong)
        {
            return wrong;
        }

        if (Status != ProgrammeStatus.Active || !ChangesContent(card))
        {
            // The day of the act is the act's.
            if (ApprovalNumber is not null && card.ApprovedOn != ApprovedOn)
            {
                return ProgrammeErrors.ApprovedByAct(ApprovalNumber, ApprovedOn);
            }

            Write(card);
            return Nothing.Done;
        }

        _editions.Add(new ProgrammeEdition(this, today));
        (Edition, ApprovalNumber) = (Edition + 1, null);
        Write(card);
        if (ProgrammeNorms.NeedsExpertise(today, norms))
        {
            Status = ProgrammeStatus.Draft;
        }

        return Nothing.Done;
    }

    public Result<Nothing> Retire()
    {
        if (Status == ProgrammeStatus.Retired)
        {
            return ProgrammeErrors.AlreadyRetired;
        }

        Status = ProgrammeStatus.Retired;
        return Nothing.Done;
    }

    private Error? Refuse(ProgrammeCard card, NormSet norms)
    {
        if (ProgrammeNorms.LeastHours(Kind, card.ApprovedOn, norms) is { } least && card.Hours < least.Hours)
        {
            return ProgrammeErrors.TooFewHours(card.Hours, least.Hours, least.Rule);
        }

        var taught = card.Modules.Sum(module => module.Hours);
        return card.Modules.Count > 0 && taught != card.Hours ? ProgrammeErrors.OtherHours(taught, card.Hours) : null;
    }

    /// <summary>A topic has got another name, or another topic has taken its place.</summary>
    public void ReplaceTopic(string former, string name)
    {
        var key = TopicNames.KeyOf(former);
        WriteTopics(TopicNames.Normal((Topics ?? []).Select(topic => TopicNames.KeyOf(topic) == key ? name : topic)));
    }

    private void WriteTopics(IReadOnlyList<string> topics)
    {
        if (!topics.SequenceEqual(Topics ?? []))
        {
            (Topics, TopicsKey) = topics is [] ? (null, null) : (topics, TopicNames.KeysOf(topics));
        }
    }

    private bool ChangesContent(ProgrammeCard card) =>
        card.Title != Title
        || card.Hours != Hours
        || !card.Modules.SequenceEqual(Modules)
        || !ProgrammeAudience.Same(card.Audience, Audience);

    private void Write(ProgrammeCard card)
    {
        (Title, Hours, Line, Form) = (card.Title, card.Hours, card.Line, card.Form);
        (ApprovedOn, TitleKey) = (card.ApprovedOn, SearchText.Normalize(card.Title));
        (Provider, Licence) = (card.Provider, card.Licence);
        WriteTopics(TopicNames.Normal(card.Topics));

        // Equal lists are left as they are, so that an unchanged card does not make a new revision.
        Modules = Modules.SequenceEqual(card.Modules) ? Modules : [.. card.Modules];
        Audience = ProgrammeAudience.Same(Audience, card.Audience) ? Audience : card.Audience;
    }
}

/// <summary>What is written on the card of a programme.</summary>
public sealed record ProgrammeCard(string Title, int Hours, ProgrammeLine Line, StudyForm Form, DateOnly ApprovedOn)
{
    public IReadOnlyList<ProgrammeModule> Modules { get; init; } = [];

    /// <summary>Null: for everybody.</summary>
    public ProgrammeAudience? Audience { get; init; }

    /// <summary>Null: the centre.</summary>
    public string? Provider { get; init; }

    public ProgrammeLicence? Licence { get; init; }

    /// <summary>What it is about.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];
}
