using FluentValidation;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Territory.Organisations;

namespace MethodCenter.Application.Territory.Organisations;

/// <summary>Suspends, closes or reopens an organisation as of a day.</summary>
[Permission(OrganisationPermissions.Write)]
public sealed record ChangeOrganisationStatus(Guid Id, int Version, OrganisationStatusBody Body)
    : ICommand<OrganisationDetails>;

internal sealed class ChangeOrganisationStatusValidator : AbstractValidator<ChangeOrganisationStatus>
{
    public ChangeOrganisationStatusValidator() => RuleFor(command => command.Body.Since).ReasonableDay();
}

internal sealed class ChangeOrganisationStatusHandler(ITerritoryStore store, IReads reads)
    : ICommandHandler<ChangeOrganisationStatus, OrganisationDetails>
{
    public async Task<Answer<OrganisationDetails>> Handle(
        ChangeOrganisationStatus request,
        CancellationToken cancellationToken
    )
    {
        var organisation = await store.Organisations.SingleOrDefaultAsync(
            organisation => organisation.Id == request.Id,
            cancellationToken
        );
        if (organisation is null)
        {
            return OrganisationErrors.NotFound;
        }

        return organisation.CheckVersion(request.Version)
            ?? organisation.ChangeStatus(request.Body.Status, request.Body.Since).Error
            ?? reads.Answer<Organisation, OrganisationDetails>(organisation);
    }
}
