using FluentValidation;
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
    public Task<Answer<OrganisationDetails>> Handle(RegisterOrganisation request, CancellationToken cancellationToken)
    {
        if (!caller.Scope.AllOrganisations)
        {
            return Task.FromResult<Answer<OrganisationDetails>>(SecurityErrors.MayNot(OrganisationPermissions.Write));
        }

        var organisation = Organisation.Register(request.ToCard());
        store.Organisations.Add(organisation);
        return Task.FromResult(reads.Answer<Organisation, OrganisationDetails>(organisation));
    }
}
