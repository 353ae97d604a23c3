using FluentValidation;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Application.Territory.Positions;
using MethodCenter.Domain.Territory.Centres;
using MethodCenter.Domain.Territory.Positions;

namespace MethodCenter.Application.Territory.Centres;

/// <summary>Registers a centre (a tenant) and fills its vocabularies.</summary>
[Permission(CentrePermissions.Register, Reach = PermissionReach.System)]
public sealed record RegisterCentre : CentreBody, ICommand<CentreDetails>
{
    /// <summary>What clients name in <c>X-Centre</c>; unique in the service, never changes.</summary>
    public required string Code { get; init; }

    /// <summary>For trying out clients: its requests may name the day on which they act (<c>X-Today</c>). Never changes.</summary>
    public bool Sandbox { get; init; }
}

internal sealed class CentreBodyValidator : AbstractValidator<CentreBody>
{
    public CentreBodyValidator()
    {
        RuleFor(body => body.ShortName).NotEmpty().ShortText(Centre.ShortNameMaxLength);
        RuleFor(body => body.FullName).NotEmpty().ShortText(Centre.FullNameMaxLength);
        RuleFor(body => body.Territory).NotEmpty().ShortText(Centre.TerritoryMaxLength);
        RuleFor(body => body.TimeZone).NotEmpty().ShortText(Centre.TimeZoneMaxLength);
        RuleFor(body => body.Address).ShortText(Centre.AddressMaxLength);
        RuleFor(body => body.LegalForm).ShortText(Centre.LegalFormMaxLength);
        RuleFor(body => body.Founder!.Name)
            .NotEmpty()
            .ShortText(Centre.FounderMaxLength)
            .When(body => body.Founder is not null);
        RuleFor(body => body.Founder!.Act).ShortText(Centre.ActMaxLength).When(body => body.Founder is not null);
        RuleFor(body => body.FormerNames).MostItems(Centre.MostFormerNames);
        RuleForEach(body => body.FormerNames).SetValidator(new CentreFormerNameBodyValidator());
        RuleFor(body => body.Licence!)
            .SetValidator(new CentreLicenceBodyValidator())
            .When(body => body.Licence is not null);
        RuleFor(body => body.Departments).MostItems(Centre.MostDepartments);
        RuleForEach(body => body.Departments)
            .ChildRules(part =>
            {
                part.RuleFor(one => one.Name).NotEmpty().ShortText(Centre.DepartmentMaxLength);
                part.RuleFor(one => one.Phone).ShortText(Centre.PhoneMaxLength);
            });
        RuleFor(body => body.Head!).SetValidator(new CentreOfficialBodyValidator()).When(body => body.Head is not null);
        RuleFor(body => body.Secretary!)
            .SetValidator(new CentreOfficialBodyValidator())
            .When(body => body.Secretary is not null);
        RuleFor(body => body.Phones).MostItems(Centre.MostPhones);
        RuleForEach(body => body.Phones).NotEmpty().ShortText(Centre.PhoneMaxLength);
        RuleFor(body => body.Site).MaximumLength(Centre.SiteMaxLength).Matches(@"^\S+\z");
        RuleFor(body => body.Town).ShortText(Centre.TownMaxLength);
        RuleFor(body => body.OrderIndexes!)
            .SetValidator(new CentreOrderIndexesBodyValidator())
            .When(body => body.OrderIndexes is not null);
    }
}

internal sealed class CentreFormerNameBodyValidator : AbstractValidator<CentreFormerNameBody>
{
    public CentreFormerNameBodyValidator()
    {
        RuleFor(name => name.FullName).NotEmpty().ShortText(Centre.FullNameMaxLength);
        RuleFor(name => name.ShortName).ShortText(Centre.ShortNameMaxLength);
        RuleFor(name => name.Until).ReasonableDay();
        RuleFor(name => name.Act).ShortText(Centre.ActMaxLength);
    }
}

internal sealed class CentreLicenceBodyValidator : AbstractValidator<CentreLicenceBody>
{
    public CentreLicenceBodyValidator()
    {
        RuleFor(licence => licence.Number).NotEmpty().ShortText(Centre.LicenceNumberMaxLength);
        RuleFor(licence => licence.IssuedOn).ReasonableDay();
        RuleFor(licence => licence.IssuedBy).ShortText(Centre.LicenceIssuerMaxLength);
        RuleFor(licence => licence.ValidUntil).ReasonableDay();
    }
}

internal sealed class CentreOfficialBodyValidator : AbstractValidator<CentreOfficialBody>
{
    public CentreOfficialBodyValidator()
    {
        RuleFor(official => official.Post).NotEmpty().ShortText(Centre.PostMaxLength);
        RuleFor(official => official.LastName).NotEmpty().PersonName(Centre.OfficialNameMaxLength);
        RuleFor(official => official.FirstName).NotEmpty().PersonName(Centre.OfficialNameMaxLength);
        RuleFor(official => official.Patronymic).PersonName(Centre.OfficialNameMaxLength);
    }
}

internal sealed class CentreOrderIndexesBodyValidator : AbstractValidator<CentreOrderIndexesBody>
{
    /// <summary>Letters first: the digits in front of the index are the number itself.</summary>
    private const string Index = @"^\p{L}[\p{L}\p{Nd}.\-/]*\z";

    public CentreOrderIndexesBodyValidator()
    {
        RuleFor(indexes => indexes.Enrolment).MaximumLength(Centre.OrderIndexMaxLength).Matches(Index);
        RuleFor(indexes => indexes.Completion).MaximumLength(Centre.OrderIndexMaxLength).Matches(Index);
        RuleFor(indexes => indexes.Expulsion).MaximumLength(Centre.OrderIndexMaxLength).Matches(Index);
    }
}

internal sealed class RegisterCentreValidator : AbstractValidator<RegisterCentre>
{
    public RegisterCentreValidator()
    {
        Include(new CentreBodyValidator());
        RuleFor(command => command.Code)
            .NotEmpty()
            .MaximumLength(Centre.CodeMaxLength)
            .Matches(@"^[a-z0-9]+(-[a-z0-9]+)*\z");
    }
}

internal sealed class RegisterCentreHandler(ITerritoryStore store, IReads reads, Caller caller, IClock clock)
    : ICommandHandler<RegisterCentre, CentreDetails>
{
    public Task<Answer<CentreDetails>> Handle(RegisterCentre request, CancellationToken cancellationToken)
    {
        if (!Centre.Register(request.Code, request.ToCard(), request.Sandbox).Succeeded(out var centre, out var error))
        {
            return Task.FromResult<Answer<CentreDetails>>(error);
        }

        // From here on the rows of the new centre are written.
        caller.Scope.Open(centre.Id, null);
        store.Centres.Add(centre);
        store.Positions.AddRange(PositionNomenclature.CreateAll(clock.Today));
        return Task.FromResult(reads.Answer<Centre, CentreDetails>(centre));
    }
}
