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
/// Issues the certificate that the outcome of an enrolment earns (DPO-5), with the next number of the register book
/// (DPO-8).
/// </summary>
[Permission(CertificatePermissions.Issue)]
public sealed record IssueCertificate : CertificateEntryBody, ICommand<CertificateDetails>
{
    public required Guid EnrolmentId { get; init; }
}

internal sealed class IssueCertificateValidator : AbstractValidator<IssueCertificate>
{
    public IssueCertificateValidator()
    {
        Include(new CertificateEntryBodyValidator());
        RuleFor(command => command.EnrolmentId).NotEmpty();
    }
}

internal sealed class IssueCertificateHandler(
    ILearningStore store,
    ITerritoryStore territory,
    CertificateRegister register,
    PapersReader papersReader,
    ICertificatePrecheck precheck,
    IReads reads,
    IClock clock
) : ICommandHandler<IssueCertificate, CertificateDetails>
{
    public async Task<Answer<CertificateDetails>> Handle(IssueCertificate request, CancellationToken cancellationToken)
    {
        // The course is held: its orders take nobody back while his document is issued.
        var courseId = await store
            .Enrolments.Where(enrolment => enrolment.Id == request.EnrolmentId)
            .Select(enrolment => (Guid?)enrolment.CourseId)
            .SingleOrDefaultAsync(cancellationToken);
        if (courseId is null || await store.HoldCourseAsync(courseId.Value, cancellationToken) is null)
        {
            return CertificateErrors.UnknownEnrolment;
        }

        var found = await FindAsync(request.EnrolmentId, cancellationToken);
        if (found is null)
        {
            return CertificateErrors.UnknownEnrolment;
        }

        var learner = CertificateRegister.ToLearner(found.Employee);
        var issuedOn = request.IssuedOn ?? clock.Today;
        var papers = (await papersReader.OfCourseAsync(courseId.Value, issuedOn, cancellationToken)).Of(
            found.Enrolment
        );
        var judged = Certificate.Judge(
            found.Course,
            found.Programme,
            found.Enrolment,
            learner,
            papers,
            issuedOn,
            clock.Today
        );
        if (judged.Refused)
        {
            return judged.Error;
        }

        var entries = await register.NextAsync(request, issuedOn, 1, cancellationToken);
        var issued = Certificate.Issue(
            found.Course,
            found.Programme,
            found.Enrolment,
            learner,
            papers,
            entries[0],
            clock.Today
        );
        if (!issued.Succeeded(out var certificate, out var error))
        {
            return error;
        }

        store.Certificates.Add(certificate);
        var prechecked = await PrecheckAsync(certificate, found, cancellationToken);
        return reads
            .Answer<Certificate, CertificateDetails>(certificate)
            .Warn([.. issued.Warnings, .. prechecked.Warnings]);
    }

    private Task<PrecheckResult> PrecheckAsync(
        Certificate certificate,
        Found found,
        CancellationToken cancellationToken
    ) =>
        precheck.OfAsync(
            certificate,
            found.Programme,
            found.Course,
            found.Enrolment,
            found.Employee,
            cancellationToken
        );

    private Task<Found?> FindAsync(Guid enrolmentId, CancellationToken cancellationToken)
    {
        var (courses, programmes, employees) = (store.Courses, store.Programmes, territory.Employees);
        return (
            from enrolment in store.Enrolments.AsNoTracking()
            join course in courses on enrolment.CourseId equals course.Id
            join programme in programmes on course.ProgrammeId equals programme.Id
            join employee in employees on enrolment.EmployeeId equals employee.Id
            where enrolment.Id == enrolmentId
            select new Found(enrolment, course, programme.Kind, employee)
        ).SingleOrDefaultAsync(cancellationToken);
    }

    private sealed record Found(Enrolment Enrolment, Course Course, ProgrammeKind Programme, Employee Employee);
}
