using FluentValidation;
using MethodCenter.Application.Common.Messaging;
using MethodCenter.Application.Common.Ports;
using MethodCenter.Application.Common.Security;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Common;
using MethodCenter.Domain.Organizations.Positions;

namespace MethodCenter.Application.Organizations.Positions;

/// <summary>What may change of a position.</summary>
public record PositionBody
{
    /// <summary>Наименование должности.</summary>
    public required string Name { get; init; }

    /// <summary>Section of the nomenclature; only teaching positions are attested by order 196.</summary>
    public required PositionCategory Category { get; init; }
}

/// <summary>Adds a position to the centre's vocabulary.</summary>
[Permission(PositionPermissions.Write)]
public sealed record RegisterPosition : PositionBody, ICommand<PositionDetails>
{
    public required string Code { get; init; }
}

internal sealed class PositionBodyValidator : AbstractValidator<PositionBody>
{
    public PositionBodyValidator() => RuleFor(body => body.Name).NotEmpty().ShortText(Position.NameMaxLength);
}

internal sealed class RegisterPositionValidator : AbstractValidator<RegisterPosition>
{
    public RegisterPositionValidator()
    {
        Include(new PositionBodyValidator());
        RuleFor(command => command.Code).NotEmpty().CodeText(Position.CodeMaxLength);
    }
}

internal sealed class RegisterPositionHandler(IOrganizationStore store, IReads reads)
    : ICommandHandler<RegisterPosition, PositionDetails>
{
    public Task<Result<PositionDetails>> Handle(RegisterPosition request, CancellationToken cancellationToken)
    {
        var position = Position.Register(request.Code, request.Name, request.Category);
        store.Positions.Add(position);
        return Task.FromResult(reads.Answer<Position, PositionDetails>(position));
    }
}
