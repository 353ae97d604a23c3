using FluentValidation;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Career.Attestations;

namespace MethodCenter.Application.Career.Attestations;

/// <summary>Annuls an attestation of a head that was entered by mistake; it stays, with the reason.</summary>
[Permission(AttestationPermissions.Annul)]
public sealed record AnnulHeadAttestation(Guid Id, int Version, AnnulmentBody Body) : ICommand<HeadAttestationDetails>;

internal sealed class AnnulHeadAttestationValidator : AbstractValidator<AnnulHeadAttestation>
{
    public AnnulHeadAttestationValidator() =>
        RuleFor(command => command.Body.Reason)
            .NotEmpty()
            .MinimumLength(5)
            .ShortText(Attestation.AnnulmentReasonMaxLength);
}

internal sealed class AnnulHeadAttestationHandler(ICareerStore store, IReads reads, IClock clock)
    : ICommandHandler<AnnulHeadAttestation, HeadAttestationDetails>
{
    public async Task<Answer<HeadAttestationDetails>> Handle(
        AnnulHeadAttestation request,
        CancellationToken cancellationToken
    )
    {
        var attestation = await store.HeadAttestations.SingleOrDefaultAsync(
            attestation => attestation.Id == request.Id,
            cancellationToken
        );
        if (attestation is null)
        {
            return HeadAttestationErrors.NotFound;
        }

        return attestation.CheckVersion(request.Version)
            ?? attestation.Annul(request.Body.Reason, clock.Today).Error
            ?? reads.Answer<HeadAttestation, HeadAttestationDetails>(attestation);
    }
}
