using System.Linq.Expressions;
using System.Reflection;
using MethodCenter.Application.Common.Paging;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace MethodCenter.Infrastructure.Tests.Persistence;

/// <summary>The first page of a list is read from an index, not sorted out of all rows of the centre.</summary>
public sealed class SortIndexTests
{
    private const BindingFlags Any = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>Lists of which a centre has so few rows that they may be sorted at each page.</summary>
    private static readonly string[] Short =
    [
        "ListCalendarLinksHandler", // of one account
        "ListFinalAssessmentsHandler", // one a course
        "ListFinalWorksHandler", // of the few courses that end with one
        "ListPositionsHandler", // a vocabulary
        "ListQuotasHandler", // of one campaign's schools
        "ListSupportProgrammesHandler",
        "ListTopicsHandler", // a vocabulary
    ];

    [Fact]
    public void Every_list_has_an_index_for_the_order_in_which_it_is_shown_unasked()
    {
        using var database = Models.Open(DatabaseProvider.Sqlite);
        var model = database.DesignModel();
        var lists = typeof(SortFields<>)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetFields(Any))
            .Where(field => typeof(ISortFields).IsAssignableFrom(field.FieldType))
            .Select(field => (field, Type: model.FindEntityType(field.FieldType.GetGenericArguments()[0])))
            .Where(list => list.Type is not null)
            .ToList();
        lists.Count.ShouldBeGreaterThan(30);

        lists
            .Where(list => !HasIndex(list.Type!, list.field.GetValue(null)!))
            .Select(list => list.field.DeclaringType!.Name)
            .Order(StringComparer.Ordinal)
            .ShouldBe(Short);
    }

    private static bool HasIndex(IEntityType type, object sort)
    {
        var keys = (string[])
            typeof(SortIndexTests)
                .GetMethod(nameof(KeysOf), Any)!
                .MakeGenericMethod(type.ClrType)
                .Invoke(null, [sort])!;
        return type.GetIndexes()
            .Where(index => index.GetFilter() is null)
            .Any(index => Serves(index.Properties.Select(property => property.Name), keys[0]));
    }

    /// <summary>
    /// Before the key stand the centre or the object to which the list belongs. The first key is enough: rows that are alike
    /// in it are few, and sorted among themselves.
    /// </summary>
    private static bool Serves(IEnumerable<string> columns, string key) =>
        columns.SkipWhile(column => column.EndsWith("Id", StringComparison.Ordinal)).FirstOrDefault() == key;

    private static string[] KeysOf<TEntity>(SortFields<TEntity> sort)
        where TEntity : class
    {
        sort.Parse(null).Succeeded(out var keys, out _).ShouldBeTrue();
        return [.. keys!.Select(key => Path(key.Key.Body))];
    }

    private static string Path(Expression body) =>
        body switch
        {
            UnaryExpression { Operand: var operand } => Path(operand),
            MemberExpression { Expression: ParameterExpression, Member.Name: var name } => name,
            MemberExpression { Expression: { } outer, Member.Name: var name } => $"{Path(outer)}.{name}",
            _ => body.ToString(),
        };
}
