namespace MethodCenter.Application.Office.Changes;

/// <summary>How far the feed has come. A client that wants a complete copy takes it before reading the lists.</summary>
[Permission(ChangePermissions.Read)]
public sealed record GetChangePosition : IQuery<ChangePosition>;

internal sealed class GetChangePositionHandler(IChangeFeed feed) : IQueryHandler<GetChangePosition, ChangePosition>
{
    public async Task<Result<ChangePosition>> Handle(GetChangePosition request, CancellationToken cancellationToken)
    {
        var reach = await feed.ReachAsync(0, cancellationToken);
        return new ChangePosition { Position = reach.Last, RetainedFrom = reach.Trimmed };
    }
}
