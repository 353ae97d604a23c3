using MethodCenter.Domain.Office.StatedFigures;

namespace MethodCenter.Application.Office.StatedFigures;

/// <summary>One published figure.</summary>
[Permission(StatedFigurePermissions.Read)]
public sealed record GetStatedFigure(Guid Id) : IQuery<StatedFigureDetails>;

internal sealed class GetStatedFigureHandler(IReads reads) : IQueryHandler<GetStatedFigure, StatedFigureDetails>
{
    public async Task<Result<StatedFigureDetails>> Handle(
        GetStatedFigure request,
        CancellationToken cancellationToken
    ) =>
        await reads.FindAsync<StatedFigure, StatedFigureDetails>(request.Id, cancellationToken) is { } figure
            ? figure
            : StatedFigureErrors.NotFound;
}
