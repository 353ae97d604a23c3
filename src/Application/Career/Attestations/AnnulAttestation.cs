using FluentValidation;
using MethodCenter.Application.Common.Messaging;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Ports;
using MethodCenter.Application.Common.Security;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Career.Attestations;
using MethodCenter.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace MethodCenter.Application.Career.Attestations;

/// <summary>Why a record is wrong.</summary>
public sealed record AnnulmentBody
{
    public required string Reason { get; init; }
}

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
    public async Task<Result<AttestationDetails>> Handle(AnnulAttestation request, CancellationToken cancellationToken)
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
