using System.Collections.Concurrent;
using System.Text.Json;
using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Office.Imports;

namespace MethodCenter.Api.Http;

/// <summary>What an export holds, and the filters of the dataset's own list beside it.</summary>
internal sealed class ExportRequest(ExportQuery query, ListQuery filter)
{
    /// <summary>An export has no pages.</summary>
    private static readonly HashSet<string> OfPages = new(StringComparer.Ordinal) { "limit", "cursor", "includeTotal" };

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
        var foreign = NamesOf(dataset.ListType);
        foreign.ExceptWith(OfPages);
        return ValueTask.FromResult(
            new ExportRequest(QueryBinder<ExportQuery>.Bind(http, foreign), binder.Bind(http, Own))
        );
    }

    private static HashSet<string> NamesOf(Type type) =>
        [.. QueryMembers.Of(type).Select(member => JsonNamingPolicy.CamelCase.ConvertName(member.Name))];

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
