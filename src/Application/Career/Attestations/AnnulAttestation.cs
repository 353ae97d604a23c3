using FluentValidation;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Career.Attestations;

namespace MethodCenter.Application.Career.Attestations;

/// <summary>Annuls an attestation that was entered by mistake; it stays, with the reason, and counts no more.</summary>
[Permission(AttestationPermissions.Annul)]
public sealed record AnnulAttestation(Guid Id, int Version, AnnulmentBody Body) : ICommand<AttestationDetails>;

internal sealed class AnnulAttestationValidator : AbstractValidator<AnnulAttestation>
{
    public AnnulAttestationValidator() =>
        RuleFor(command => command.Body.Reason)
            .NotEmpty()
            .MinimumLength(5)
            .ShortText(Attestation.AnnulmentReasonMaxLength);
}

internal sealed class AnnulAttestationHandler(ICareerStore store, IReads reads, IClock clock)
    : ICommandHandler<AnnulAttestation, AttestationDetails>
{
    public async Task<Answer<AttestationDetails>> Handle(AnnulAttestation request, CancellationToken cancellationToken)
    {
        var attestation = await store.Attestations.SingleOrDefaultAsync(
            attestation => attestation.Id == request.Id,
            cancellationToken
        );
        if (attestation is null)
        {
            return AttestationErrors.NotFound;
        }

        return attestation.CheckVersion(request.Version)
            ?? attestation.Annul(request.Body.Reason, clock.Today).Error
            ?? reads.Answer<Attestation, AttestationDetails>(attestation);
    }
}
