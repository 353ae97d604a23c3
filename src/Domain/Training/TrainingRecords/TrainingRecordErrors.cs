using MethodCenter.Domain.Learning.Programmes;

namespace MethodCenter.Domain.Training.TrainingRecords;

/// <summary>Refusals and warnings of training records.</summary>
public static class TrainingRecordErrors
{
    private const string Law = "Федеральный закон от 29.12.2012 № 273-ФЗ, ст. 76 ч. 14, 15";

    /// <summary>A document is issued to those who have completed the programme, and says so by its kind.</summary>
    private static readonly RuleReference IssueOfDocuments = new("DPO-6", Law);
    private static readonly RuleReference KindOfDocuments = new("FRDO-3", Law);

    public static readonly Error NotFound = Error.NotFound("training-record.not-found");

    /// <summary>Same employee, programme, kind, provider and day of completion.</summary>
    public static readonly Error AlreadyRecorded = Error.Conflict("training-record.already-recorded");

    public static readonly Error AlreadyAnnulled = Error.Conflict("training-record.already-annulled");

    public static readonly Error AnnulmentReasonMissing = Error
        .Unprocessable("training-record.annulment-reason-missing")
        .At("/reason");

    /// <summary>
    /// The training is on file with other content; it is never changed, but annulled and entered anew.
    /// </summary>
    public static readonly Error RecordedOtherwise = Error.Conflict("training-record.recorded-otherwise");

    /// <summary>To annul needs a reason, which a table has no place for.</summary>
    public static readonly Error AnnulmentNotByFile = Error
        .Unprocessable("training-record.annulment-not-by-file")
        .At("/state");

    public static readonly Error NoHours = Error.Unprocessable("training-record.no-hours").At("/hours");

    public static readonly Error TopicHoldsSeparator = Error
        .Unprocessable("training-record.topic-holds-separator")
        .With("separator", TrainingRecord.TopicSeparator)
        .At("/topics");

    public static Error AnnulmentReasonTooLong(int most) =>
        Error.Unprocessable("training-record.annulment-reason-too-long").With("most", most).At("/reason");

    public static Error CompletedInFuture(DateOnly today) =>
        Error.Unprocessable("training-record.completed-in-future").With("today", today).At("/completedOn");

    public static Error StartsAfterCompletion(DateOnly completedOn) =>
        Error
            .Unprocessable("training-record.starts-after-completion")
            .With("completedOn", completedOn)
            .At("/startsOn")
            .By(IssueOfDocuments);

    public static Error TooFewHours(int hours, int least, RuleReference rule) =>
        Error
            .Unprocessable("training-record.too-few-hours")
            .With("hours", hours)
            .With("least", least)
            .At("/hours")
            .By(rule);

    public static Error OtherDocument(ProgrammeKind kind, TrainingDocumentKind document) =>
        Error
            .Unprocessable("training-record.other-document")
            .With("kind", kind)
            .With("document", document)
            .At("/documentKind")
            .By(KindOfDocuments);

    public static Error DocumentBeforeCompletion(DateOnly completedOn) =>
        Error
            .Unprocessable("training-record.document-before-completion")
            .With("completedOn", completedOn)
            .At("/documentDate")
            .By(IssueOfDocuments);

    public static Error DocumentInFuture(DateOnly today) =>
        Error.Unprocessable("training-record.document-in-future").With("today", today).At("/documentDate");

    public static Error TooManyTopics(int most) =>
        Error.Unprocessable("training-record.too-many-topics").With("most", most).At("/topics");

    public static Error TopicTooLong(int most) =>
        Error.Unprocessable("training-record.topic-too-long").With("most", most).At("/topics");

    /// <summary>Training of teachers that was begun at a provider whom the law no longer admits (DPO-12): a fact all the same.</summary>
    public static Warning ProviderNotAdmitted(DateOnly from, RuleReference rule) =>
        new Warning("training-record.provider-not-admitted").With("from", from).By(rule);

    public static Warning EmployedElsewhere(DateOnly completedOn) =>
        new Warning("training-record.employed-elsewhere").With("completedOn", completedOn);
}
