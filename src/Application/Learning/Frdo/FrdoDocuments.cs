using MethodCenter.Application.Learning.Certificates;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Learning.Enrolments;
using MethodCenter.Application.Learning.Programmes;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Domain.Learning.Certificates;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Learning.Frdo;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Territory.Employees;

namespace MethodCenter.Application.Learning.Frdo;

/// <summary>Puts together what the template asks of documents.</summary>
internal sealed class FrdoDocuments(ILearningStore store, ITerritoryStore territory)
{
    /// <summary>Rows that wait for an answer or were accepted: such a document is not delivered again.</summary>
    public IQueryable<FrdoRow> Standing => store.FrdoRows.Where(row => row.State != FrdoRowState.Rejected);

    /// <summary>In the order of the register book. One SQL command.</summary>
    public async Task<IReadOnlyList<FrdoCandidate>> FindAsync(
        IQueryable<Certificate> certificates,
        CancellationToken cancellationToken
    )
    {
        var (courses, programmes, employees) = (store.Courses, store.Programmes, territory.Employees);
        var (enrolments, originals, standing) = (store.Enrolments, store.Certificates, Standing);
        var found = await (
            from certificate in certificates
            join course in courses on certificate.CourseId equals course.Id
            join programme in programmes on course.ProgrammeId equals programme.Id
            join enrolment in enrolments on certificate.EnrolmentId equals enrolment.Id
            join employee in employees on certificate.EmployeeId equals employee.Id
            join origin in originals on certificate.OriginalId equals (Guid?)origin.Id into former
            from original in former.DefaultIfEmpty()
            orderby certificate.Year, certificate.Number
            select new
            {
                Certificate = certificate,
                Programme = programme.Kind,
                Course = course,
                Enrolment = enrolment,
                Employee = employee,
                Original = original,
                InPackage = standing.Any(row => row.CertificateId == certificate.Id),
            }
        )
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        return
        [
            .. found.Select(one => new FrdoCandidate(
                one.Certificate,
                Of(one.Certificate, one.Programme, one.Course, one.Enrolment, one.Employee, one.Original),
                one.InPackage
            )),
        ];
    }

    public static FrdoDocument Of(
        Certificate certificate,
        ProgrammeKind programme,
        Course course,
        Enrolment enrolment,
        Employee employee,
        Certificate? original
    ) =>
        new()
        {
            Kind = certificate.Kind,
            Programme = programme,
            Entry = Entry(certificate),
            Title = certificate.Title,
            Hours = certificate.Hours,
            StartsOn = certificate.StartsOn,
            EndsOn = certificate.EndsOn,
            Form = course.Form,
            Funding = enrolment.PaidFrom(course.Funding).Source,
            Education = employee.Education,
            BirthDate = employee.BirthDate,
            Sex = employee.Sex,
            Snils = employee.Snils?.ToString(),
            Replacement = certificate.ReplacementReason,
            Original = original is null ? null : Entry(original),
        };

    private static FrdoEntry Entry(Certificate certificate) =>
        new()
        {
            Kind = certificate.Kind,
            Series = certificate.Series,
            BlankNumber = certificate.BlankNumber,
            RegisterNumber = certificate.Number,
            IssuedOn = certificate.IssuedOn,
            LastName = certificate.LastName,
            FirstName = certificate.FirstName,
            Patronymic = certificate.Patronymic,
        };
}

/// <summary>A document that may be delivered.</summary>
internal sealed record FrdoCandidate(Certificate Certificate, FrdoDocument Document, bool InPackage)
{
    /// <summary>All that stands against the delivery; the row itself is made besides.</summary>
    public (FrdoRecord Record, IReadOnlyList<FrdoFault> Faults) Judge(
        FrdoStatement statement,
        FrdoSupplement supplement,
        Domain.Common.Norms.NormSet norms,
        DateOnly today
    )
    {
        var record = FrdoRecord.Of(Document, statement, supplement, norms, today);
        return (record, [.. FrdoDelivery.Hindrances(Certificate.State, InPackage), .. record.Faults]);
    }

    public FrdoRefusal Refuse(IReadOnlyList<FrdoFault> faults) => FrdoFaults.ToRefusal(Certificate, faults);
}
