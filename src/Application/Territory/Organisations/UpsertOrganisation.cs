using FluentValidation;
using MethodCenter.Application.Common.Models;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Territory.Organisations;

namespace MethodCenter.Application.Territory.Organisations;

/// <summary>Registers or changes the organisation that a neighbouring system knows by its own key. Equal content writes nothing.</summary>
[Permission(OrganisationPermissions.Write)]
public sealed record UpsertOrganisation(ExternalKey Key, OrganisationBody Body)
    : ICommand<Upserted<OrganisationDetails>>;

internal sealed class UpsertOrganisationValidator : AbstractValidator<UpsertOrganisation>
{
    public UpsertOrganisationValidator()
    {
        RuleFor(command => command.Key).SetValidator(new ExternalKeyValidator());
        RuleFor(command => command.Body).SetValidator(new OrganisationBodyValidator());
    }
}

internal sealed class UpsertOrganisationHandler(ITerritoryStore store, IExternalKeys keys, IReads reads, Caller caller)
    : ICommandHandler<UpsertOrganisation, Upserted<OrganisationDetails>>
{
    private const string Resource = "organisations";

    public async Task<Answer<Upserted<OrganisationDetails>>> Handle(
        UpsertOrganisation request,
        CancellationToken cancellationToken
    )
    {
        if (!caller.Scope.AllOrganisations)
        {
            return SecurityErrors.MayNot(OrganisationPermissions.Write);
        }

        var id = await keys.FindAsync(Resource, request.Key, cancellationToken);
        var known = id is null
            ? null
            : await store
                .Organisations.Include(organisation => organisation.OtherNames)
                .SingleOrDefaultAsync(organisation => organisation.Id == id, cancellationToken);
        if (id is not null && known is null)
        {
            return ExternalKeyErrors.Taken;
        }

        var card = request.Body.ToCard();
        var (byCode, byName) = await store.FindKnownAsync(id, request.Body, cancellationToken);
        if (byCode is not null)
        {
            return OrganisationErrors.CodeTaken;
        }

        if (known is not null)
        {
            return known.UpdateCard(card).Error is { } refused
                ? refused
                : reads.AnswerUpsert<Organisation, OrganisationDetails>(known, created: false);
        }

        if (!Organisation.Register(card).Succeeded(out var organisation, out var error))
        {
            return error;
        }

        store.Organisations.Add(organisation);
        keys.Bind(Resource, request.Key, organisation.Id);
        return reads
            .AnswerUpsert<Organisation, OrganisationDetails>(organisation, created: true)
            .WarnOfNamesake(byName);
    }
}
