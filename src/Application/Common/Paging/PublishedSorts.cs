using System.Reflection;

namespace MethodCenter.Application.Common.Paging;

/// <summary>Finds the sort fields of a list request, so that the API publishes what the handler accepts.</summary>
public static class PublishedSorts
{
    private const string Field = "Sort";

    private static readonly Lazy<IReadOnlyDictionary<Type, ISortFields>> Known = new(() =>
        typeof(PublishedSorts)
            .Assembly.GetTypes()
            .SelectMany(handler => RequestsOf(handler).Select(request => (Request: request, Sort: SortOf(handler))))
            .Where(found => found.Sort is not null)
            .ToDictionary(found => found.Request, found => found.Sort!)
    );

    /// <summary>The sort fields of the handler of a request that derives from <see cref="ListQuery"/>.</summary>
    public static ISortFields Of(Type request) =>
        Known.Value.TryGetValue(request, out var sort)
            ? sort
            : throw new InvalidOperationException(
                $"The handler of {request.Name} publishes no sort: give it a static field SortFields<…> {Field}."
            );

    private static IEnumerable<Type> RequestsOf(Type handler) =>
        handler is { IsClass: true, IsAbstract: false }
            ? handler
                .GetInterfaces()
                .Where(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IQueryHandler<,>))
                .Select(one => one.GetGenericArguments()[0])
            : [];

    private static ISortFields? SortOf(Type handler) =>
        handler.GetField(Field, BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)?.GetValue(null)
        as ISortFields;
}
