using FluentValidation;
using MethodCenter.Application.Common.Messaging;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Ports;
using MethodCenter.Application.Common.Security;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Common;
using MethodCenter.Domain.Organizations.Organisations;
using Microsoft.EntityFrameworkCore;

namespace MethodCenter.Application.Organizations.Organisations;

/// <summary>New status of an organisation and the day from which it holds.</summary>
public sealed record OrganisationStatusBody
{
    public required OrganisationStatus Status { get; init; }

    public required DateOnly Since { get; init; }
}

/// <summary>Suspends, closes or reopens an organisation as of a day.</summary>
[Permission(OrganisationPermissions.Write)]
public sealed record ChangeOrganisationStatus(Guid Id, int Version, OrganisationStatusBody Body)
    : ICommand<OrganisationDetails>;

internal sealed class ChangeOrganisationStatusValidator : AbstractValidator<ChangeOrganisationStatus>
{
    public ChangeOrganisationStatusValidator() => RuleFor(command => command.Body.Since).ReasonableDay();
}

internal sealed class ChangeOrganisationStatusHandler(IOrganizationStore store, IReads reads)
    : ICommandHandler<ChangeOrganisationStatus, OrganisationDetails>
{
    public async Task<Result<OrganisationDetails>> Handle(
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
