using FluentValidation;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Improvement.SupportProgrammes;

namespace MethodCenter.Application.Improvement.SupportProgrammes;

/// <summary>Replaces source and list of an edition; profiles already recorded keep the names they have.</summary>
[Permission(RiskEditionPermissions.Write)]
public sealed record ReviseRiskEdition(Guid Id, int Version, RiskEditionBody Body) : ICommand<RiskEditionDetails>;

internal sealed class ReviseRiskEditionValidator : AbstractValidator<ReviseRiskEdition>
{
    public ReviseRiskEditionValidator() =>
        RuleFor(command => command.Body).SetValidator(new RiskEditionBodyValidator());
}

internal sealed class ReviseRiskEditionHandler(IImprovementStore store, IReads reads)
    : ICommandHandler<ReviseRiskEdition, RiskEditionDetails>
{
    public async Task<Answer<RiskEditionDetails>> Handle(ReviseRiskEdition request, CancellationToken cancellationToken)
    {
        var edition = await store
            .RiskEditions.Include(edition => edition.Factors)
            .SingleOrDefaultAsync(edition => edition.Id == request.Id, cancellationToken);
        if (edition is null)
        {
            return SupportProgrammeErrors.EditionNotFound;
        }

        return edition.CheckVersion(request.Version)
            ?? edition.Revise(request.Body.ToTerms()).Error
            ?? reads.Answer<RiskEdition, RiskEditionDetails>(edition);
    }
}
