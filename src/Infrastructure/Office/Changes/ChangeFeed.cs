using System.Linq.Expressions;
using System.Reflection;
using MethodCenter.Application.Common.Changes;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Office.Changes;

namespace MethodCenter.Infrastructure.Office.Changes;

/// <summary>Reads the change log.</summary>
internal sealed class ChangeFeed(MethodCenterDbContext database) : IChangeFeed
{
    private static readonly MethodInfo Select = typeof(ChangeFeed).GetMethod(
        nameof(SelectVisible),
        BindingFlags.Instance | BindingFlags.NonPublic
    )!;

    private static readonly Expression<Func<ChangeEntry, FeedRow>> Projection = change => new FeedRow(
        change.Position!.Value,
        change.Type,
        change.Kind,
        change.SubjectId,
        change.ParentId,
        change.Version,
        change.OrganisationId,
        change.OccurredAt,
        change.Events,
        change.Keys
    );

    public async Task<FeedReach> ReachAsync(long after, CancellationToken cancellationToken) =>
        await database
            .ChangeLogs.Select(log => new FeedReach(
                log.Last,
                log.Trimmed,
                after > 0 && database.ChangeGaps.Any(gap => gap.From < after && gap.To > after)
            ))
            .SingleOrDefaultAsync(cancellationToken)
        ?? new FeedReach(0, 0, Lost: false);

    public async Task<IReadOnlyList<FeedRow>> ReadAsync(
        long after,
        long to,
        IReadOnlyCollection<string>? types,
        int most,
        CancellationToken cancellationToken
    )
    {
        var centreId = database.CurrentCentreId;
        var rows = database.Changes.Where(change =>
            change.CentreId == centreId && change.Position > after && change.Position <= to
        );
        if (types is not null)
        {
            string[] names = [.. types];
            rows = rows.Where(change => names.Contains(change.Type));
        }

        return await rows.OrderBy(change => change.Position)
            .Take(most)
            .Select(Projection)
            .ToListAsync(cancellationToken);
    }

    public bool HasOwners(ChangeType type) =>
        database
            .Model.FindEntityType(type.Aggregate)!
            .GetDeclaredQueryFilters()
            .Any(filter => filter.Key == QueryFilters.Organisations);

    public async Task<IReadOnlySet<Guid>> FindVisibleAsync(
        IReadOnlyCollection<(ChangeType Type, IReadOnlyCollection<Guid> Ids)> subjects,
        CancellationToken cancellationToken
    )
    {
        var visible = subjects
            .Select(subject =>
                (IQueryable<Guid>)
                    Select.MakeGenericMethod(subject.Type.Aggregate).Invoke(this, [(Guid[])[.. subject.Ids]])!
            )
            .Aggregate((one, other) => one.Concat(other));
        return (await visible.ToListAsync(cancellationToken)).ToHashSet();
    }

    /// <summary>The filters of the context leave what the caller may see.</summary>
    private IQueryable<Guid> SelectVisible<TRoot>(Guid[] ids)
        where TRoot : AggregateRoot =>
        database.Set<TRoot>().Where(root => ids.Contains(root.Id)).Select(root => root.Id);
}
