using System.Linq.Expressions;

namespace MethodCenter.Application.Common.Paging;

/// <summary>Filters that every list may need.</summary>
public static class Filters
{
    /// <summary>A filter that applies only when its value is given.</summary>
    public static IQueryable<TEntity> WhereGiven<TEntity, TValue>(
        this IQueryable<TEntity> rows,
        TValue? value,
        Func<TValue, Expression<Func<TEntity, bool>>> filter
    )
        where TValue : struct => value is null ? rows : rows.Where(filter(value.Value));

    /// <summary>Rows whose normalised column contains every word of the search text, in any order.</summary>
    public static IQueryable<TEntity> Searched<TEntity>(
        this IQueryable<TEntity> rows,
        string? text,
        Expression<Func<TEntity, string>> column
    )
    {
        foreach (var word in SearchText.Normalize(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var pattern = $"%{Escape(word)}%";
            Expression<Func<string, bool>> contains = value => EF.Functions.Like(value, pattern, "\\");
            rows = rows.Where(
                Expression.Lambda<Func<TEntity, bool>>(
                    new Inliner(contains.Parameters[0], column.Body).Visit(contains.Body),
                    column.Parameters
                )
            );
        }

        return rows;
    }

    private static string Escape(string word) =>
        word.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("%", "\\%", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal)
            .Replace("[", "\\[", StringComparison.Ordinal);

    private sealed class Inliner(ParameterExpression from, Expression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
