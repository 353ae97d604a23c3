using System.Linq.Expressions;
using System.Reflection;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Territory.Centres;
using MethodCenter.Domain.Territory.Employees;
using MethodCenter.Domain.Territory.Organisations;

namespace MethodCenter.Infrastructure.Persistence;

/// <summary>A named query filter of one entity.</summary>
internal sealed record RowFilter(Type Entity, string Name, LambdaExpression Condition);

/// <summary>Whose rows are visible: the filters of all entities, for the model that is built and the one that is compiled.</summary>
internal static class RowFilters
{
    // Entity Framework puts the context of the query in the place of any expression of the context's type.
    private static readonly Expression Context = Expression.Constant(null, typeof(MethodCenterDbContext));

    public static IEnumerable<RowFilter> Of(IEnumerable<Type> entities)
    {
        foreach (var type in entities)
        {
            if (type == typeof(Centre))
            {
                yield return Filter<Centre>(
                    QueryFilters.Centre,
                    (context, centre) => centre.Id == context.CurrentCentreId
                );
            }
            else if (typeof(Entity).IsAssignableFrom(type))
            {
                yield return Call(nameof(ByCentre), type);
            }

            if (typeof(IOrganisationOwned).IsAssignableFrom(type))
            {
                yield return Call(nameof(ByOrganisation), type);
            }
            else if (type == typeof(Organisation))
            {
                yield return Filter<Organisation>(
                    QueryFilters.Organisations,
                    (context, organisation) =>
                        context.AllOrganisations || context.CurrentOrganisationIds.Contains(organisation.Id)
                );
            }
            else if (type == typeof(Employee))
            {
                yield return Filter<Employee>(
                    QueryFilters.Organisations,
                    (context, employee) =>
                        context.AllOrganisations
                        || employee.Employments.Any(place =>
                            context.CurrentOrganisationIds.Contains(place.OrganisationId)
                        )
                );
            }
        }
    }

    private static RowFilter ByCentre<TEntity>()
        where TEntity : Entity =>
        Filter<TEntity>(QueryFilters.Centre, (context, entity) => entity.CentreId == context.CurrentCentreId);

    private static RowFilter ByOrganisation<TEntity>()
        where TEntity : class, IOrganisationOwned =>
        Filter<TEntity>(
            QueryFilters.Organisations,
            (context, entity) =>
                context.AllOrganisations || context.CurrentOrganisationIds.Contains(entity.OrganisationId)
        );

    private static RowFilter Filter<TEntity>(
        string name,
        Expression<Func<MethodCenterDbContext, TEntity, bool>> condition
    ) =>
        new(
            typeof(TEntity),
            name,
            Expression.Lambda<Func<TEntity, bool>>(
                new Replace(condition.Parameters[0]).Visit(condition.Body),
                condition.Parameters[1]
            )
        );

    private static RowFilter Call(string method, Type type) =>
        (RowFilter)
            typeof(RowFilters)
                .GetMethod(method, BindingFlags.Static | BindingFlags.NonPublic)!
                .MakeGenericMethod(type)
                .Invoke(null, null)!;

    private sealed class Replace(ParameterExpression context) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == context ? Context : node;
    }
}
