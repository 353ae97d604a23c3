using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Office.Imports;

namespace MethodCenter.Api.Http;

/// <summary>What an export holds, and the filters of the dataset's own list beside it.</summary>
internal sealed class ExportRequest(ExportQuery query, ListQuery filter)
{
    /// <summary>An export has no pages, and an order of its own.</summary>
    private static readonly HashSet<string> OfLists = new(StringComparer.Ordinal)
    {
        "limit",
        "cursor",
        "includeTotal",
        "sort",
    };

    private static readonly HashSet<string> Own = NamesOf(typeof(ExportQuery));
    private static readonly ConcurrentDictionary<Type, FilterBinder> Binders = new();

    public ExportQuery Query { get; } = query;

    public ListQuery Filter { get; } = filter;

    public static ValueTask<ExportRequest> BindAsync(HttpContext http)
    {
        var datasets = http.RequestServices.GetRequiredService<DatasetCatalogue>();
        var found = datasets.Find((string)http.Request.RouteValues["dataset"]!);
        if (!found.Succeeded(out var dataset, out var error))
        {
            throw new RefusalException(error);
        }

        var binder = Binders.GetOrAdd(
            dataset.ListType,
            static type => (FilterBinder)Activator.CreateInstance(typeof(FilterBinder<>).MakeGenericType(type))!
        );
        var foreign = FiltersOf(dataset).Select(NameOf).ToHashSet(StringComparer.Ordinal);
        return ValueTask.FromResult(
            new ExportRequest(QueryBinder<ExportQuery>.Bind(http, foreign), binder.Bind(http, Own))
        );
    }

    /// <summary>The filters of the list of a dataset, by which its export is limited too.</summary>
    public static IEnumerable<PropertyInfo> FiltersOf(Dataset dataset) =>
        QueryMembers.Of(dataset.ListType).Where(member => !OfLists.Contains(NameOf(member)));

    private static HashSet<string> NamesOf(Type type) => [.. QueryMembers.Of(type).Select(NameOf)];

    private static string NameOf(PropertyInfo member) => JsonNamingPolicy.CamelCase.ConvertName(member.Name);

    private abstract class FilterBinder
    {
        public abstract ListQuery Bind(HttpContext http, IReadOnlySet<string> others);
    }

    private sealed class FilterBinder<T> : FilterBinder
        where T : ListQuery, new()
    {
        public override ListQuery Bind(HttpContext http, IReadOnlySet<string> others) =>
            QueryBinder<T>.Bind(http, others);
    }
}
