using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace MethodCenter.Application.Common.Paging;

/// <summary>Pages of whole lists as compiled queries, by projection and sort: made once for each model.</summary>
/// <remarks>
/// A compiled query belongs to the model on which it ran first; tests have several in one process. Plans live no longer than
/// their projection: a list that builds its projection anew for each request (over the day, or over other rows) has none,
/// and goes through the query cache of Entity Framework.
/// </remarks>
internal static class PagePlans<TEntity, TModel>
    where TEntity : class
{
    private static readonly ConditionalWeakTable<Expression<Func<TEntity, TModel>>, Plans> Known = [];

    /// <returns>Null: the projection comes for the first time, so it may be one that never comes again.</returns>
    public static PagePlan<TModel>? Of(
        IModel model,
        Expression<Func<TEntity, TModel>> projection,
        IReadOnlyList<SortKey<TEntity>> keys
    )
    {
        if (Known.TryGetValue(projection, out var plans))
        {
            return plans
                .ByModel.GetOrCreateValue(model)
                .GetOrAdd(
                    (keys[0].Field, keys[0].Descending),
                    static (_, made) => made.keys[0].Field.Plan(made.projection, made.keys),
                    (projection, keys)
                );
        }

        Known.TryAdd(projection, new Plans());
        return null;
    }

    private sealed class Plans
    {
        public ConditionalWeakTable<
            IModel,
            ConcurrentDictionary<(SortField<TEntity> Field, bool Descending), PagePlan<TModel>>
        > ByModel { get; } = [];
    }
}

/// <summary>Reads a page that is ordered by one field and the id.</summary>
internal abstract class PagePlan<TModel>
{
    /// <param name="database">Whose query filters hold.</param>
    /// <param name="start">The values of the row before the page; null: the first page.</param>
    /// <param name="count">How many rows at most.</param>
    public abstract IAsyncEnumerable<KeysetPaging.Keyed<TModel>> Read(DbContext database, object[]? start, int count);
}

/// <inheritdoc/>
internal sealed class PagePlan<TEntity, TKey, TModel> : PagePlan<TModel>
    where TEntity : class
{
    private readonly Func<DbContext, int, IAsyncEnumerable<KeysetPaging.Keyed<TModel>>> _first;
    private readonly Func<DbContext, int, TKey, Guid, IAsyncEnumerable<KeysetPaging.Keyed<TModel>>> _behind;

    public PagePlan(Expression<Func<TEntity, TModel>> projection, IReadOnlyList<SortKey<TEntity>> keys)
    {
        var database = Expression.Parameter(typeof(DbContext), "database");
        var count = Expression.Parameter(typeof(int), "count");
        var key = Expression.Parameter(typeof(TKey), "key");
        var id = Expression.Parameter(typeof(Guid), "id");
        var set = Expression.Call(database, nameof(DbContext.Set), [typeof(TEntity)]);
        _first = EF.CompileAsyncQuery(
            Expression.Lambda<Func<DbContext, int, IQueryable<KeysetPaging.Keyed<TModel>>>>(
                Page(set, count, projection, keys),
                database,
                count
            )
        );
        _behind = EF.CompileAsyncQuery(
            Expression.Lambda<Func<DbContext, int, TKey, Guid, IQueryable<KeysetPaging.Keyed<TModel>>>>(
                Page(Where(set, KeysetPaging.Behind(keys, [key, id])), count, projection, keys),
                database,
                count,
                key,
                id
            )
        );
    }

    public override IAsyncEnumerable<KeysetPaging.Keyed<TModel>> Read(DbContext database, object[]? start, int count) =>
        start is null ? _first(database, count) : _behind(database, count, (TKey)start[0], (Guid)start[1]);

    /// <summary>The ordered, cut and projected rows, built on an empty list and then put upon the source.</summary>
    private static MethodCallExpression Page(
        Expression source,
        Expression count,
        Expression<Func<TEntity, TModel>> projection,
        IReadOnlyList<SortKey<TEntity>> keys
    )
    {
        var empty = Array.Empty<TEntity>().AsQueryable();
        var ordered = new Replace(empty.Expression, source).Visit(KeysetPaging.Order(empty, keys).Expression)!;
        var cut = Expression.Call(typeof(Queryable), nameof(Queryable.Take), [typeof(TEntity)], ordered, count);
        return Expression.Call(
            typeof(Queryable),
            nameof(Queryable.Select),
            [typeof(TEntity), typeof(KeysetPaging.Keyed<TModel>)],
            cut,
            Expression.Quote(KeysetPaging.WithKeys(keys, projection))
        );
    }

    private static MethodCallExpression Where(Expression source, Expression<Func<TEntity, bool>> condition) =>
        Expression.Call(
            typeof(Queryable),
            nameof(Queryable.Where),
            [typeof(TEntity)],
            source,
            Expression.Quote(condition)
        );

    private sealed class Replace(Expression from, Expression to) : ExpressionVisitor
    {
        public override Expression? Visit(Expression? node) => node == from ? to : base.Visit(node);
    }
}
