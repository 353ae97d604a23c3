using System.Linq.Expressions;
using MethodCenter.Application.Common.Persistence;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;

namespace MethodCenter.Infrastructure.Persistence;

/// <summary>Puts rows of the database in the place of <see cref="Referred.ById"/>, once for each query that is compiled.</summary>
internal sealed class ReferredRows : IQueryExpressionInterceptor
{
    public static ReferredRows Interceptor { get; } = new();

    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData) =>
        new Rows(eventData.Context!.Model).Visit(queryExpression);

    private sealed class Rows(IModel model) : ExpressionVisitor
    {
        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            if (node.Method.DeclaringType != typeof(Referred))
            {
                return base.VisitMethodCall(node);
            }

            var type = node.Method.GetGenericArguments()[0];
            var row = Expression.Parameter(type, "referred");
            var id = Expression.Convert(Expression.Property(row, nameof(Entity.Id)), typeof(Guid?));
            return Expression.Call(
                typeof(Queryable),
                nameof(Queryable.Where),
                [type],
                new EntityQueryRootExpression(model.FindEntityType(type)!),
                Expression.Quote(Expression.Lambda(Expression.Equal(id, Visit(node.Arguments[0])), row))
            );
        }
    }
}
