using FluentValidation;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Learning.Enrolments;
using MethodCenter.Application.Learning.Programmes;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Domain.Learning.Certificates;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Territory.Employees;

namespace MethodCenter.Application.Learning.Certificates;

/// <summary>
/// Issues the documents of everyone who has completed a course and has none yet, in the order of their names.
/// </summary>
[Permission(CertificatePermissions.Issue)]
public sealed record IssueCourseCertificates(Guid CourseId, CertificateEntryBody Body) : ICommand<IssuedCertificates>;

/// <summary>What was issued for a course.</summary>
public sealed record IssuedCertificates
{
    /// <summary>Documents issued now.</summary>
    public required int Issued { get; init; }

    /// <summary>Year of the register book.</summary>
    public required int Year { get; init; }

    /// <summary>First registration number; null: nothing was issued.</summary>
    public int? FirstNumber { get; init; }

    /// <summary>Last registration number; those in between are consecutive.</summary>
    public int? LastNumber { get; init; }

    /// <summary>Learners who have completed the course and wait for their diploma of education (DPO-4).</summary>
    public required IReadOnlyList<Guid> PendingEnrolments { get; init; }

    /// <summary>Learners whose certificate was annulled: whether they get a new one is decided individually.</summary>
    public IReadOnlyList<Guid> AnnulledEnrolments { get; init; } = [];

    /// <summary>
    /// Certificates that the federal register («ФИС ФРДО») would refuse as they stand, and what to correct (FRDO-2 …
    /// FRDO-5).
    /// </summary>
    public IReadOnlyList<FrdoRefusal> FrdoFaults { get; init; } = [];

    /// <summary>
    /// Learners whose documents of qualification were issued with a doubt: without protocol or orders, where the centre does
    /// not insist on them (DPO-5), or with an earlier day than these (DPO-6).
    /// </summary>
    public IReadOnlyList<Guid> UnprovenEnrolments { get; init; } = [];

    /// <summary>
    /// Learners who got nothing, because no protocol of the final assessment says that they have passed (DPO-5).
    /// </summary>
    public IReadOnlyList<Guid> NoProtocolEnrolments { get; init; } = [];

    /// <summary>Learners who got nothing, because no orders have enrolled them and ended their learning (DPO-6).</summary>
    public IReadOnlyList<Guid> NoOrdersEnrolments { get; init; } = [];

    /// <summary>What the card of the centre lacks for these certificates: they leave a line blank for it.</summary>
    public IReadOnlyList<CertificateGap> CardLacks { get; init; } = [];
}

internal sealed class IssueCourseCertificatesValidator : AbstractValidator<IssueCourseCertificates>
{
    public IssueCourseCertificatesValidator()
    {
        RuleFor(command => command.Body).SetValidator(new CertificateEntryBodyValidator());

        // Blanks of several documents follow each other by the digits at the end.
        RuleFor(command => command.Body.BlankNumber)
            .Matches("[0-9]$")
            .When(command => !string.IsNullOrEmpty(command.Body.BlankNumber));
    }
}

internal sealed class IssueCourseCertificatesHandler(
    ILearningStore store,
    ITerritoryStore territory,
    CertificateRegister register,
    PapersReader papersReader,
    ICertificatePrecheck precheck,
    IClock clock
) : ICommandHandler<IssueCourseCertificates, IssuedCertificates>
{
    public async Task<Answer<IssuedCertificates>> Handle(
        IssueCourseCertificates request,
        CancellationToken cancellationToken
    )
    {
        // Held, so that two who issue at once do not both find the same learners without a document.
        if (await store.HoldCourseAsync(request.CourseId, cancellationToken) is not { } course)
        {
            return CourseErrors.NotFound;
        }

        if (Certificate.MayBeIssuedFor(course).Error is { } running)
        {
            return running;
        }

        var kind = await store
            .Programmes.Where(programme => programme.Id == course.ProgrammeId)
            .Select(programme => programme.Kind)
            .SingleAsync(cancellationToken);
        var issuedOn = request.Body.IssuedOn ?? clock.Today;
        var papers = await papersReader.OfCourseAsync(course.Id, issuedOn, cancellationToken);
        var sorting = new Sorting(papers);
        foreach (var learner in await LearnersAsync(course, cancellationToken))
        {
            if (sorting.Put(learner, course, kind, issuedOn, clock.Today) is { } refusal)
            {
                return refusal;
            }
        }

        var issued = sorting.LeftOut(issuedOn.Year);
        if (sorting.Ready.Count == 0)
        {
            return issued;
        }

        var entries = await register.NextAsync(request.Body, issuedOn, sorting.Ready.Count, cancellationToken);
        var (unready, gaps, unproven) = await IssueAsync(
            course,
            kind,
            papers,
            sorting.Ready.Zip(entries),
            cancellationToken
        );
        return issued with
        {
            Issued = sorting.Ready.Count,
            FirstNumber = entries[0].Number,
            LastNumber = entries[^1].Number,
            FrdoFaults = unready,
            CardLacks = [.. gaps],
            UnprovenEnrolments = unproven,
        };
    }

    /// <returns>
    /// Those that the federal register would refuse, what the card of the centre lacks for them, and whose papers are doubted.
    /// </returns>
    private async Task<(List<FrdoRefusal> Unready, SortedSet<CertificateGap> Gaps, List<Guid> Unproven)> IssueAsync(
        Course course,
        ProgrammeKind kind,
        PapersOfCourse papers,
        IEnumerable<((Enrolment Enrolment, Learner Learner, Employee Employee) Learner, CertificateEntry Entry)> ready,
        CancellationToken cancellationToken
    )
    {
        List<FrdoRefusal> unready = [];
        var gaps = new SortedSet<CertificateGap>();
        List<Guid> unproven = [];
        foreach (var ((enrolment, learner, employee), entry) in ready)
        {
            var proof = papers.Of(enrolment);
            var certificate = Certificate.Issue(course, kind, enrolment, learner, proof, entry, clock.Today).Value;
            if (proof.Doubts(certificate.Kind, certificate.IssuedOn).Any())
            {
                unproven.Add(enrolment.Id);
            }

            gaps.UnionWith(certificate.Issuer?.GapsOf(certificate.Kind) ?? []);
            store.Certificates.Add(certificate);
            var prechecked = await precheck.OfAsync(certificate, kind, course, enrolment, employee, cancellationToken);
            if (prechecked.Faults.Count > 0)
            {
                unready.Add(Refusal(certificate, prechecked));
            }
        }

        return (unready, gaps, unproven);
    }

    private static FrdoRefusal Refusal(Certificate certificate, PrecheckResult prechecked) =>
        new()
        {
            CertificateId = certificate.Id,
            RegisterYear = certificate.Year,
            RegisterNumber = certificate.Number,
            Faults = prechecked.Faults,
        };

    /// <summary>Who has completed the course and holds no valid document of it, by name.</summary>
    private Task<List<Completed>> LearnersAsync(Course course, CancellationToken cancellationToken)
    {
        var certificates = store.Certificates;
        return (
            from enrolment in store.Enrolments.AsNoTracking()
            join employee in territory.Employees on enrolment.EmployeeId equals employee.Id
            where
                enrolment.CourseId == course.Id
                && enrolment.State == EnrolmentState.Completed
                && !certificates.Any(certificate =>
                    certificate.EnrolmentId == enrolment.Id
                    && certificate.State == CertificateState.Valid
                    // A learner who left once and came back has a reference of study for the time until then.
                    && certificate.Kind != CertificateKind.StudyReference
                )
            orderby employee.NameKey, employee.Id
            select new Completed(
                enrolment,
                employee,
                certificates.Any(certificate =>
                    certificate.EnrolmentId == enrolment.Id
                    && certificate.State == CertificateState.Annulled
                    && certificate.Kind != CertificateKind.StudyReference
                )
            )
        ).ToListAsync(cancellationToken);
    }

    /// <param name="Enrolment">The enrolment that was completed.</param>
    /// <param name="Employee">The learner.</param>
    /// <param name="Annulled">A document of it was annulled.</param>
    private sealed record Completed(Enrolment Enrolment, Employee Employee, bool Annulled);

    /// <summary>Parts learners into those who get a document now and those who do not.</summary>
    private sealed class Sorting(PapersOfCourse papers)
    {
        public List<(Enrolment Enrolment, Learner Learner, Employee Employee)> Ready { get; } = [];

        /// <summary>Their education is not on file yet (DPO-6).</summary>
        public List<Guid> Pending { get; } = [];

        public List<Guid> Annulled { get; } = [];

        /// <summary>Nobody has recorded that they have passed.</summary>
        public List<Guid> NoProtocol { get; } = [];

        /// <summary>They are in no orders.</summary>
        public List<Guid> NoOrders { get; } = [];

        /// <summary>The answer, as long as nothing is issued.</summary>
        public IssuedCertificates LeftOut(int year) =>
            new()
            {
                Issued = 0,
                Year = year,
                PendingEnrolments = Pending,
                AnnulledEnrolments = Annulled,
                NoProtocolEnrolments = NoProtocol,
                NoOrdersEnrolments = NoOrders,
            };

        /// <returns>What forbids the whole list; null: the learner has his place.</returns>
        public Error? Put(Completed one, Course course, ProgrammeKind kind, DateOnly issuedOn, DateOnly today)
        {
            // Somebody took it back for a reason: the list of a course does not undo that in passing.
            if (one.Annulled)
            {
                Annulled.Add(one.Enrolment.Id);
                return null;
            }

            var learner = CertificateRegister.ToLearner(one.Employee);
            var judged = Certificate.Judge(
                course,
                kind,
                one.Enrolment,
                learner,
                papers.Of(one.Enrolment),
                issuedOn,
                today
            );
            if (!judged.Refused)
            {
                Ready.Add((one.Enrolment, learner, one.Employee));
            }
            else if (ListOf(judged.Error) is { } list)
            {
                list.Add(one.Enrolment.Id);
            }
            else
            {
                return judged.Error;
            }

            return null;
        }

        /// <summary>Where a learner stands of whom a paper is missing; null: what is wrong is wrong with all of them.</summary>
        private List<Guid>? ListOf(Error error) =>
            error.Code == CertificateErrors.EducationPending.Code ? Pending
            : error.Code == CertificateErrors.NoProtocol.Code ? NoProtocol
            : error.Code == CertificateErrors.NoOrders.Code ? NoOrders
            : null;
    }
}
