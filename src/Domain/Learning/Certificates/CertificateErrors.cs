using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;

namespace MethodCenter.Domain.Learning.Certificates;

public static class CertificateErrors
{
    private static readonly RuleReference LifeCycle = new("DPO-6", "Приказ от 24.03.2025 № 266, порядок выдачи");
    private static readonly RuleReference Outcome = new(
        "DPO-5",
        "Федеральный закон от 29.12.2012 № 273-ФЗ, ст. 60 ч. 12"
    );
    private static readonly RuleReference Admission = new(
        "DPO-4",
        "Федеральный закон от 29.12.2012 № 273-ФЗ, ст. 76 ч. 3, 16"
    );
    private static readonly RuleReference Register = new("DPO-8", "Книга регистрации выданных документов");
    private static readonly RuleReference Exchange = new("DPO-9", "Порядок выдачи дубликатов и обмена документов");

    public static readonly Error NotFound = Error.NotFound("certificate.not-found");

    /// <summary>A ledger of nothing is no paper.</summary>
    public static readonly Error NoneIssued = Error.Conflict("certificate.none-issued");

    /// <summary>A learner holds one valid document of a kind for a course.</summary>
    public static readonly Error AlreadyIssued = Error
        .Conflict("certificate.already-issued")
        .At("/enrolmentId")
        .By(Register);

    /// <summary>Blanks are strictly accounted for: also that of an annulled document is used up.</summary>
    public static readonly Error BlankUsed = Error.Conflict("certificate.blank-used").At("/blankNumber").By(Register);

    public static readonly Error EducationPending = Error
        .Unprocessable("certificate.education-pending")
        .At("/enrolmentId")
        .By(Admission);

    public static readonly Error ProofMissing = Error
        .Unprocessable("certificate.proof-missing")
        .At("/basis")
        .By(Exchange);

    public static readonly Warning EducationUnknown = new("certificate.education-unknown");

    /// <summary>Nobody has recorded that he has passed the final assessment.</summary>
    public static readonly Error NoProtocol = Error
        .Conflict("certificate.no-protocol")
        .With("norm", CertificateNorms.PapersRequired)
        .At("/enrolmentId")
        .By(Outcome);

    /// <summary>No order in force has enrolled him, or ended his learning.</summary>
    public static readonly Error NoOrders = Error
        .Conflict("certificate.no-orders")
        .With("norm", CertificateNorms.PapersRequired)
        .At("/enrolmentId")
        .By(LifeCycle);

    /// <inheritdoc cref="NoProtocol"/>
    public static readonly Warning ProtocolMissing = new Warning("certificate.protocol-missing").By(Outcome);

    /// <inheritdoc cref="NoOrders"/>
    public static readonly Warning OrdersMissing = new Warning("certificate.orders-missing").By(LifeCycle);

    /// <summary>The document bears an earlier day than the protocol on which it rests.</summary>
    public static Warning BeforeProtocol(DateOnly protocolOn) =>
        new Warning("certificate.before-protocol").With("protocolOn", protocolOn).By(LifeCycle);

    /// <summary>The document bears an earlier day than the order on which it rests.</summary>
    public static Warning BeforeOrder(DateOnly orderedOn) =>
        new Warning("certificate.before-order").With("orderedOn", orderedOn).By(LifeCycle);

    /// <summary>A document is handed over from the day of its issue on.</summary>
    public static Error ReceivedOutside(DateOnly issuedOn, DateOnly today) =>
        Error
            .Unprocessable("certificate.received-outside")
            .With("issuedOn", issuedOn)
            .With("today", today)
            .At("/on")
            .By(Register);

    /// <summary>It was handed over on another day, or in another way, by the register.</summary>
    public static Error AlreadyReceived(DateOnly receivedOn) =>
        Error.Conflict("certificate.already-received").With("receivedOn", receivedOn).By(Register);

    public static Warning CardLacks(CertificateGap gap) => new Warning("certificate.card-lacks").With("gap", gap);

    public static Error UnknownEnrolment => Error.Unprocessable("certificate.unknown-enrolment").At("/enrolmentId");

    public static Error CourseNotCompleted(CourseStatus status) =>
        Error.Conflict("certificate.course-not-completed").With("status", status).By(Outcome);

    public static Error NotCompleted(EnrolmentState state) =>
        Error.Conflict("certificate.not-completed").With("state", state).At("/enrolmentId").By(Outcome);

    public static Error BeforeEnd(DateOnly endsOn) =>
        Error.Unprocessable("certificate.before-end").With("endsOn", endsOn).At("/issuedOn").By(LifeCycle);

    public static Error InFuture(DateOnly today) =>
        Error.Unprocessable("certificate.in-future").With("today", today).At("/issuedOn");

    public static Error BeforeOriginal(DateOnly issuedOn) =>
        Error.Unprocessable("certificate.before-original").With("issuedOn", issuedOn).At("/issuedOn").By(Exchange);

    public static Error NotValid(CertificateState state) =>
        Error.Conflict("certificate.not-valid").With("state", state).By(Exchange);
}
