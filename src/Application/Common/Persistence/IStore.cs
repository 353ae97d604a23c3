namespace MethodCenter.Application.Common.Persistence;

/// <summary>
/// What use cases see of the database. A context has an interface of its own, so that a constructor shows the reach of
/// its class; the areas give it their rows as extension members.
/// </summary>
public interface IStore
{
    /// <summary>Whose rows are visible.</summary>
    DataScope Scope { get; }

    DbSet<TEntity> Set<TEntity>()
        where TEntity : class;

    /// <summary>
    /// Holds rows until the end of the transaction, in the order of their ids: another transaction that wants to hold
    /// one of them waits. None is loaded. The aggregate says by <see cref="IHeld"/> that its row can be held.
    /// </summary>
    Task HoldAsync<TRoot>(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
        where TRoot : Entity, IHeld;
}
