using MethodCenter.Domain.Learning.Certificates;

namespace MethodCenter.Application.Learning.Certificates;

/// <summary>One document.</summary>
[Permission(CertificatePermissions.Read)]
public sealed record GetCertificate(Guid Id) : IQuery<CertificateDetails>;

internal sealed class GetCertificateHandler(IReads reads) : IQueryHandler<GetCertificate, CertificateDetails>
{
    public async Task<Result<CertificateDetails>> Handle(GetCertificate request, CancellationToken cancellationToken) =>
        await reads.FindAsync<Certificate, CertificateDetails>(request.Id, cancellationToken) is { } certificate
            ? certificate
            : CertificateErrors.NotFound;
}
