using System.Globalization;
using System.Reflection;
using System.Text.Json;
using MethodCenter.Application.Common.Reports;
using MethodCenter.Domain.Common;
using MethodCenter.Domain.Common.Reports;

namespace MethodCenter.Api.Http;

/// <summary>The query string as a request of the application: typed, with all errors at once, nothing unknown.</summary>
internal sealed class Query<T>(T value) : IEndpointMetadataOfQuery
    where T : class, new()
{
    public T Value { get; } = value;

    public Type RequestType => typeof(T);

    public static ValueTask<Query<T>> BindAsync(HttpContext http) =>
        ValueTask.FromResult(new Query<T>(QueryBinder<T>.Bind(http)));
}

/// <summary>Lets the OpenAPI document find the members of a query string.</summary>
internal interface IEndpointMetadataOfQuery
{
    Type RequestType { get; }
}

/// <summary>Binds the members of one request type; what reflection finds is kept.</summary>
internal static class QueryBinder<T>
    where T : class, new()
{
    private static readonly Dictionary<string, PropertyInfo> Members = QueryMembers
        .Of(typeof(T))
        .ToDictionary(member => JsonNamingPolicy.CamelCase.ConvertName(member.Name), StringComparer.Ordinal);

    private static readonly PropertyInfo[] FromRoute =
    [
        .. typeof(T).GetProperties().Where(member => member.IsDefined(typeof(FromRouteAttribute))),
    ];

    /// <param name="http">The request.</param>
    /// <param name="others">Names that somebody else binds.</param>
    public static T Bind(HttpContext http, IReadOnlySet<string>? others = null)
    {
        var request = new T();
        var errors = new FieldErrors();
        foreach (var (name, values) in http.Request.Query)
        {
            if (others?.Contains(name) == true)
            {
                continue;
            }

            if (!Members.TryGetValue(name, out var member))
            {
                Add(
                    () => Error.Malformed("validation.unknown-parameter").With("known", Nearest.Of(name, Members.Keys)),
                    name
                );
            }
            else if (values.Count != 1)
            {
                Add(() => Error.Malformed("validation.repeated-parameter"), name);
            }
            else if (QueryValue.TryParse(values[0]!, member.PropertyType, out var value))
            {
                member.SetValue(request, value);
            }
            else
            {
                Add(() => JsonDiagnosis.WrongType(member.PropertyType), name);
            }

            if (values is [{ Length: > QueryMembers.LongestValue }] && name != "cursor")
            {
                Add(() => Error.Malformed("validation.too-long").With("maxLength", QueryMembers.LongestValue), name);
            }
        }

        if (request is ListQuery { Limit: < 1 or > ListQuery.MostLimit })
        {
            Add(
                () => Error.Malformed("validation.out-of-range").With("from", 1).With("to", ListQuery.MostLimit),
                "limit"
            );
        }

        foreach (var member in FromRoute)
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(member.Name);
            member.SetValue(request, Guid.Parse((string)http.Request.RouteValues[name]!, CultureInfo.InvariantCulture));
        }

        return errors.ToError() is { } refusal ? throw new RefusalException(refusal) : request;

        void Add(Func<Error> error, string name) => errors.Add(() => error().At(name.Length > 60 ? name[..60] : name));
    }
}

internal static class QueryMembers
{
    /// <summary>Characters of one value; a cursor may be longer.</summary>
    public const int LongestValue = 400;

    public static IEnumerable<PropertyInfo> Of(Type type) =>
        type.GetProperties().Where(member => member.CanWrite && !member.IsDefined(typeof(FromRouteAttribute)));
}

internal static class QueryValue
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    /// <summary>Of each type how a value is read; null: it is none.</summary>
    private static readonly Dictionary<Type, Func<string, object?>> Parsers = new()
    {
        [typeof(int)] = text =>
            int.TryParse(text, NumberStyles.AllowLeadingSign, Invariant, out var number) ? number : null,
        [typeof(long)] = text =>
            long.TryParse(text, NumberStyles.AllowLeadingSign, Invariant, out var number) ? number : null,
        [typeof(bool)] = text => text is "true" or "false" ? text == "true" : null,
        [typeof(Guid)] = text => Guid.TryParseExact(text, "D", out var id) ? id : null,
        [typeof(DateOnly)] = text =>
            DateOnly.TryParseExact(text, "yyyy-MM-dd", Invariant, DateTimeStyles.None, out var day) ? day : null,
        [typeof(DateTimeOffset)] = text =>
            DateTimeOffset.TryParse(text, Invariant, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null,
        [typeof(AcademicYear)] = text => AcademicYear.TryParse(text, out var year) ? year : null,
        [typeof(ReportCode)] = text => ReportCatalogue.Find(text)?.Code,
    };

    public static bool TryParse(string text, Type declared, out object? value)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        value = null;
        if (type == typeof(string))
        {
            value = PlainText.Clean(text);
            return !text.Any(char.IsControl);
        }

        if (type.IsEnum)
        {
            // Only the published names: no numbers, no combinations, no other case.
            var name = Array.Find(Enum.GetNames(type), known => JsonNamingPolicy.CamelCase.ConvertName(known) == text);
            value = name is null ? null : Enum.Parse(type, name);
            return name is not null;
        }

        if (Parsers.TryGetValue(type, out var parse))
        {
            value = parse(text);
            return value is not null;
        }

        throw new InvalidOperationException($"A query member of type {type.Name} is not supported.");
    }
}
