using MethodCenter.Application.Common.Changes;
using MethodCenter.Domain.Office.Audit;
using MethodCenter.Domain.Territory.Centres;
using MethodCenter.Infrastructure.Office.Changes;

namespace MethodCenter.Infrastructure.Persistence.Bulk;

/// <summary>Writes what waits in bulk with all that belongs to it: parts, audit entries, changes of the feed.</summary>
internal sealed class BulkInsert(MethodCenterDbContext database, BulkRows rows, ChangeRows changes)
{
    /// <summary>Writes into the open transaction.</summary>
    /// <param name="eventsOf">Names of the events that an aggregate has raised.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public async Task WriteAsync(Func<Guid, IReadOnlyList<string>> eventsOf, CancellationToken cancellationToken)
    {
        if (rows.IsEmpty)
        {
            return;
        }

        var centreId = database.CurrentCentreId;
        foreach (var group in rows.Roots.GroupBy(root => root.GetType()))
        {
            if (group.Key == typeof(Centre))
            {
                throw new InvalidOperationException("A centre is the owner of its own row and is not written in bulk.");
            }

            await WriteTreeAsync(TableOf(group.Key), [.. group], centreId, cancellationToken);
        }

        foreach (var group in rows.Others.GroupBy(row => row.GetType()))
        {
            await WriteAsync(TableOf(group.Key), [.. group], centreId, cancellationToken);
        }

        var audit = new object[rows.Roots.Count];
        var told = new object[rows.Roots.Count];
        for (var place = 0; place < audit.Length; place++)
        {
            var root = rows.Roots[place];
            audit[place] = changes.Audit(root, AuditKind.Created, null);
            told[place] = changes.Change(root, ChangeKind.Created, 1, eventsOf(root.Id), centreId);
        }

        await WriteAsync(TableOf(typeof(AuditEntry)), audit, centreId, cancellationToken);
        await WriteAsync(TableOf(typeof(ChangeEntry)), told, centreId, cancellationToken);
        rows.Clear();
    }

    private async Task WriteTreeAsync(
        BulkTable table,
        IReadOnlyList<object> entities,
        Guid centreId,
        CancellationToken cancellationToken
    )
    {
        await WriteAsync(table, entities, centreId, cancellationToken);
        foreach (var parts in table.Parts)
        {
            List<object> found = [];
            foreach (var entity in entities)
            {
                foreach (var part in (System.Collections.IEnumerable)parts.Read(entity)!)
                {
                    found.Add(part);
                }
            }

            await WriteTreeAsync(parts.Table, found, centreId, cancellationToken);
        }
    }

    private Task WriteAsync(
        BulkTable table,
        IReadOnlyList<object> entities,
        Guid centreId,
        CancellationToken cancellationToken
    )
    {
        if (entities.Count == 0)
        {
            return Task.CompletedTask;
        }

        CentreGuard.Check(table.Type.ClrType, entities, centreId);
        return database.Dialect.InsertAsync(database, table, entities, centreId, cancellationToken);
    }

    private BulkTable TableOf(Type type) => BulkTable.Of(database.Model.FindEntityType(type)!);
}
