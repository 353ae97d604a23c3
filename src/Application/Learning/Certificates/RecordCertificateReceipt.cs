using FluentValidation;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Learning.Certificates;

namespace MethodCenter.Application.Learning.Certificates;

/// <summary>Marks in the ledger of issue that a learner got a document (DPO-8).</summary>
[Permission(CertificatePermissions.Issue)]
public sealed record RecordCertificateReceipt(Guid Id, int Version, CertificateReceiptBody Body)
    : ICommand<CertificateDetails>;

internal sealed class RecordCertificateReceiptValidator : AbstractValidator<RecordCertificateReceipt>
{
    public RecordCertificateReceiptValidator()
    {
        RuleFor(command => command.Body.On).ReasonableDay();
        RuleFor(command => command.Body.Mark).ShortText(Certificate.ReceiptMarkMaxLength);
    }
}

internal sealed class RecordCertificateReceiptHandler(ILearningStore store, IReads reads, IClock clock)
    : ICommandHandler<RecordCertificateReceipt, CertificateDetails>
{
    public async Task<Answer<CertificateDetails>> Handle(
        RecordCertificateReceipt request,
        CancellationToken cancellationToken
    )
    {
        var certificate = await store.Certificates.SingleOrDefaultAsync(
            certificate => certificate.Id == request.Id,
            cancellationToken
        );
        if (certificate is null)
        {
            return CertificateErrors.NotFound;
        }

        var (on, mark) = (request.Body.On ?? clock.Today, request.Body.Mark);
        return certificate.CheckVersion(request.Version)
            ?? certificate.Receive(on, string.IsNullOrWhiteSpace(mark) ? null : mark.Trim(), clock.Today).Error
            ?? reads.Answer<Certificate, CertificateDetails>(certificate);
    }
}
