using MethodCenter.Application.Common.Papers;
using MethodCenter.Application.Learning.Courses;
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

        var centre = await (
            from course in store.Courses
            join own in territory.Centres on course.CentreId equals own.Id
            where course.Id == certificate.CourseId
            select own.FullName
        ).SingleAsync(cancellationToken);
        return PaperFile.Of(
            writer,
            CertificatePaper.Of(certificate, centre, address, codes),
            request.Format,
            $"certificate-{certificate.Year}-{certificate.Number}"
        );
    }
}
