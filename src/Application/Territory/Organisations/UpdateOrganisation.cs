using FluentValidation;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Territory.Organisations;

namespace MethodCenter.Application.Territory.Organisations;

/// <summary>Changes the card of an organisation. A changed short name stays findable as a former one.</summary>
[Permission(OrganisationPermissions.Write)]
public sealed record UpdateOrganisation(Guid Id, int Version, OrganisationBody Body) : ICommand<OrganisationDetails>;

internal sealed class UpdateOrganisationValidator : AbstractValidator<UpdateOrganisation>
{
    public UpdateOrganisationValidator() =>
        RuleFor(command => command.Body).SetValidator(new OrganisationBodyValidator());
}

internal sealed class UpdateOrganisationHandler(ITerritoryStore store, IReads reads)
    : ICommandHandler<UpdateOrganisation, OrganisationDetails>
{
    public async Task<Answer<OrganisationDetails>> Handle(
        UpdateOrganisation request,
        CancellationToken cancellationToken
    )
    {
        var organisation = await store
            .Organisations.Include(organisation => organisation.OtherNames)
            .SingleOrDefaultAsync(organisation => organisation.Id == request.Id, cancellationToken);
        if (organisation is null)
        {
            return OrganisationErrors.NotFound;
        }

        if (organisation.CheckVersion(request.Version) is { } stale)
        {
            return stale;
        }

        var (byCode, byName) = await store.FindKnownAsync(organisation.Id, request.Body, cancellationToken);
        if (byCode is not null)
        {
            return OrganisationErrors.CodeTaken;
        }

        var renamed = SearchText.Normalize(request.Body.ShortName) != organisation.NameKey;
        if (organisation.UpdateCard(request.Body.ToCard()).Error is { } error)
        {
            return error;
        }

        return reads.Answer<Organisation, OrganisationDetails>(organisation).WarnOfNamesake(renamed ? byName : null);
    }
}
