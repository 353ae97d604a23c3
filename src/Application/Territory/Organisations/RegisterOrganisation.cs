using FluentValidation;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Territory.Organisations;

namespace MethodCenter.Application.Territory.Organisations;

/// <summary>Registers an organisation that the centre supports.</summary>
[Permission(OrganisationPermissions.Write)]
public sealed record RegisterOrganisation : OrganisationBody, ICommand<OrganisationDetails>;

internal sealed class OrganisationBodyValidator : AbstractValidator<OrganisationBody>
{
    public OrganisationBodyValidator()
    {
        RuleFor(body => body.Code).NotEmpty().CodeText(Organisation.CodeMaxLength);
        RuleFor(body => body.ShortName).NotEmpty().ShortText(Organisation.ShortNameMaxLength);
        RuleFor(body => body.FullName).ShortText(Organisation.FullNameMaxLength);
        RuleFor(body => body.LegalForm).ShortText(Organisation.LegalFormMaxLength);
        RuleFor(body => body.Number).ShortText(Organisation.NumberMaxLength);
        RuleFor(body => body.Founder).ShortText(Organisation.FounderMaxLength);
        RuleFor(body => body.Aliases).MostItems(Organisation.MostNames);
        RuleForEach(body => body.Aliases).NotEmpty().ShortText(Organisation.FullNameMaxLength);
    }
}

internal sealed class RegisterOrganisationValidator : AbstractValidator<RegisterOrganisation>
{
    public RegisterOrganisationValidator() => Include(new OrganisationBodyValidator());
}

internal sealed class RegisterOrganisationHandler(ITerritoryStore store, IReads reads, Caller caller)
    : ICommandHandler<RegisterOrganisation, OrganisationDetails>
{
    public async Task<Answer<OrganisationDetails>> Handle(
        RegisterOrganisation request,
        CancellationToken cancellationToken
    )
    {
        if (!caller.Scope.AllOrganisations)
        {
            return SecurityErrors.MayNot(OrganisationPermissions.Write);
        }

        var (byCode, byName) = await store.FindKnownAsync(null, request, cancellationToken);
        if (byCode is not null)
        {
            return OrganisationErrors.CodeTaken;
        }

        if (!Organisation.Register(request.ToCard()).Succeeded(out var organisation, out var error))
        {
            return error;
        }

        store.Organisations.Add(organisation);
        return reads.Answer<Organisation, OrganisationDetails>(organisation).WarnOfNamesake(byName);
    }
}

internal static class OrganisationNames
{
    public static Task<(KnownName? ByCode, KnownName? ByName)> FindKnownAsync(
        this ITerritoryStore store,
        Guid? self,
        OrganisationBody body,
        CancellationToken cancellationToken
    ) => store.KnownNames().FindKnownAsync(self, body.Code, body.ShortName, cancellationToken);

    public static IQueryable<KnownName> KnownNames(this ITerritoryStore store) =>
        store.Organisations.Select(organisation => new KnownName
        {
            Id = organisation.Id,
            Code = organisation.Code,
            Name = organisation.ShortName,
            NameKey = organisation.NameKey,
        });

    /// <summary>A school and its nursery may bear one name; mostly it is the same organisation once more.</summary>
    public static Answer<T> WarnOfNamesake<T>(this Answer<T> answer, KnownName? namesake) =>
        namesake is null
            ? answer
            : answer.Warn(
                new Warning("organisation.same-name").With("code", namesake.Code).With("name", namesake.Name)
            );
}
