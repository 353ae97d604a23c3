using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Learning.Programmes;

namespace MethodCenter.Domain.Learning.Certificates;

/// <summary>
/// Документ об обучении: an entry of the register book, and the paper that it stands for (DPO-5, DPO-8).
/// </summary>
/// <remarks>
/// What is printed is kept as it was on the day of issue: a later change of the name, the programme or the course does
/// not change a paper. An entry is never changed or deleted; it is annulled or replaced by a new entry.
/// </remarks>
public sealed class Certificate : AggregateRoot, IOrganisationOwned
{
    public const int SeriesMaxLength = 20;
    public const int BlankNumberMaxLength = 40;
    public const int BasisMaxLength = 200;
    public const int ReasonMaxLength = 500;
    public const int CodeLength = 26;
    public const int ReceiptMarkMaxLength = 200;
    public const int IssuerMaxLength = 2000;

    private Certificate() { }

    public Guid EnrolmentId { get; private init; }

    public Guid CourseId { get; private init; }

    public Guid EmployeeId { get; private init; }

    /// <summary>The organisation that had sent the learner.</summary>
    public Guid OrganisationId { get; private init; }

    public CertificateKind Kind { get; private init; }

    public CertificateState State { get; private set; } = CertificateState.Valid;

    /// <summary>Year of the register book: that of the issue.</summary>
    public int Year { get; private init; }

    /// <summary>Registration number: from 1 in each book, without gaps, never used again (DPO-8).</summary>
    public int Number { get; private init; }

    /// <summary>Series of the blank; null: the blank has none.</summary>
    public string? Series { get; private init; }

    /// <summary>Number of the blank; null: printed on plain paper.</summary>
    public string? BlankNumber { get; private init; }

    public DateOnly IssuedOn { get; private init; }

    /// <summary>Protocol or order by which it was issued.</summary>
    public string? Basis { get; private init; }

    [PersonalData]
    public string LastName { get; private init; } = null!;

    [PersonalData]
    public string FirstName { get; private init; } = null!;

    [PersonalData]
    public string? Patronymic { get; private init; }

    /// <summary>Normal form of the name, for the search.</summary>
    [PersonalData]
    public string NameKey { get; private init; } = null!;

    public string Title { get; private init; } = null!;

    public int Hours { get; private init; }

    public DateOnly StartsOn { get; private init; }

    public DateOnly EndsOn { get; private init; }

    /// <summary>By which anybody who holds the paper can have it verified; it cannot be guessed.</summary>
    [PersonalData]
    public string Code { get; private init; } = null!;

    /// <summary>The centre as its papers named it on the day of issue; null: issued before that was kept.</summary>
    public CertificateIssuer? Issuer { get; private init; }

    /// <summary>The document in whose place this one was issued.</summary>
    public Guid? OriginalId { get; private init; }

    public ReplacementReason? ReplacementReason { get; private init; }

    /// <summary>Why it was annulled.</summary>
    [PersonalData]
    public string? AnnulmentReason { get; private set; }

    public DateOnly? AnnulledOn { get; private set; }

    /// <summary>Day on which the learner got it; null: not handed over yet.</summary>
    public DateOnly? ReceivedOn { get; private set; }

    /// <summary>How: a signature, by post, by proxy.</summary>
    [PersonalData]
    public string? ReceiptMark { get; private set; }

    /// <summary>The documents of all learners are issued when the course is over.</summary>
    public static Result<Nothing> MayBeIssuedFor(Course course) =>
        course.Status == CourseStatus.Completed ? Nothing.Done : CertificateErrors.CourseNotCompleted(course.Status);

    /// <summary>What was annulled or replaced is not handed out again, neither as paper nor as badge.</summary>
    public static Result<Nothing> MayBeHandedOut(CertificateState state) =>
        state == CertificateState.Valid ? Nothing.Done : CertificateErrors.NotValid(state);

    /// <summary>Issues the document that the outcome of the learning earns (DPO-5, DPO-6).</summary>
    public static Result<Certificate> Issue(
        Course course,
        ProgrammeKind programme,
        Enrolment enrolment,
        Learner learner,
        LearningPapers papers,
        CertificateEntry entry,
        DateOnly today
    )
    {
        var judged = Judge(course, programme, enrolment, learner, papers, entry.IssuedOn, today);
        if (judged.Refused)
        {
            return judged.Error;
        }

        var (kind, lastDay) = judged.Value;
        var certificate = new Certificate
        {
            EnrolmentId = enrolment.Id,
            CourseId = course.Id,
            EmployeeId = enrolment.EmployeeId,
            OrganisationId = enrolment.OrganisationId,
            Kind = kind,
            Year = entry.IssuedOn.Year,
            Number = entry.Number,
            Series = entry.Series,
            BlankNumber = entry.BlankNumber,
            IssuedOn = entry.IssuedOn,
            Basis = entry.Basis,
            LastName = learner.LastName,
            FirstName = learner.FirstName,
            Patronymic = learner.Patronymic,
            NameKey = learner.NameKey,
            Title = course.Title,
            Hours = course.Hours,
            StartsOn = course.StartsOn,
            EndsOn = lastDay,
            Code = entry.Code,
            Issuer = entry.Issuer,
        };
        certificate.Raise(
            new CertificateIssued(certificate.Id, course.Id, enrolment.Id, certificate.Year, entry.Number)
        );
        return Result<Certificate>.Accept(
            certificate,
            [.. certificate.Doubts(learner), .. papers.Doubts(kind, entry.IssuedOn)]
        );
    }

    /// <summary>What does not hold the document up.</summary>
    private IEnumerable<Warning> Doubts(Learner learner)
    {
        if (NeedsEducation(Kind) && learner.HasProfessionalEducation is null)
        {
            yield return CertificateErrors.EducationUnknown;
        }

        foreach (var gap in Issuer?.GapsOf(Kind) ?? [])
        {
            yield return CertificateErrors.CardLacks(gap);
        }
    }

    /// <summary>
    /// What may be issued to the learner on the day, and the last day of his learning; or why nothing may.
    /// </summary>
    public static Result<(CertificateKind Kind, DateOnly LastDay)> Judge(
        Course course,
        ProgrammeKind programme,
        Enrolment enrolment,
        Learner learner,
        LearningPapers papers,
        DateOnly issuedOn,
        DateOnly today
    )
    {
        var (earned, lastDay) = Earned(course, programme, enrolment);
        return earned is not { } kind ? CertificateErrors.NotCompleted(enrolment.State)
            : issuedOn > today ? CertificateErrors.InFuture(today)
            : issuedOn < lastDay ? CertificateErrors.BeforeEnd(lastDay)
            : NeedsEducation(kind) && learner.HasProfessionalEducation is false ? CertificateErrors.EducationPending
            : papers.Refuse(kind) is { } unproven ? unproven
            : (kind, lastDay);
    }

    /// <summary>Issues a new document in the place of this one, which is valid no more (DPO-9).</summary>
    /// <param name="reason">Why.</param>
    /// <param name="learner">
    /// The learner as he is called today; his new name is taken only where it is the reason.
    /// </param>
    /// <param name="entry">The new entry of the register.</param>
    /// <param name="today">The day.</param>
    public Result<Certificate> Replace(
        ReplacementReason reason,
        Learner learner,
        CertificateEntry entry,
        DateOnly today
    )
    {
        if (RefuseReplacement(reason, entry, today) is { } refusal)
        {
            return refusal;
        }

        var renamed = reason == Certificates.ReplacementReason.NameChanged;
        State = CertificateState.Replaced;
        var certificate = new Certificate
        {
            EnrolmentId = EnrolmentId,
            CourseId = CourseId,
            EmployeeId = EmployeeId,
            OrganisationId = OrganisationId,
            Kind = Kind,
            Year = entry.IssuedOn.Year,
            Number = entry.Number,
            Series = entry.Series,
            BlankNumber = entry.BlankNumber,
            IssuedOn = entry.IssuedOn,
            Basis = entry.Basis,
            LastName = renamed ? learner.LastName : LastName,
            FirstName = renamed ? learner.FirstName : FirstName,
            Patronymic = renamed ? learner.Patronymic : Patronymic,
            NameKey = renamed ? learner.NameKey : NameKey,
            Title = Title,
            Hours = Hours,
            StartsOn = StartsOn,
            EndsOn = EndsOn,
            Code = entry.Code,
            Issuer = entry.Issuer,
            OriginalId = Id,
            ReplacementReason = reason,
        };
        Raise(new CertificateReplaced(Id, certificate.Id));
        certificate.Raise(
            new CertificateIssued(certificate.Id, CourseId, EnrolmentId, certificate.Year, certificate.Number)
        );
        return Result<Certificate>.Accept(
            certificate,
            [.. (entry.Issuer?.GapsOf(Kind) ?? []).Select(CertificateErrors.CardLacks)]
        );
    }

    private Error? RefuseReplacement(ReplacementReason reason, CertificateEntry entry, DateOnly today) =>
        State != CertificateState.Valid ? CertificateErrors.NotValid(State)
        : entry.IssuedOn > today ? CertificateErrors.InFuture(today)
        : entry.IssuedOn < IssuedOn ? CertificateErrors.BeforeOriginal(IssuedOn)
        : reason == Certificates.ReplacementReason.NameChanged && entry.Basis is null ? CertificateErrors.ProofMissing
        : null;

    /// <summary>Marks in the ledger that the learner got it (DPO-8).</summary>
    public Result<Nothing> Receive(DateOnly on, string? mark, DateOnly today)
    {
        if (State == CertificateState.Annulled)
        {
            return CertificateErrors.NotValid(State);
        }

        if (on > today || on < IssuedOn)
        {
            return CertificateErrors.ReceivedOutside(IssuedOn, today);
        }

        // The register book is corrected by a new entry, never by writing over one.
        if (ReceivedOn is { } before && (before != on || ReceiptMark != mark))
        {
            return CertificateErrors.AlreadyReceived(before);
        }

        (ReceivedOn, ReceiptMark) = (on, mark);
        return Nothing.Done;
    }

    /// <summary>Annuls it; its numbers are never used again (DPO-8).</summary>
    public Result<Nothing> Annul(string reason, DateOnly today)
    {
        if (State != CertificateState.Valid)
        {
            return CertificateErrors.NotValid(State);
        }

        (State, AnnulmentReason, AnnulledOn) = (CertificateState.Annulled, reason, today);
        Raise(new CertificateAnnulled(Id));
        return Nothing.Done;
    }

    /// <summary>
    /// What the learner has earned, and the last day of his learning; the kind follows from the programme, not the
    /// hours (DPO-2).
    /// </summary>
    private static (CertificateKind? Kind, DateOnly LastDay) Earned(
        Course course,
        ProgrammeKind programme,
        Enrolment enrolment
    ) =>
        (enrolment.State, programme) switch
        {
            (EnrolmentState.Completed, ProgrammeKind.ProfessionalDevelopment) => (
                CertificateKind.ProfessionalDevelopment,
                course.EndsOn
            ),
            (EnrolmentState.Completed, ProgrammeKind.Retraining) => (CertificateKind.RetrainingDiploma, course.EndsOn),
            (EnrolmentState.Completed, _) => (CertificateKind.Participation, course.EndsOn),
            // A learner who never held a seat has learnt nothing that could be confirmed.
            (EnrolmentState.Withdrawn, ProgrammeKind.ProfessionalDevelopment or ProgrammeKind.Retraining)
                when enrolment is { EnrolledOn: not null, WithdrawnOn: { } left } && left >= course.StartsOn => (
                CertificateKind.StudyReference,
                left < course.EndsOn ? left : course.EndsOn
            ),
            _ => (null, course.EndsOn),
        };

    /// <summary>
    /// DPO-4: admission needs vocational or higher education; those still in education wait for the diploma.
    /// </summary>
    private static bool NeedsEducation(CertificateKind kind) =>
        kind is CertificateKind.ProfessionalDevelopment or CertificateKind.RetrainingDiploma;
}
