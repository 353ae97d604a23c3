using MethodCenter.Domain.Learning.Programmes;

namespace MethodCenter.Domain.Training.TrainingRecords;

/// <summary>What is entered about completed training.</summary>
/// <param name="EmployeeId">Who was taught.</param>
/// <param name="OrganisationId">
/// The organisation that sent the employee: the place of work on the day of completion.
/// </param>
/// <param name="Provider">Who taught.</param>
/// <param name="Title">Title of the programme.</param>
/// <param name="Kind">Comes from the programme and its document, never from the hours (DPO-2).</param>
/// <param name="Hours">Academic hours; null: not known.</param>
/// <param name="CompletedOn">Last day of study.</param>
public sealed record TrainingEntry(
    Guid EmployeeId,
    Guid OrganisationId,
    string Provider,
    string Title,
    ProgrammeKind Kind,
    int? Hours,
    DateOnly CompletedOn
)
{
    /// <summary>Kind of the provider; null: not known.</summary>
    public ProviderKind? ProviderKind { get; init; }

    /// <summary>First day of study; null: not known.</summary>
    public DateOnly? StartsOn { get; init; }

    public TrainingDocumentKind? DocumentKind { get; init; }

    public string? DocumentNumber { get; init; }

    /// <summary>Day of issue, never before the completion (DPO-6).</summary>
    public DateOnly? DocumentDate { get; init; }

    public IReadOnlyList<string> Topics { get; init; } = [];

    public TrainingOrigin Origin { get; init; }
}

/// <summary>What has to be known of the employee; put together by the handler.</summary>
/// <param name="EmployedThere">He works for the organisation on the day of completion.</param>
/// <param name="AlreadyRecorded">A record that counts names the same programme, kind, provider and day.</param>
public sealed record TrainingFacts(bool EmployedThere, bool AlreadyRecorded);

/// <summary>Kind of an organisation that trains teachers (DPO-12).</summary>
public enum ProviderKind
{
    /// <summary>State organisation.</summary>
    State,

    /// <summary>Municipal organisation.</summary>
    Municipal,

    /// <summary>Founded by Russia, one of its subjects, a municipality or a state corporation, or with a share of theirs.</summary>
    PublicShare,

    /// <summary>Another organisation that the law lists.</summary>
    Listed,

    /// <summary>Private organisation or entrepreneur.</summary>
    Private,
}

/// <summary>Document of training.</summary>
public enum TrainingDocumentKind
{
    /// <summary>Certificate of professional development.</summary>
    Certificate,

    /// <summary>Diploma of professional retraining.</summary>
    Diploma,

    /// <summary>Certificate of attendance, or another document without a final assessment (DPO-2).</summary>
    Attendance,
}

/// <summary>Where a record comes from.</summary>
public enum TrainingOrigin
{
    /// <summary>Entered one by one.</summary>
    Entered,

    /// <summary>Imported from a file.</summary>
    Imported,
}

/// <summary>Whether the record counts.</summary>
public enum TrainingRecordState
{
    /// <summary>Counts.</summary>
    Recorded,

    /// <summary>Entered by mistake: kept with the reason, no longer counts.</summary>
    Annulled,
}

/// <summary>Which document follows from which kind of programme (FRDO-3).</summary>
public static class TrainingDocuments
{
    public static bool FollowsFrom(this TrainingDocumentKind document, ProgrammeKind kind) =>
        document
        == kind switch
        {
            ProgrammeKind.ProfessionalDevelopment => TrainingDocumentKind.Certificate,
            ProgrammeKind.Retraining => TrainingDocumentKind.Diploma,
            _ => TrainingDocumentKind.Attendance,
        };
}
