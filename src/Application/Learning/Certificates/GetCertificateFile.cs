using MethodCenter.Application.Common.Papers;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Centres;
using MethodCenter.Domain.Learning.Certificates;

namespace MethodCenter.Application.Learning.Certificates;

/// <summary>The paper of a valid document.</summary>
[Permission(CertificatePermissions.Read)]
public sealed record GetCertificateFile(Guid Id, PaperFormat Format) : IQuery<PaperFile>;

internal sealed class GetCertificateFileHandler(
    ILearningStore store,
    ITerritoryStore territory,
    IReads reads,
    IPaperWriter writer,
    IQrCodes codes,
    PublicAddress address
) : IQueryHandler<GetCertificateFile, PaperFile>
{
    public async Task<Result<PaperFile>> Handle(GetCertificateFile request, CancellationToken cancellationToken)
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

        var issuer = await store
            .Certificates.Where(one => one.Id == certificate.Id)
            .Select(one => one.Issuer)
            .SingleAsync(cancellationToken);

        // Of a document of the time before that was kept: as the card of the centre has it.
        issuer ??= CertificateRegister.IssuerOf(
            await territory.Centres.AsNoTracking().SingleAsync(cancellationToken),
            certificate.IssuedOn
        );
        return PaperFile.Of(
            writer,
            CertificatePaper.Of(certificate, issuer, address, codes),
            request.Format,
            CertificatePaper.FileNameOf(certificate)
        );
    }
}
