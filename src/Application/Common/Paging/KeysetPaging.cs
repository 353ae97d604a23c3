using System.Globalization;
using System.Linq.Expressions;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace MethodCenter.Application.Common.Paging;

/// <summary>Keyset paging: a page begins behind the last row of the page before, so a deep page costs what the first does.</summary>
public static class KeysetPaging
{
    /// <summary>Reads one page of a filtered query. The projection to the read model is the area's own.</summary>
    /// <param name="rows">The filtered rows.</param>
    /// <param name="query">The request; its other members are the filter to which a cursor is bound.</param>
    /// <param name="fields">Fields by which the list may be sorted.</param>
    /// <param name="projection">From a row to its read model.</param>
    public static async Task<Result<Page<TModel>>> ToPageAsync<TEntity, TModel>(
        this IQueryable<TEntity> rows,
        ListQuery query,
        SortFields<TEntity> fields,
        Expression<Func<TEntity, TModel>> projection,
        CancellationToken cancellationToken
    )
        where TEntity : class
    {
        if (!fields.Parse(query.Sort).Succeeded(out var keys, out var error))
        {
            return error;
        }

        int? total = query.IncludeTotal ? await rows.CountAsync(cancellationToken) : null;
        var binding = Binding(query);
        object[]? start = null;
        if (query.Cursor is not null && (start = Cursor.TryRead(query.Cursor, binding, keys)) is null)
        {
            return PagingErrors.BadCursor;
        }

        var found = new List<Keyed<TModel>>(query.Limit + 1);
        await foreach (
            var row in Read(rows, keys, start, query.Limit + 1, projection).WithCancellation(cancellationToken)
        )
        {
            found.Add(row);
        }

        var more = found.Count > query.Limit;
        if (more)
        {
            found.RemoveAt(found.Count - 1);
        }

        var items = new TModel[found.Count];
        for (var row = 0; row < items.Length; row++)
        {
            items[row] = found[row].Model;
        }

        return new Page<TModel>(items, more ? Cursor.Write(found[^1].Keys, binding) : null, total);
    }

    /// <summary>Rows that are computed and not read, in the order of the request and behind its cursor.</summary>
    /// <returns>The rows, and of each the cursor at which the page after it begins.</returns>
    internal static Result<MemoryRows<TEntity>> Sorted<TEntity>(
        this IEnumerable<TEntity> rows,
        ListQuery query,
        SortFields<TEntity> fields
    )
        where TEntity : class
    {
        if (!fields.Parse(query.Sort).Succeeded(out var keys, out var error))
        {
            return error;
        }

        var binding = Binding(query);
        object[]? start = null;
        if (query.Cursor is not null && (start = Cursor.TryRead(query.Cursor, binding, keys)) is null)
        {
            return PagingErrors.BadCursor;
        }

        var all = rows.AsQueryable();
        var page = start is null
            ? all
            : all.Where(
                Behind(
                    keys,
                    [.. start.Select((value, place) => Expression.Constant(value, keys[place].Key.ReturnType))]
                )
            );
        var values = WithKeys<TEntity, TEntity>(keys, row => row).Compile();
        return new MemoryRows<TEntity>([.. Order(page, keys)], row => Cursor.Write(values(row).Keys, binding));
    }

    /// <inheritdoc cref="Sorted"/>
    internal sealed record MemoryRows<TEntity>(IReadOnlyList<TEntity> Rows, Func<TEntity, string> CursorOf);

    private static IAsyncEnumerable<Keyed<TModel>> Read<TEntity, TModel>(
        IQueryable<TEntity> rows,
        IReadOnlyList<SortKey<TEntity>> keys,
        object[]? start,
        int count,
        Expression<Func<TEntity, TModel>> projection
    )
        where TEntity : class
    {
        // A list that nobody narrows, by one field and the id, is what most requests ask for: its plan is made once.
        if (rows is DbSet<TEntity> all && keys.Count == 2 && keys[0].Descending == keys[1].Descending)
        {
            var database = all.GetService<ICurrentDbContext>().Context;
            if (PagePlans<TEntity, TModel>.Of(database.Model, projection, keys) is { } plan)
            {
                return plan.Read(database, start, count);
            }
        }

        var page = start is null
            ? rows
            : rows.Where(
                Behind(keys, [.. start.Select((value, place) => Parameterised(value, keys[place].Key.ReturnType))])
            );
        return Order(page, keys).Take(count).Select(WithKeys(keys, projection)).AsAsyncEnumerable();
    }

    internal static IOrderedQueryable<TEntity> Order<TEntity>(
        IQueryable<TEntity> rows,
        IReadOnlyList<SortKey<TEntity>> keys
    )
        where TEntity : class
    {
        var ordered = keys[0].Field.Order(rows, keys[0].Descending);
        for (var place = 1; place < keys.Count; place++)
        {
            ordered = keys[place].Field.ThenOrder(ordered, keys[place].Descending);
        }

        return ordered;
    }

    /// <summary>a ≥ x and ((a &gt; x) or (a = x and b &gt; y) or …): the rows behind the cursor.</summary>
    /// <remarks>The first part follows from the second; it is what lets a database enter the index at the cursor.</remarks>
    internal static Expression<Func<TEntity, bool>> Behind<TEntity>(
        IReadOnlyList<SortKey<TEntity>> keys,
        IReadOnlyList<Expression> values
    )
        where TEntity : class
    {
        var row = Expression.Parameter(typeof(TEntity), "row");
        Expression? behind = null;
        for (var place = keys.Count - 1; place >= 0; place--)
        {
            var key = Replace(keys[place].Key, row);
            var value = values[place];
            var after = keys[place].Descending ? Less(key, value) : Less(value, key);
            behind = behind is null
                ? after
                : Expression.OrElse(after, Expression.AndAlso(Expression.Equal(key, value), behind));
        }

        var first = Replace(keys[0].Key, row);
        var start = values[0];
        var before = keys[0].Descending ? Less(start, first) : Less(first, start);
        return Expression.Lambda<Func<TEntity, bool>>(Expression.AndAlso(Expression.Not(before), behind!), row);
    }

    private static BinaryExpression Less(Expression left, Expression right) =>
        left.Type == typeof(string)
            ? Expression.LessThan(
                Expression.Call(typeof(string), nameof(string.Compare), null, left, right),
                Expression.Constant(0)
            )
            : Expression.LessThan(left, right);

    /// <summary>A member access on a closure, which EF turns into a parameter, so that all pages share one plan.</summary>
    private static MemberExpression Parameterised(object value, Type type)
    {
        var box = Activator.CreateInstance(typeof(Box<>).MakeGenericType(type), value)!;
        return Expression.Field(Expression.Constant(box), nameof(Box<int>.Value));
    }

    internal static Expression<Func<TEntity, Keyed<TModel>>> WithKeys<TEntity, TModel>(
        IReadOnlyList<SortKey<TEntity>> keys,
        Expression<Func<TEntity, TModel>> projection
    )
        where TEntity : class
    {
        var row = projection.Parameters[0];
        var values = Expression.NewArrayInit(
            typeof(object),
            keys.Select(key => Expression.Convert(Replace(key.Key, row), typeof(object)))
        );
        return Expression.Lambda<Func<TEntity, Keyed<TModel>>>(
            Expression.MemberInit(
                Expression.New(typeof(Keyed<TModel>)),
                Expression.Bind(typeof(Keyed<TModel>).GetProperty(nameof(Keyed<>.Model))!, projection.Body),
                Expression.Bind(typeof(Keyed<TModel>).GetProperty(nameof(Keyed<>.Keys))!, values)
            ),
            row
        );
    }

    private static Expression Replace(LambdaExpression lambda, ParameterExpression row) =>
        new ParameterReplacer(lambda.Parameters[0], row).Visit(lambda.Body);

    /// <summary>Hash of sort and filter: a cursor of another list or filter is refused, not misread.</summary>
    private static string Binding(ListQuery query)
    {
        var filter = query with { Cursor = null, Limit = 0, IncludeTotal = false };
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(filter.ToString()!));
        return Convert.ToHexString(bytes.AsSpan(0, 6));
    }

    /// <summary>A row of a page with the values by which the page is ordered.</summary>
    internal sealed class Keyed<TModel>
    {
        public TModel Model { get; init; } = default!;

        public object[] Keys { get; init; } = [];
    }

    private sealed class Box<T>(T value)
    {
        public readonly T Value = value;
    }

    private sealed class ParameterReplacer(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }

    private static class Cursor
    {
        public static string Write(object[] values, string binding)
        {
            var parts = new string?[values.Length + 1];
            parts[0] = binding;
            for (var place = 0; place < values.Length; place++)
            {
                parts[place + 1] = Convert.ToString(Portable(values[place]), CultureInfo.InvariantCulture);
            }

            return Base64Url(JsonSerializer.SerializeToUtf8Bytes(parts));
        }

        public static object[]? TryRead<TEntity>(string cursor, string binding, IReadOnlyList<SortKey<TEntity>> keys)
            where TEntity : class
        {
            try
            {
                var text = cursor.Replace('-', '+').Replace('_', '/');
                var bytes = Convert.FromBase64String(text.PadRight(text.Length + ((4 - (text.Length % 4)) % 4), '='));
                var parts = JsonSerializer.Deserialize<string[]>(bytes);
                return parts is null || parts.Length != keys.Count + 1 || parts[0] != binding
                    ? null
                    : [.. keys.Select((key, place) => Parse(parts[place + 1], key.Key.ReturnType))];
            }
            catch (Exception exception)
                when (exception is FormatException or JsonException or ArgumentException or OverflowException)
            {
                return null;
            }
        }

        private static object Portable(object value) =>
            value switch
            {
                DateOnly day => day.DayNumber,
                DateTimeOffset instant => instant.UtcTicks,
                AcademicYear year => year.StartYear,
                Enum name => name.ToString(),
                _ => value,
            };

        private static object Parse(string text, Type type) =>
            type == typeof(string) ? (text.Any(char.IsControl) ? throw new FormatException() : text)
            : type == typeof(Guid) ? Guid.Parse(text)
            : type == typeof(DateOnly) ? DateOnly.FromDayNumber(int.Parse(text, CultureInfo.InvariantCulture))
            : type == typeof(DateTimeOffset)
                ? new DateTimeOffset(long.Parse(text, CultureInfo.InvariantCulture), TimeSpan.Zero)
            : type == typeof(AcademicYear) ? AcademicYear.Starting(int.Parse(text, CultureInfo.InvariantCulture))
            : type.IsEnum ? Enum.Parse(type, text)
            : Convert.ChangeType(text, type, CultureInfo.InvariantCulture);

        private static string Base64Url(byte[] bytes) =>
            Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }
}
