using System.Linq.Expressions;

namespace MethodCenter.Application.Common.Persistence;

/// <summary>The projections that the areas declare beside their read models, as expressions.</summary>
public interface IProjections
{
    Expression<Func<TEntity, TModel>> Of<TEntity, TModel>();
}
