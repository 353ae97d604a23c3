using System.Collections.Concurrent;
using System.Linq.Expressions;
using AutoMapper;
using AutoMapper.QueryableExtensions;

namespace MethodCenter.Application.Common.Persistence;

/// <summary>Takes each projection from AutoMapper once and keeps the expression.</summary>
internal sealed class Projections(IConfigurationProvider configuration) : IProjections
{
    private readonly ConcurrentDictionary<(Type, Type), LambdaExpression> _known = new();
    private readonly ConcurrentDictionary<(Type, Type), Expression> _withoutNames = new();

    public Expression<Func<TEntity, TModel>> Of<TEntity, TModel>() =>
        (Expression<Func<TEntity, TModel>>)
            _known.GetOrAdd(
                (typeof(TEntity), typeof(TModel)),
                static (_, mapper) =>
                {
                    var select = (MethodCallExpression)
                        Array.Empty<TEntity>().AsQueryable().ProjectTo<TModel>(mapper).Expression;
                    return (LambdaExpression)((UnaryExpression)select.Arguments[1]).Operand;
                },
                configuration
            );

    public Expression<Func<TEntity, TModel>> WithoutNames<TEntity, TModel>() =>
        (Expression<Func<TEntity, TModel>>)
            _withoutNames.GetOrAdd(
                (typeof(TEntity), typeof(TModel)),
                _ => NamesBeside.Remover.Visit(Of<TEntity, TModel>())
            );
}
