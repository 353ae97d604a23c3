using MethodCenter.Application.Common.Papers;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Centres;
using MethodCenter.Domain.Learning.Certificates;

namespace MethodCenter.Application.Learning.Certificates;

/// <summary>The open badge of a valid document, signed.</summary>
[Permission(CertificatePermissions.Read)]
public sealed record GetCertificateCredential(Guid Id) : IQuery<SignedCredential>;

/// <summary>A signed credential.</summary>
public sealed record SignedCredential
{
    /// <summary>Name for its file, without an ending.</summary>
    public required string Name { get; init; }

    /// <summary>JSON web token (RFC 7519) in compact form.</summary>
    public required string Token { get; init; }
}

internal sealed class GetCertificateCredentialHandler(
    ILearningStore store,
    ITerritoryStore territory,
    IReads reads,
    ICredentialSigner signer,
    PublicAddress address
) : IQueryHandler<GetCertificateCredential, SignedCredential>
{
    public async Task<Result<SignedCredential>> Handle(
        GetCertificateCredential request,
        CancellationToken cancellationToken
    )
    {
        if (
            await reads.FindAsync<Certificate, CertificateDetails>(request.Id, cancellationToken) is not { } certificate
        )
        {
            return CertificateErrors.NotFound;
        }

        if (Certificate.MayBeHandedOut(certificate.State).Error is { } refusal)
        {
            return refusal;
        }

        var issuer = await (
            from course in store.Courses
            join own in territory.Centres on course.CentreId equals own.Id
            where course.Id == certificate.CourseId
            select new CredentialIssuer(own.Id, own.FullName, own.TimeZone, course.ProgrammeId)
        ).SingleAsync(cancellationToken);
        var token = await signer.SignAsync(CertificateCredential.Of(certificate, issuer, address), cancellationToken);
        return new SignedCredential { Name = CertificatePaper.FileNameOf(certificate), Token = token };
    }
}
