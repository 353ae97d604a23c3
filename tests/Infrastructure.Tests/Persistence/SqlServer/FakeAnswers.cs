using System.Text.RegularExpressions;
using MethodCenter.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace MethodCenter.Infrastructure.Tests.Persistence.SqlServer;

/// <summary>Makes up answers to statements, so that use cases get on: ids and versions agree, enums have a value.</summary>
internal sealed partial class FakeAnswers
{
    // Enough to come round every value of the longest enum that a state machine has.
    private const int MostTurns = 8;
    private readonly Dictionary<(string Table, string Column), object?[]> _known = [];

    public FakeAnswers(MethodCenterDbContext database)
    {
        foreach (var type in database.Model.GetEntityTypes())
        {
            foreach (var property in type.AllProperties())
            {
                // What has a converter or a meaning is stored as the converter would store it; any value will do else.
                var converter = property.GetTypeMapping().Converter;
                var plain = property.ClrType == typeof(string) && !Plausible.HasForm(property.Name);
                if (!plain && property.ClrType != typeof(Guid))
                {
                    var clr = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
                    _known[(type.GetTableName()!, property.GetColumnName())] =
                    [
                        .. Enumerable
                            .Range(0, MostTurns)
                            .Select(turn => new Plausible(turn, true).Make(clr, property.Name))
                            .Select(value => converter is null ? value : converter.ConvertToProvider(value)),
                    ];
                }
            }
        }
    }

    /// <summary>Whether there are rows at all.</summary>
    public bool Any { get; set; } = true;

    /// <summary>Answers a statement otherwise; null: as usual.</summary>
    public Func<string, FakeRows?>? Otherwise { get; set; }

    /// <summary>The value of a column from now on, as the database stores it.</summary>
    public void Set(string table, string column, object value) => _known[(table, column)] = [value];

    /// <summary>Which value of each enum the rows have.</summary>
    public int Turn { get; set; }

    public FakeRows Answer(string sql)
    {
        if (Otherwise?.Invoke(sql) is { } other)
        {
            return other;
        }

        // A batch of changes gives one row for each that checks its revision.
        var changes = Changes().Count(sql);
        return new FakeRows(
            Rows: changes > 0 ? 1
                : !Any && !Single().IsMatch(sql) ? 0
                : sql.Contains("TOP(@", StringComparison.Ordinal)
                || sql.Contains("FETCH NEXT @", StringComparison.Ordinal)
                    ? 2
                : 1,
            Results: Math.Max(1, changes),
            Affected: Any || changes > 0 ? 1 : 0,
            Truth: Any,
            Values: sql.StartsWith("SELECT", StringComparison.Ordinal) ? Values(sql)
                : sql.Contains("OUTPUT inserted.[last]", StringComparison.Ordinal) ? [1]
                : []
        );
    }

    private List<object?> Values(string sql)
    {
        using var reader = new StringReader(sql);
        var script = new TSql150Parser(true).Parse(reader, out _) as TSqlScript;
        var statement = script
            ?.Batches.SelectMany(batch => batch.Statements)
            .OfType<SelectStatement>()
            .FirstOrDefault();
        if (statement is null)
        {
            return [];
        }

        var tables = new Tables();
        statement.Accept(tables);
        return [.. Elements(statement.QueryExpression).Select(element => Value(element, tables))];
    }

    private object? Value(SelectElement element, Tables tables)
    {
        if (
            element is SelectScalarExpression
            {
                Expression: SearchedCaseExpression { ElseExpression: ColumnReferenceExpression otherwise }
            }
        )
        {
            return Value(new SelectScalarExpression { Expression = otherwise }, tables);
        }

        if (element is SelectScalarExpression { Expression: not ColumnReferenceExpression } computed)
        {
            // A query in place of a column gives what its own column gives.
            var within = new Subquery();
            computed.Accept(within);
            return within.Found is null ? null : Value(Elements(within.Found).First(), tables);
        }

        if (
            element
            is not SelectScalarExpression
            {
                Expression: ColumnReferenceExpression { MultiPartIdentifier: { Count: 2 } path }
            }
        )
        {
            return null;
        }

        var (alias, column) = (path.Identifiers[0].Value, path.Identifiers[1].Value);
        if (tables.Named.TryGetValue(alias, out var table))
        {
            return _known.TryGetValue((table, column), out var values) ? values[Turn % values.Length] : null;
        }

        // A column of a query within the query: look where that one has it from.
        var inner = tables.Derived.TryGetValue(alias, out var derived)
            ? Elements(derived).FirstOrDefault(candidate => NameOf(candidate) == column)
            : null;
        return inner is null ? null : Value(inner, tables);
    }

    private static IEnumerable<SelectElement> Elements(QueryExpression query) =>
        query switch
        {
            QuerySpecification select => select.SelectElements,
            BinaryQueryExpression both => Elements(both.FirstQueryExpression),
            QueryParenthesisExpression inner => Elements(inner.QueryExpression),
            _ => [],
        };

    private static string? NameOf(SelectElement element) =>
        element is not SelectScalarExpression scalar
            ? null
            : scalar.ColumnName?.Value
                ?? (scalar.Expression as ColumnReferenceExpression)?.MultiPartIdentifier.Identifiers[^1].Value;

    [GeneratedRegex(@"OUTPUT 1\b|SELECT @@ROWCOUNT")]
    private static partial Regex Changes();

    /// <summary>A statement that gives one row whatever there is.</summary>
    [GeneratedRegex(@"^SELECT (COUNT|CASE\s+WHEN (NOT )?\(?EXISTS|COALESCE\((SUM|MAX))")]
    private static partial Regex Single();

    /// <summary>The one query that an expression holds; none where it counts or compares.</summary>
    private sealed class Subquery : TSqlFragmentVisitor
    {
        public QueryExpression? Found { get; private set; }

        public override void Visit(ScalarSubquery node) => Found ??= node.QueryExpression;
    }

    /// <summary>EF gives every table of a statement an alias of its own, also within nested queries.</summary>
    private sealed class Tables : TSqlFragmentVisitor
    {
        public Dictionary<string, string> Named { get; } = [];

        public Dictionary<string, QueryExpression> Derived { get; } = [];

        public override void Visit(NamedTableReference node)
        {
            if (node.Alias is { } alias)
            {
                Named[alias.Value] = node.SchemaObject.BaseIdentifier.Value;
            }
        }

        public override void Visit(QueryDerivedTable node) => Derived[node.Alias.Value] = node.QueryExpression;
    }
}
