// The generator of the provider is what knows how a list of values becomes a table; there is no public way to it. What it
// makes is held by the tests of captured SQL, so that a new version of EF cannot change it unnoticed.
#pragma warning disable EF1001
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.SqlServer.Infrastructure.Internal;
using Microsoft.EntityFrameworkCore.SqlServer.Query.Internal;
using Microsoft.EntityFrameworkCore.Storage;

namespace MethodCenter.Infrastructure.Persistence.Providers.SqlServer;

/// <summary>Lists of values that are sent as one JSON text compare with columns as single values do.</summary>
internal sealed class JsonLists(
    QuerySqlGeneratorDependencies dependencies,
    IRelationalTypeMappingSource types,
    ISqlServerSingletonOptions options
) : IQuerySqlGeneratorFactory
{
    public QuerySqlGenerator Create() => new Generator(dependencies, types, options);

    /// <remarks>
    /// What OPENJSON gives is a column, not a value: a text has the collation of the database, and next to a column of
    /// another one the server refuses the comparison (468). And it knows no plain form of bytes, in which ids are stored.
    /// </remarks>
    private sealed class Generator(
        QuerySqlGeneratorDependencies dependencies,
        IRelationalTypeMappingSource types,
        ISqlServerSingletonOptions options
    ) : SqlServerQuerySqlGenerator(dependencies, types, options)
    {
        private readonly RelationalTypeMapping _hexadecimal = types.FindMapping("char(32)")!;
        private readonly HashSet<string> _lists = [];

        protected override Expression VisitSelect(SelectExpression selectExpression)
        {
            // Aliases are unique within a statement; and the columns of a select are written before its tables.
            _lists.UnionWith(selectExpression.Tables.OfType<SqlServerOpenJsonExpression>().Select(list => list.Alias));
            return base.VisitSelect(selectExpression);
        }

        protected override Expression VisitColumn(ColumnExpression columnExpression)
        {
            if (!_lists.Contains(columnExpression.TableAlias))
            {
                return base.VisitColumn(columnExpression);
            }

            var stored = columnExpression.TypeMapping?.Converter?.ProviderClrType ?? columnExpression.Type;
            if (stored == typeof(byte[]))
            {
                Sql.Append("CONVERT(binary(16), ");
                base.VisitColumn(columnExpression);
                Sql.Append(", 2)");
            }
            else
            {
                base.VisitColumn(columnExpression);
                if (stored == typeof(string))
                {
                    Sql.Append($" COLLATE {SqlServerDialect.Collation}");
                }
            }

            return columnExpression;
        }

        protected override Expression VisitOpenJsonExpression(SqlServerOpenJsonExpression openJsonExpression) =>
            base.VisitOpenJsonExpression(
                openJsonExpression.Update(
                    openJsonExpression.JsonExpression,
                    openJsonExpression.Path,
                    openJsonExpression.ColumnInfos is { } columns ? [.. columns.Select(Hexadecimal)] : null
                )
            );

        private SqlServerOpenJsonExpression.ColumnInfo Hexadecimal(SqlServerOpenJsonExpression.ColumnInfo column) =>
            column.TypeMapping.Converter?.ProviderClrType == typeof(byte[])
                ? column with
                {
                    TypeMapping = _hexadecimal,
                }
                : column;
    }
}
