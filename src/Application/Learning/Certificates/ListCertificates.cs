using System.Linq.Expressions;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Domain.Learning.Certificates;

namespace MethodCenter.Application.Learning.Certificates;

/// <summary>The register book, by year, learner, course, organisation, kind, state or days of issue.</summary>
[Permission(CertificatePermissions.Read)]
public sealed record ListCertificates : ListQuery, IQuery<Page<CertificateListItem>>
{
    /// <summary>Part of the learner's name.</summary>
    public string? Q { get; init; }

    /// <summary>Year of the register book.</summary>
    public int? Year { get; init; }

    /// <summary>Registration number.</summary>
    public int? Number { get; init; }

    /// <summary>Series of the blank.</summary>
    public string? Series { get; init; }

    /// <summary>Number of the blank.</summary>
    public string? BlankNumber { get; init; }

    /// <summary>Handed over to the learner, or still to be.</summary>
    public bool? Received { get; init; }

    /// <summary>Documents of one learner.</summary>
    public Guid? EmployeeId { get; init; }

    /// <summary>Documents of one course.</summary>
    public Guid? CourseId { get; init; }

    /// <summary>Learners whom one organisation has sent.</summary>
    public Guid? OrganisationId { get; init; }

    public CertificateKind? Kind { get; init; }

    public CertificateState? State { get; init; }

    /// <summary>Issued on or after.</summary>
    public DateOnly? IssuedFrom { get; init; }

    /// <summary>Issued on or before.</summary>
    public DateOnly? IssuedTo { get; init; }
}

internal sealed class ListCertificatesHandler(ILearningStore store, ITerritoryStore territory)
    : IQueryHandler<ListCertificates, Page<CertificateListItem>>
{
    internal static readonly SortFields<Certificate> Sort = new SortFields<Certificate>("-issuedOn")
        .Add("issuedOn", certificate => certificate.IssuedOn)
        .Add("number", certificate => certificate.Number)
        .Add("name", certificate => certificate.NameKey);

    public Task<Result<Page<CertificateListItem>>> Handle(ListCertificates request, CancellationToken cancellationToken)
    {
        var organisations = territory.Organisations;
        Expression<Func<Certificate, CertificateListItem>> projection = certificate => new CertificateListItem
        {
            Id = certificate.Id,
            Year = certificate.Year,
            Number = certificate.Number,
            Kind = certificate.Kind,
            State = certificate.State,
            FullName =
                certificate.LastName
                + " "
                + certificate.FirstName
                + (certificate.Patronymic == null ? "" : " " + certificate.Patronymic),
            Title = certificate.Title,
            Hours = certificate.Hours,
            IssuedOn = certificate.IssuedOn,
            Series = certificate.Series,
            BlankNumber = certificate.BlankNumber,
            EmployeeId = certificate.EmployeeId,
            CourseId = certificate.CourseId,
            OrganisationId = certificate.OrganisationId,
            OrganisationName = organisations
                .Where(organisation => organisation.Id == certificate.OrganisationId)
                .Select(organisation => organisation.ShortName)
                .FirstOrDefault(),
            ReceivedOn = certificate.ReceivedOn,
            Version = certificate.Version,
        };
        return Filter(store.Certificates, request).ToPageAsync(request, Sort, projection, cancellationToken);
    }

    /// <summary>The rows that the filters of the list let through; the export takes the same.</summary>
    internal static IQueryable<Certificate> Filter(IQueryable<Certificate> certificates, ListCertificates request) =>
        certificates
            .WhereGiven(request.Year, year => certificate => certificate.Year == year)
            .WhereGiven(request.EmployeeId, id => certificate => certificate.EmployeeId == id)
            .WhereGiven(request.CourseId, id => certificate => certificate.CourseId == id)
            .WhereGiven(request.OrganisationId, id => certificate => certificate.OrganisationId == id)
            .WhereGiven(request.Kind, kind => certificate => certificate.Kind == kind)
            .WhereGiven(request.State, state => certificate => certificate.State == state)
            .WhereGiven(request.Number, number => certificate => certificate.Number == number)
            .WhereGiven(request.Received, received => certificate => (certificate.ReceivedOn != null) == received)
            .OfBlank(request.Series, request.BlankNumber)
            .WhereGiven(request.IssuedFrom, day => certificate => certificate.IssuedOn >= day)
            .WhereGiven(request.IssuedTo, day => certificate => certificate.IssuedOn <= day)
            .Searched(request.Q, certificate => certificate.NameKey);
}

/// <summary>Documents by their blanks, to be composed into queries.</summary>
internal static class CertificateBlanks
{
    public static IQueryable<Certificate> OfBlank(
        this IQueryable<Certificate> certificates,
        string? series,
        string? number
    )
    {
        if (series is not null)
        {
            certificates = certificates.Where(certificate => certificate.Series == series);
        }

        return number is null ? certificates : certificates.Where(certificate => certificate.BlankNumber == number);
    }
}
