namespace MethodCenter.Application.Common.Ports;

/// <summary>Shorthand over <see cref="IReads"/>.</summary>
public static class ReadsExtensions
{
    /// <summary>The representation of a changed object, as a following GET would show it: read after the save.</summary>
    public static Answer<TModel> Answer<TEntity, TModel>(this IReads reads, TEntity entity)
        where TEntity : Entity
        where TModel : class =>
        Messaging.Answer<TModel>.AfterSave(cancellationToken =>
            reads.ReadAsync<TEntity, TModel>(entity, cancellationToken)
        );

    /// <summary>The representation of an object that was saved.</summary>
    public static async Task<TModel> ReadAsync<TEntity, TModel>(
        this IReads reads,
        TEntity entity,
        CancellationToken cancellationToken
    )
        where TEntity : Entity
        where TModel : class =>
        await reads.FindAsync<TEntity, TModel>(entity.Id, cancellationToken)
        ?? throw new InvalidOperationException($"{typeof(TEntity).Name} was saved outside of the caller's scope.");
}
