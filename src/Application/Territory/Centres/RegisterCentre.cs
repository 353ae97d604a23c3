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

internal sealed class RegisterCentreHandler(ITerritoryStore store, IReads reads, Caller caller)
    : ICommandHandler<RegisterCentre, CentreDetails>
{
    public Task<Answer<CentreDetails>> Handle(RegisterCentre request, CancellationToken cancellationToken)
    {
        if (!Centre.Register(request.Code, request.ToCard()).Succeeded(out var centre, out var error))
        {
            return Task.FromResult<Answer<CentreDetails>>(error);
        }

        // From here on the rows of the new centre are written.
        caller.Scope.Open(centre.Id, null);
        store.Centres.Add(centre);
        store.Positions.AddRange(PositionNomenclature.CreateAll());
        return Task.FromResult(reads.Answer<Centre, CentreDetails>(centre));
    }
}
