using FluentValidation;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Territory.Positions;

namespace MethodCenter.Application.Territory.Positions;

/// <summary>Renames a position or moves it to another section; its code stays.</summary>
[Permission(PositionPermissions.Write)]
public sealed record UpdatePosition(Guid Id, int Version, PositionBody Body) : ICommand<PositionDetails>;

internal sealed class UpdatePositionValidator : AbstractValidator<UpdatePosition>
{
    public UpdatePositionValidator() => RuleFor(command => command.Body).SetValidator(new PositionBodyValidator());
}

internal sealed class UpdatePositionHandler(ITerritoryStore store, IReads reads)
    : ICommandHandler<UpdatePosition, PositionDetails>
{
    public async Task<Answer<PositionDetails>> Handle(UpdatePosition request, CancellationToken cancellationToken)
    {
        var position = await store.Positions.SingleOrDefaultAsync(
            position => position.Id == request.Id,
            cancellationToken
        );
        if (position is null)
        {
            return PositionErrors.NotFound;
        }

        if (position.CheckVersion(request.Version) is { } stale)
        {
            return stale;
        }

        var (_, byName) = await store
            .KnownPositions()
            .FindKnownAsync(position.Id, null, request.Body.Name, cancellationToken);
        if (byName is not null)
        {
            return PositionErrors.NameTaken(byName.Code, byName.Name);
        }

        position.UpdateCard(request.Body.Name, request.Body.Category);
        return reads.Answer<Position, PositionDetails>(position);
    }
}
