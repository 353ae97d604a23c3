using FluentValidation;
using MethodCenter.Application.Common.Messaging;
using MethodCenter.Application.Common.Ports;
using MethodCenter.Application.Common.Security;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Common;
using MethodCenter.Domain.Organizations.Centres;
using MethodCenter.Domain.Organizations.Positions;

namespace MethodCenter.Application.Organizations.Centres;

/// <summary>What is written on the card of a centre.</summary>
public record CentreBody
{
    /// <summary>Сокращённое наименование.</summary>
    public required string ShortName { get; init; }

    /// <summary>Полное наименование.</summary>
    public required string FullName { get; init; }

    /// <summary>Municipality or district that the centre serves.</summary>
    public required string Territory { get; init; }

    /// <summary>IANA time zone, e.g. <c>Europe/Moscow</c>.</summary>
    public string TimeZone { get; init; } = "Europe/Moscow";

    public string? Address { get; init; }

    internal CentreCard ToCard() => new(ShortName, FullName, Territory, TimeZone, Address);
}

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

internal sealed class RegisterCentreHandler(IOrganizationStore store, IReads reads, Caller caller)
    : ICommandHandler<RegisterCentre, CentreDetails>
{
    public Task<Result<CentreDetails>> Handle(RegisterCentre request, CancellationToken cancellationToken)
    {
        if (!Centre.Register(request.Code, request.ToCard()).Succeeded(out var centre, out var error))
        {
            return Task.FromResult<Result<CentreDetails>>(error);
        }

        // From here on the rows of the new centre are written.
        caller.Scope.Open(centre.Id, null);
        store.Centres.Add(centre);
        store.Positions.AddRange(PositionNomenclature.CreateAll());
        return Task.FromResult(reads.Answer<Centre, CentreDetails>(centre));
    }
}
