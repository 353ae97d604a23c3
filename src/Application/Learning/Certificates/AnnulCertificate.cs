using FluentValidation;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Domain.Learning.Certificates;

namespace MethodCenter.Application.Learning.Certificates;

/// <summary>Annuls a document; the entry stays in the book, and its numbers are never used again (DPO-8).</summary>
[Permission(CertificatePermissions.Annul)]
public sealed record AnnulCertificate(Guid Id, int Version, ReasonBody Body) : ICommand<CertificateDetails>;

internal sealed class AnnulCertificateValidator : AbstractValidator<AnnulCertificate>
{
    public AnnulCertificateValidator() =>
        RuleFor(command => command.Body.Reason).NotEmpty().MinimumLength(5).ShortText(Certificate.ReasonMaxLength);
}

internal sealed class AnnulCertificateHandler(ILearningStore store, IReads reads, IClock clock)
    : ICommandHandler<AnnulCertificate, CertificateDetails>
{
    public async Task<Answer<CertificateDetails>> Handle(AnnulCertificate request, CancellationToken cancellationToken)
    {
        var certificate = await store.Certificates.SingleOrDefaultAsync(
            certificate => certificate.Id == request.Id,
            cancellationToken
        );
        if (certificate is null)
        {
            return CertificateErrors.NotFound;
        }

        return certificate.CheckVersion(request.Version)
            ?? certificate.Annul(request.Body.Reason, clock.Today).Error
            ?? reads.Answer<Certificate, CertificateDetails>(certificate);
    }
}
