namespace MethodCenter.Application.Common.Ports;

/// <summary>Shorthand over <see cref="IReads"/>.</summary>
public static class ReadsExtensions
{
    /// <summary>The representation of a changed object, as a following GET would show it: read after the save.</summary>
    public static Result<TModel> Answer<TEntity, TModel>(this IReads reads, TEntity entity)
        where TEntity : Entity
        where TModel : class =>
        Result<TModel>.AfterSave(async cancellationToken =>
            await reads.FindAsync<TEntity, TModel>(entity.Id, cancellationToken)
            ?? throw new InvalidOperationException($"{typeof(TEntity).Name} was saved outside of the caller's scope.")
        );
}
