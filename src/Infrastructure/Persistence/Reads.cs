using System.Collections.Concurrent;
using System.Linq.Expressions;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Ports;
using MethodCenter.Application.Territory.Employees;

namespace MethodCenter.Infrastructure.Persistence;

/// <summary>Reads by id as compiled queries: the plan of a projection is made once in the life of the process.</summary>
internal sealed class Reads(MethodCenterDbContext database, CompiledReads compiled) : IReads
{
    public Task<TModel?> FindAsync<TEntity, TModel>(Guid id, CancellationToken cancellationToken)
        where TEntity : Entity
        where TModel : class =>
        database.AllOrganisations
            ? compiled.Get<TEntity, TModel>()(database, id, cancellationToken)
            : compiled.Seen<TEntity, TModel>()(database, id, database.CurrentOrganisationIds, cancellationToken);

    public Task<TEntity?> FindRowAsync<TEntity>(Guid id, CancellationToken cancellationToken)
        where TEntity : Entity => compiled.Row<TEntity>()(database, id, cancellationToken);
}

/// <summary>The compiled queries, by entity and read model.</summary>
internal sealed class CompiledReads(IProjections projections)
{
    private readonly ConcurrentDictionary<(Type, Type), Delegate> _known = new();
    private readonly ConcurrentDictionary<(Type, Type), Delegate> _seen = new();

    public Func<MethodCenterDbContext, Guid, CancellationToken, Task<TModel?>> Get<TEntity, TModel>()
        where TEntity : Entity
        where TModel : class =>
        (Func<MethodCenterDbContext, Guid, CancellationToken, Task<TModel?>>)
            _known.GetOrAdd((typeof(TEntity), typeof(TModel)), _ => Compile<TEntity, TModel>());

    /// <summary>The same for callers who are limited to organisations: persons are called as they may read them.</summary>
    public Func<MethodCenterDbContext, Guid, Guid[], CancellationToken, Task<TModel?>> Seen<TEntity, TModel>()
        where TEntity : Entity
        where TModel : class =>
        (Func<MethodCenterDbContext, Guid, Guid[], CancellationToken, Task<TModel?>>)
            _seen.GetOrAdd(
                (typeof(TEntity), typeof(TModel)),
                _ =>
                {
                    var own = Expression.Parameter(typeof(Guid[]), "own");
                    var (body, database, id, token) = Read(projections.Of<TEntity, TModel>().SeenBy(own));
                    return EF.CompileAsyncQuery(
                        Expression.Lambda<Func<MethodCenterDbContext, Guid, Guid[], CancellationToken, TModel?>>(
                            body,
                            database,
                            id,
                            own,
                            token
                        )
                    );
                }
            );

    /// <summary>An entity as it stands in the database, not tracked.</summary>
    public Func<MethodCenterDbContext, Guid, CancellationToken, Task<TEntity?>> Row<TEntity>()
        where TEntity : Entity =>
        (Func<MethodCenterDbContext, Guid, CancellationToken, Task<TEntity?>>)
            _known.GetOrAdd(
                (typeof(TEntity), typeof(TEntity)),
                static _ =>
                    EF.CompileAsyncQuery(
                        (MethodCenterDbContext database, Guid id, CancellationToken token) =>
                            database.Set<TEntity>().AsNoTracking().SingleOrDefault(row => row.Id == id)
                    )
            );

    /// <summary>All entities of a kind that the caller may see: for the few that a centre has.</summary>
    public Func<MethodCenterDbContext, IAsyncEnumerable<TEntity>> Rows<TEntity>()
        where TEntity : Entity =>
        (Func<MethodCenterDbContext, IAsyncEnumerable<TEntity>>)
            _known.GetOrAdd(
                (typeof(TEntity), typeof(IAsyncEnumerable<TEntity>)),
                static _ =>
                    EF.CompileAsyncQuery((MethodCenterDbContext database) => database.Set<TEntity>().AsNoTracking())
            );

    private Func<MethodCenterDbContext, Guid, CancellationToken, Task<TModel?>> Compile<TEntity, TModel>()
        where TEntity : Entity
        where TModel : class
    {
        var (body, database, id, token) = Read(projections.Of<TEntity, TModel>());
        return EF.CompileAsyncQuery(
            Expression.Lambda<Func<MethodCenterDbContext, Guid, CancellationToken, TModel?>>(body, database, id, token)
        );
    }

    private static (
        Expression Body,
        ParameterExpression Database,
        ParameterExpression Id,
        ParameterExpression Token
    ) Read<TEntity, TModel>(Expression<Func<TEntity, TModel>> projection)
        where TEntity : Entity
        where TModel : class
    {
        // (database, id, token) => database.Set<TEntity>().Where(row => row.Id == id).Select(projection).SingleOrDefault()
        var database = Expression.Parameter(typeof(MethodCenterDbContext), "database");
        var id = Expression.Parameter(typeof(Guid), "id");
        var token = Expression.Parameter(typeof(CancellationToken), "token");
        var row = Expression.Parameter(typeof(TEntity), "row");
        var set = Expression.Call(database, nameof(DbContext.Set), [typeof(TEntity)]);
        var where = Expression.Call(
            typeof(Queryable),
            nameof(Queryable.Where),
            [typeof(TEntity)],
            set,
            Expression.Quote(
                Expression.Lambda<Func<TEntity, bool>>(
                    Expression.Equal(Expression.Property(row, nameof(Entity.Id)), id),
                    row
                )
            )
        );
        var select = Expression.Call(
            typeof(Queryable),
            nameof(Queryable.Select),
            [typeof(TEntity), typeof(TModel)],
            where,
            Expression.Quote(projection)
        );
        var single = Expression.Call(typeof(Queryable), nameof(Queryable.SingleOrDefault), [typeof(TModel)], select);
        return (single, database, id, token);
    }
}
