using FluentValidation;
using MethodCenter.Application.Common.Messaging;
using MethodCenter.Application.Common.Ports;
using MethodCenter.Application.Common.Security;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Common;
using MethodCenter.Domain.Organizations.Organisations;

namespace MethodCenter.Application.Organizations.Organisations;

/// <summary>What is written on the card of an organisation.</summary>
public record OrganisationBody
{
    /// <summary>The centre's own code; unique within the centre.</summary>
    public required string Code { get; init; }

    /// <summary>Сокращённое наименование, as lists show it.</summary>
    public required string ShortName { get; init; }

    /// <summary>Полное наименование; the short one where it is not given.</summary>
    public string? FullName { get; init; }

    public required OrganisationKind Kind { get; init; }

    /// <summary>МБОУ, ГБДОУ …</summary>
    public string? LegalForm { get; init; }

    /// <summary>Number by which people call it.</summary>
    public string? Number { get; init; }

    public bool HasPreschoolGroups { get; init; }

    /// <summary>Other spellings in use; former names are kept by themselves.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    internal OrganisationCard ToCard() =>
        new(Code, ShortName, FullName ?? ShortName, Kind)
        {
            LegalForm = LegalForm,
            Number = Number,
            HasPreschoolGroups = HasPreschoolGroups,
            Aliases = Aliases,
        };
}

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

internal sealed class RegisterOrganisationHandler(IOrganizationStore store, IReads reads, Caller caller)
    : ICommandHandler<RegisterOrganisation, OrganisationDetails>
{
    public Task<Result<OrganisationDetails>> Handle(RegisterOrganisation request, CancellationToken cancellationToken)
    {
        if (!caller.Scope.AllOrganisations)
        {
            return Task.FromResult<Result<OrganisationDetails>>(SecurityErrors.MayNot(OrganisationPermissions.Write));
        }

        var organisation = Organisation.Register(request.ToCard());
        store.Organisations.Add(organisation);
        return Task.FromResult(reads.Answer<Organisation, OrganisationDetails>(organisation));
    }
}
