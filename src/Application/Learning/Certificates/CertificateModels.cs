using AutoMapper;
using MethodCenter.Application.Common.Models;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Learning.Certificates;
using MethodCenter.Domain.Territory.Organisations;

namespace MethodCenter.Application.Learning.Certificates;

/// <summary>A certificate: an entry of the register book.</summary>
public sealed record CertificateDetails : DetailsModel
{
    public Guid EnrolmentId { get; init; }

    public Guid CourseId { get; init; }

    public Guid EmployeeId { get; init; }

    /// <summary>The organisation that had sent the learner.</summary>
    public Guid OrganisationId { get; init; }

    public string? OrganisationName { get; init; }

    public CertificateKind Kind { get; init; }

    public CertificateState State { get; init; }

    /// <summary>Year of the register book.</summary>
    public int Year { get; init; }

    /// <summary>Registration number within the book of the year.</summary>
    public int Number { get; init; }

    /// <summary>Series of the blank; null: none.</summary>
    public string? Series { get; init; }

    /// <summary>Number of the blank; null: plain paper.</summary>
    public string? BlankNumber { get; init; }

    public DateOnly IssuedOn { get; init; }

    /// <summary>Protocol or order by which it was issued.</summary>
    public string? Basis { get; init; }

    /// <summary>Family name on the day of issue.</summary>
    public string LastName { get; init; } = "";

    public string FirstName { get; init; } = "";

    public string? Patronymic { get; init; }

    /// <summary>Title of the programme.</summary>
    public string Title { get; init; } = "";

    /// <summary>Academic hours.</summary>
    public int Hours { get; init; }

    public DateOnly StartsOn { get; init; }

    /// <summary>Last day of the learning.</summary>
    public DateOnly EndsOn { get; init; }

    /// <summary>
    /// The code by which anybody who holds the paper can verify it: <c>GET /public/certificates/{code}</c>.
    /// </summary>
    public string Code { get; init; } = "";

    /// <summary>The document in whose place this one was issued.</summary>
    public Guid? OriginalId { get; init; }

    /// <summary>Registration number of that document.</summary>
    public int? OriginalNumber { get; init; }

    public ReplacementReason? ReplacementReason { get; init; }

    public string? AnnulmentReason { get; init; }

    public DateOnly? AnnulledOn { get; init; }

    /// <summary>Day on which the learner got it; null: not handed over yet.</summary>
    public DateOnly? ReceivedOn { get; init; }

    /// <summary>How: a signature, by post, by proxy.</summary>
    public string? ReceiptMark { get; init; }
}

/// <summary>A certificate in the register book.</summary>
public sealed record CertificateListItem
{
    public Guid Id { get; init; }

    public int Year { get; init; }

    public int Number { get; init; }

    public CertificateKind Kind { get; init; }

    public CertificateState State { get; init; }

    /// <summary>Family name, given name, patronymic on the day of issue.</summary>
    public string FullName { get; init; } = "";

    public string Title { get; init; } = "";

    public int Hours { get; init; }

    public DateOnly IssuedOn { get; init; }

    public string? Series { get; init; }

    public string? BlankNumber { get; init; }

    public Guid EmployeeId { get; init; }

    public Guid CourseId { get; init; }

    public Guid OrganisationId { get; init; }

    public string? OrganisationName { get; init; }

    /// <summary>Day on which the learner got it; null: not handed over yet.</summary>
    public DateOnly? ReceivedOn { get; init; }

    public int Version { get; init; }
}

internal sealed class CertificateProjections : Profile
{
    public CertificateProjections() =>
        CreateProjection<Certificate, CertificateDetails>()
            .Beside(
                model => model.OriginalNumber,
                certificate => certificate.OriginalId,
                (Certificate original) => (int?)original.Number
            )
            .Beside(
                model => model.OrganisationName,
                certificate => certificate.OrganisationId,
                (Organisation organisation) => organisation.ShortName
            )
            .ForMember(model => model.Warnings, options => options.Ignore());
}
