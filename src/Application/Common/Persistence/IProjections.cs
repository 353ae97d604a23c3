using System.Linq.Expressions;

namespace MethodCenter.Application.Common.Persistence;

/// <summary>The projections that the areas declare beside their read models, as expressions.</summary>
public interface IProjections
{
    Expression<Func<TEntity, TModel>> Of<TEntity, TModel>();

    /// <summary>The same without the names beside ids, for what compares objects and shows them to nobody.</summary>
    Expression<Func<TEntity, TModel>> WithoutNames<TEntity, TModel>();
}
