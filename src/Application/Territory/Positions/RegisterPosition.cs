using FluentValidation;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Territory.Positions;

namespace MethodCenter.Application.Territory.Positions;

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

internal sealed class RegisterPositionHandler(ITerritoryStore store, IReads reads)
    : ICommandHandler<RegisterPosition, PositionDetails>
{
    public Task<Answer<PositionDetails>> Handle(RegisterPosition request, CancellationToken cancellationToken)
    {
        var position = Position.Register(request.Code, request.Name, request.Category);
        store.Positions.Add(position);
        return Task.FromResult(reads.Answer<Position, PositionDetails>(position));
    }
}
