using System.Linq.Expressions;
using AutoMapper;

namespace MethodCenter.Application.Common.Persistence;

/// <summary>Objects of other areas within the projection of a read model.</summary>
public static class Referred
{
    /// <summary>
    /// The object with an id, or none, under the filters of the caller. A word of queries: the database context puts its
    /// rows in its place.
    /// </summary>
    public static IQueryable<TEntity> ById<TEntity>(Guid? id)
        where TEntity : Entity => throw new InvalidOperationException($"{typeof(TEntity).Name} {id} outside a query");
}

/// <summary>Names beside ids, so that nobody has to ask for an object to learn what it is called.</summary>
internal static class NamesBeside
{
    /// <summary>
    /// Fills a member with what the object is called to which an id refers; null where the caller may not see it. It is a
    /// subquery by the primary key: the read stays one command.
    /// </summary>
    public static IProjectionExpression<TSource, TModel> Beside<TSource, TModel, TOther, TName>(
        this IProjectionExpression<TSource, TModel> projection,
        Expression<Func<TModel, TName>> member,
        Expression<Func<TSource, Guid?>> id,
        Expression<Func<TOther, TName>> name
    )
        where TOther : Entity => projection.ForMember(member, options => options.MapFrom(NameOf(id, name)));

    private static Expression<Func<TSource, TName>> NameOf<TSource, TOther, TName>(
        Expression<Func<TSource, Guid?>> id,
        Expression<Func<TOther, TName>> name
    )
        where TOther : Entity
    {
        var rows = Expression.Call(typeof(Referred), nameof(Referred.ById), [typeof(TOther)], id.Body);
        var names = Expression.Call(
            typeof(Queryable),
            nameof(Queryable.Select),
            [typeof(TOther), typeof(TName)],
            rows,
            Expression.Quote(name)
        );
        var first = Expression.Call(typeof(Queryable), nameof(Queryable.FirstOrDefault), [typeof(TName)], names);
        return Expression.Lambda<Func<TSource, TName>>(first, id.Parameters);
    }

    /// <summary>Leaves out the members that <see cref="Beside"/> fills.</summary>
    public static ExpressionVisitor Remover { get; } = new Removing();

    private sealed class Removing : ExpressionVisitor
    {
        protected override Expression VisitMemberInit(MemberInitExpression node) =>
            base.VisitMemberInit(node.Update(node.NewExpression, node.Bindings.Where(binding => !IsName(binding))));

        private static bool IsName(MemberBinding binding) =>
            binding
                is MemberAssignment
                {
                    Expression: MethodCallExpression
                    {
                        Arguments: [MethodCallExpression { Arguments: [MethodCallExpression rows, ..] }],
                    },
                }
            && rows.Method.DeclaringType == typeof(Referred);
    }
}
