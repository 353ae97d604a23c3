using FluentValidation;
using MethodCenter.Application.Common.Persistence;
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
    public async Task<Answer<PositionDetails>> Handle(RegisterPosition request, CancellationToken cancellationToken)
    {
        var (byCode, byName) = await store
            .KnownPositions()
            .FindKnownAsync(null, request.Code, request.Name, cancellationToken);
        if (byCode is not null)
        {
            return PositionErrors.CodeTaken;
        }

        if (byName is not null)
        {
            return PositionErrors.NameTaken(byName.Code, byName.Name);
        }

        var position = Position.Register(request.Code, request.Name, request.Category);
        store.Positions.Add(position);
        return reads.Answer<Position, PositionDetails>(position);
    }
}

internal static class PositionNames
{
    public static IQueryable<KnownName> KnownPositions(this ITerritoryStore store) =>
        store.Positions.Select(position => new KnownName
        {
            Id = position.Id,
            Code = position.Code,
            Name = position.Name,
            NameKey = position.NameKey,
        });
}
