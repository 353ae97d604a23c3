using MethodCenter.Domain.Territory.Positions;

namespace MethodCenter.Application.Territory.Positions;

/// <summary>One entry of the vocabulary of positions.</summary>
[Permission(PositionPermissions.Read)]
public sealed record GetPosition(Guid Id) : IQuery<PositionDetails>;

internal sealed class GetPositionHandler(IReads reads) : IQueryHandler<GetPosition, PositionDetails>
{
    public async Task<Result<PositionDetails>> Handle(GetPosition request, CancellationToken cancellationToken) =>
        await reads.FindAsync<Position, PositionDetails>(request.Id, cancellationToken) is { } position
            ? position
            : PositionErrors.NotFound;
}
