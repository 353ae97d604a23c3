using System.Linq.Expressions;

namespace MethodCenter.Application.Common.Paging;

/// <summary>The fields by which a list may be sorted, published in the API. The id always comes last.</summary>
/// <remarks>Keys must not be null in the database: a comparison with null is neither less nor greater.</remarks>
/// <typeparam name="TEntity">An entity, or a row that a query makes; it has an <c>Id</c> that no other row has.</typeparam>
public sealed class SortFields<TEntity> : ISortFields
    where TEntity : class
{
    private static readonly SortField<TEntity> Id = SortField<TEntity>.Of(IdOf());
    private readonly Dictionary<string, SortField<TEntity>> _fields = new(StringComparer.Ordinal);

    public SortFields(string byDefault) => Default = byDefault;

    public string Default { get; }

    public IEnumerable<string> Names => _fields.Keys;

    public SortFields<TEntity> Add<TKey>(string name, Expression<Func<TEntity, TKey>> key)
    {
        _fields.Add(name, SortField<TEntity>.Of(key));
        return this;
    }

    internal Result<IReadOnlyList<SortKey<TEntity>>> Parse(string? sort)
    {
        var keys = new List<SortKey<TEntity>>();
        foreach (var part in (sort ?? Default).Split(',', StringSplitOptions.TrimEntries))
        {
            var descending = part.StartsWith('-');
            var name = descending ? part[1..] : part;
            if (!_fields.TryGetValue(name, out var field) || keys.Exists(other => other.Name == name))
            {
                return PagingErrors.UnknownSort(name.Length > 40 ? name[..40] : name, string.Join(", ", Names));
            }

            keys.Add(new SortKey<TEntity>(name, descending, field));
        }

        keys.Add(new SortKey<TEntity>("id", keys[^1].Descending, Id));
        return keys;
    }

    private static Expression<Func<TEntity, Guid>> IdOf()
    {
        var row = Expression.Parameter(typeof(TEntity), "row");
        return Expression.Lambda<Func<TEntity, Guid>>(Expression.Property(row, nameof(Entity.Id)), row);
    }
}

/// <summary>What the API publishes of the fields by which a list may be sorted.</summary>
public interface ISortFields
{
    /// <summary>The order where none is asked for.</summary>
    string Default { get; }

    IEnumerable<string> Names { get; }
}

internal sealed record SortKey<TEntity>(string Name, bool Descending, SortField<TEntity> Field)
    where TEntity : class
{
    public LambdaExpression Key => Field.Key;
}

/// <summary>A field by which a list may be sorted. Its type is known here, so no request has to find it by reflection.</summary>
internal abstract class SortField<TEntity>
    where TEntity : class
{
    public abstract LambdaExpression Key { get; }

    public static SortField<TEntity> Of<TKey>(Expression<Func<TEntity, TKey>> key) => new Typed<TKey>(key);

    public abstract IOrderedQueryable<TEntity> Order(IQueryable<TEntity> rows, bool descending);

    public abstract IOrderedQueryable<TEntity> ThenOrder(IOrderedQueryable<TEntity> rows, bool descending);

    /// <summary>The compiled pages of the list by this field, which comes first among the keys.</summary>
    public abstract PagePlan<TModel> Plan<TModel>(
        Expression<Func<TEntity, TModel>> projection,
        IReadOnlyList<SortKey<TEntity>> keys
    );

    private sealed class Typed<TKey>(Expression<Func<TEntity, TKey>> key) : SortField<TEntity>
    {
        public override LambdaExpression Key => key;

        public override IOrderedQueryable<TEntity> Order(IQueryable<TEntity> rows, bool descending) =>
            descending ? rows.OrderByDescending(key) : rows.OrderBy(key);

        public override IOrderedQueryable<TEntity> ThenOrder(IOrderedQueryable<TEntity> rows, bool descending) =>
            descending ? rows.ThenByDescending(key) : rows.ThenBy(key);

        public override PagePlan<TModel> Plan<TModel>(
            Expression<Func<TEntity, TModel>> projection,
            IReadOnlyList<SortKey<TEntity>> keys
        ) => new PagePlan<TEntity, TKey, TModel>(projection, keys);
    }
}
