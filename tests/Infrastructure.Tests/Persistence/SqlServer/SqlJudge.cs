using System.Data;
using MethodCenter.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace MethodCenter.Infrastructure.Tests.Persistence.SqlServer;

/// <summary>A parameter as it was sent.</summary>
internal sealed record SentParameter(string Name, SqlDbType Type, int Size, object? Value = null);

/// <summary>
/// Finds in a statement what SQL Server would refuse after parsing it, or would do slowly, by the types and collations of
/// the model: texts of two collations next to each other (457, 468), aggregates over subqueries or aggregates (130),
/// groups by subqueries (144), parameters whose type or length is not that of their column.
/// </summary>
internal sealed class SqlJudge
{
    /// <summary>What a column has when the model names none for it: whatever the administrator has chosen.</summary>
    private const string DatabaseDefault = "the default of the database";

    private static readonly Dictionary<string, SqlDbType[]> Fitting = new(StringComparer.OrdinalIgnoreCase)
    {
        ["varchar"] = [SqlDbType.VarChar],
        ["nvarchar"] = [SqlDbType.NVarChar],
        ["binary"] = [SqlDbType.Binary, SqlDbType.VarBinary],
        ["varbinary"] = [SqlDbType.VarBinary],
        ["date"] = [SqlDbType.Date],
        ["time"] = [SqlDbType.Time],
        ["datetime2"] = [SqlDbType.DateTime2],
        ["int"] = [SqlDbType.Int],
        ["bigint"] = [SqlDbType.BigInt, SqlDbType.Int],
        ["bit"] = [SqlDbType.Bit],
        ["decimal"] = [SqlDbType.Decimal],
        ["float"] = [SqlDbType.Float],
    };

    private readonly Dictionary<(string Table, string Column), Typed> _columns = [];

    public SqlJudge(MethodCenterDbContext database)
    {
        foreach (var type in database.DesignModel().GetEntityTypes())
        {
            foreach (var property in type.AllProperties())
            {
                var (name, length) = Parse(property.GetColumnType());
                var text = name is "varchar" or "nvarchar";
                var collation = text ? new Label(property.GetCollation() ?? DatabaseDefault, Strength.Implicit) : null;
                _columns[(type.GetTableName()!, property.GetColumnName())] = new Typed(name, length, collation, true);
            }
        }
    }

    /// <summary>What is wrong; empty: nothing.</summary>
    public IReadOnlyList<string> Faults(string sql, IReadOnlyList<SentParameter> parameters)
    {
        using var reader = new StringReader(sql);
        if (new TSql150Parser(initialQuotedIdentifiers: true).Parse(reader, out _) is not TSqlScript script)
        {
            return [];
        }

        var faults = new List<string>();
        foreach (var statement in script.Batches.SelectMany(batch => batch.Statements))
        {
            var sources = new Sources();
            statement.Accept(sources);
            statement.Accept(new Walk(this, sources, parameters, faults));
        }

        return faults;
    }

    private static (string Name, int? Length) Parse(string type)
    {
        var open = type.IndexOf('(', StringComparison.Ordinal);
        return open < 0 ? (type, null)
            : int.TryParse(type[(open + 1)..^1], out var length) ? (type[..open], length)
            : (type[..open], null);
    }

    private enum Strength
    {
        Coercible,
        Implicit,
        Explicit,
        None,
    }

    private sealed record Label(string Collation, Strength Strength);

    /// <param name="Name">Type without its length; null: not known.</param>
    /// <param name="Length">Length; null: none, or the greatest.</param>
    /// <param name="Text">Collation of a text; null: no text.</param>
    /// <param name="OfModel">A column of a table, whose index a comparison should be able to use.</param>
    private sealed record Typed(string? Name, int? Length, Label? Text, bool OfModel = false)
    {
        public static readonly Typed Unknown = new(null, null, null);
    }

    /// <summary>What each alias stands for: EF gives every one of a statement a name of its own.</summary>
    private sealed class Sources : TSqlFragmentVisitor
    {
        public Dictionary<string, string> Tables { get; } = [];

        public Dictionary<string, QueryExpression> Queries { get; } = [];

        public Dictionary<string, OpenJsonTableReference> Lists { get; } = [];

        public override void Visit(NamedTableReference node) =>
            Tables[node.Alias?.Value ?? node.SchemaObject.BaseIdentifier.Value] = node.SchemaObject
                .BaseIdentifier
                .Value;

        public override void Visit(QueryDerivedTable node) => Queries[node.Alias.Value] = node.QueryExpression;

        public override void Visit(OpenJsonTableReference node) => Lists[node.Alias.Value] = node;
    }

    private sealed class Walk(
        SqlJudge judge,
        Sources sources,
        IReadOnlyList<SentParameter> parameters,
        List<string> faults
    ) : TSqlFragmentVisitor
    {
        private static readonly string[] Aggregates = ["COUNT", "COUNT_BIG", "SUM", "MIN", "MAX", "AVG", "STRING_AGG"];

        public override void Visit(BooleanComparisonExpression node)
        {
            Meet(node, Of(node.FirstExpression), Of(node.SecondExpression));
            Fit(node, node.FirstExpression, node.SecondExpression);
            Fit(node, node.SecondExpression, node.FirstExpression);
        }

        public override void Visit(InPredicate node)
        {
            var asked = Of(node.Expression);
            foreach (var value in node.Values)
            {
                Meet(node, asked, Of(value));
                Fit(node, node.Expression, value);
            }

            if (node.Subquery is { } query)
            {
                Meet(node, asked, Of(query));
            }
        }

        public override void Visit(LikePredicate node) =>
            Meet(node, Of(node.FirstExpression), Of(node.SecondExpression));

        public override void Visit(BinaryQueryExpression node)
        {
            var (first, second) = (Elements(node.FirstQueryExpression), Elements(node.SecondQueryExpression));
            foreach (var (one, other) in first.Zip(second))
            {
                Meet(node, Of(one), Of(other));
            }
        }

        public override void Visit(FunctionCall node)
        {
            var name = node.FunctionName.Value;
            if (Aggregates.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                var within = new Within();
                foreach (var parameter in node.Parameters)
                {
                    parameter.Accept(within);
                }

                if (within.Query || within.Calls.Exists(call => Aggregates.Contains(call.ToUpperInvariant())))
                {
                    Add(node, $"{name} over a subquery or an aggregate (130)");
                }
            }
        }

        public override void Visit(ExpressionGroupingSpecification node)
        {
            var within = new Within();
            node.Accept(within);
            if (within.Query)
            {
                Add(node, "a group by a subquery (144)");
            }
        }

        /// <summary>Two texts that are compared or stand in one column.</summary>
        private void Meet(TSqlFragment node, Typed one, Typed other)
        {
            if (Combine(one.Text, other.Text) is { Strength: Strength.None })
            {
                Add(node, $"{one.Text!.Collation} meets {other.Text!.Collation} (468)");
            }
        }

        /// <summary>A parameter that is not of the type of its column has the whole column converted.</summary>
        private void Fit(TSqlFragment node, ScalarExpression columnSide, ScalarExpression valueSide)
        {
            if (Bare(valueSide) is not VariableReference variable || Of(columnSide) is not { OfModel: true } column)
            {
                return;
            }

            if (parameters.FirstOrDefault(sent => sent.Name == variable.Name) is not { } parameter)
            {
                return;
            }

            if (!Fitting.TryGetValue(column.Name!, out var types) || !types.Contains(parameter.Type))
            {
                Add(node, $"{parameter.Name} is {parameter.Type}, the column {column.Name}");
            }
            else if (column is { Length: { } length, Text: not null } && parameter.Size != length)
            {
                Add(node, $"{parameter.Name} is {parameter.Size} long, the column {length}");
            }
            else if (column is { Name: "binary", Length: { } bytes } && parameter.Size != bytes)
            {
                Add(node, $"{parameter.Name} is {parameter.Size} bytes long, the column {bytes}");
            }
        }

        private static ScalarExpression Bare(ScalarExpression expression) =>
            expression is ParenthesisExpression inner ? Bare(inner.Expression) : expression;

        private Typed Of(SelectElement element) =>
            element is SelectScalarExpression scalar ? Of(scalar.Expression) : Typed.Unknown;

        private Typed Of(ScalarExpression? expression)
        {
            var typed = expression switch
            {
                ColumnReferenceExpression column => Of(column),
                StringLiteral literal => new Typed(
                    literal.IsNational ? "nvarchar" : "varchar",
                    null,
                    new Label("a literal", Strength.Coercible)
                ),
                VariableReference variable => Of(variable),
                ParenthesisExpression inner => Of(inner.Expression),
                ScalarSubquery query => Elements(query.QueryExpression).Select(Of).FirstOrDefault() ?? Typed.Unknown,
                BinaryExpression both => All(both, [both.FirstExpression, both.SecondExpression]),
                CoalesceExpression several => All(several, several.Expressions),
                NullIfExpression both => All(both, [both.FirstExpression]),
                IIfCall call => All(call, [call.ThenExpression, call.ElseExpression]),
                SearchedCaseExpression cases => All(
                    cases,
                    [.. cases.WhenClauses.Select(when => when.ThenExpression), cases.ElseExpression]
                ),
                SimpleCaseExpression cases => All(
                    cases,
                    [.. cases.WhenClauses.Select(when => when.ThenExpression), cases.ElseExpression]
                ),
                FunctionCall call => All(call, call.Parameters),
                LeftFunctionCall call => All(call, call.Parameters),
                RightFunctionCall call => All(call, call.Parameters),
                CastCall cast => Cast(cast.DataType, Of(cast.Parameter)),
                ConvertCall convert => Cast(convert.DataType, Of(convert.Parameter)),
                _ => Typed.Unknown,
            };
            return (expression as PrimaryExpression)?.Collation is { } collation
                ? typed with
                {
                    Text = new Label(collation.Value, Strength.Explicit),
                }
                : typed;
        }

        private Typed Of(VariableReference variable) =>
            parameters.FirstOrDefault(sent => sent.Name == variable.Name)?.Type
                is SqlDbType.NVarChar
                    or SqlDbType.VarChar
                    or SqlDbType.NChar
                    or SqlDbType.Char
                ? new Typed(null, null, new Label("a parameter", Strength.Coercible))
                : Typed.Unknown;

        private Typed Of(ColumnReferenceExpression column)
        {
            if (column.MultiPartIdentifier is not { Count: 2 } path)
            {
                return Typed.Unknown;
            }

            var (alias, name) = (path.Identifiers[0].Value, path.Identifiers[1].Value);
            if (sources.Tables.TryGetValue(alias, out var table))
            {
                return judge._columns.GetValueOrDefault((table, name), Typed.Unknown);
            }

            if (sources.Queries.TryGetValue(alias, out var query))
            {
                var inner = Elements(query).FirstOrDefault(element => NameOf(element) == name);
                return inner is null ? Typed.Unknown : Of(inner) with { OfModel = false };
            }

            if (sources.Lists.TryGetValue(alias, out var list))
            {
                var item = list.SchemaDeclarationItems.FirstOrDefault(one =>
                    one.ColumnDefinition.ColumnIdentifier.Value == name
                );
                return item is null ? Typed.Unknown : Cast(item.ColumnDefinition.DataType, Typed.Unknown, column: true);
            }

            return Typed.Unknown;
        }

        /// <summary>A text that was made of something else has the default of the database, and so has a column of a list.</summary>
        private static Typed Cast(DataTypeReference type, Typed from, bool column = false)
        {
            var name = type.Name?.BaseIdentifier.Value.ToLowerInvariant() ?? "";
            return name is not ("nvarchar" or "varchar" or "char" or "nchar")
                ? new Typed(name, null, null)
                : new Typed(
                    name,
                    null,
                    from.Text ?? new Label(DatabaseDefault, column ? Strength.Implicit : Strength.Coercible)
                );
        }

        private Typed All(TSqlFragment node, IEnumerable<ScalarExpression?> parts)
        {
            Label? text = null;
            foreach (var part in parts.Select(Of))
            {
                var combined = Combine(text, part.Text);
                if (combined is { Strength: Strength.None })
                {
                    Add(node, $"{text!.Collation} meets {part.Text!.Collation} (468)");
                    return Typed.Unknown;
                }

                text = combined;
            }

            return new Typed(null, null, text);
        }

        private static Label? Combine(Label? one, Label? other) =>
            one is null ? other
            : other is null ? one
            : one.Strength != other.Strength ? (one.Strength > other.Strength ? one : other)
            : one.Strength == Strength.Coercible || one.Collation == other.Collation ? one
            : new Label($"{one.Collation} / {other.Collation}", Strength.None);

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

        private void Add(TSqlFragment node, string fault)
        {
            var text = string.Concat(
                node.ScriptTokenStream.Skip(node.FirstTokenIndex)
                    .Take(node.LastTokenIndex - node.FirstTokenIndex + 1)
                    .Select(token => token.Text)
            );
            faults.Add($"{fault}: {text}");
        }
    }

    private sealed class Within : TSqlFragmentVisitor
    {
        public bool Query { get; private set; }

        public List<string> Calls { get; } = [];

        public override void Visit(ScalarSubquery node) => Query = true;

        public override void Visit(FunctionCall node) => Calls.Add(node.FunctionName.Value);
    }
}
