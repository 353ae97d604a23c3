using System.Linq.Expressions;
using MethodCenter.Domain.Common;

namespace MethodCenter.Application.Common.Paging;

/// <summary>The fields by which a list may be sorted, published in the API. The id always comes last.</summary>
/// <remarks>Keys must not be null in the database: a comparison with null is neither less nor greater.</remarks>
public sealed class SortFields<TEntity> : ISortFields
    where TEntity : Entity
{
    private readonly Dictionary<string, LambdaExpression> _fields = new(StringComparer.Ordinal);

    public SortFields(string byDefault) => Default = byDefault;

    public string Default { get; }

    public IEnumerable<string> Names => _fields.Keys;

    public SortFields<TEntity> Add<TKey>(string name, Expression<Func<TEntity, TKey>> key)
    {
        _fields.Add(name, key);
        return this;
    }

    internal Result<IReadOnlyList<SortKey>> Parse(string? sort)
    {
        var keys = new List<SortKey>();
        foreach (var part in (sort ?? Default).Split(',', StringSplitOptions.TrimEntries))
        {
            var descending = part.StartsWith('-');
            var name = descending ? part[1..] : part;
            if (!_fields.TryGetValue(name, out var key) || keys.Exists(other => other.Name == name))
            {
                return PagingErrors.UnknownSort(name.Length > 40 ? name[..40] : name, string.Join(", ", Names));
            }

            keys.Add(new SortKey(name, descending, key));
        }

        Expression<Func<TEntity, Guid>> id = entity => entity.Id;
        keys.Add(new SortKey("id", keys[^1].Descending, id));
        return keys;
    }
}

/// <summary>What the API publishes of the fields by which a list may be sorted.</summary>
public interface ISortFields
{
    /// <summary>The order where none is asked for.</summary>
    string Default { get; }

    IEnumerable<string> Names { get; }
}

internal sealed record SortKey(string Name, bool Descending, LambdaExpression Key);

public static class PagingErrors
{
    public static readonly Error BadCursor = Error.Malformed("list.bad-cursor").At("cursor");

    public static Error UnknownSort(string field, string known) =>
        Error.Malformed("list.unknown-sort").With("field", field).With("known", known).At("sort");
}
