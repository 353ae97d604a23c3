using System.Text.Json;
using System.Text.Json.Nodes;
using MethodCenter.Api.Office.Changes;
using MethodCenter.Api.Security;
using MethodCenter.Application.Common.Contract;
using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Common.Ports;
using MethodCenter.Application.Office.Imports;
using MethodCenter.Domain.Territory.Centres;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace MethodCenter.Api.OpenApi;

/// <summary>The parameters of an operation: path, query and headers, with descriptions and limits.</summary>
internal sealed class OperationParameters(RequestLimits limits, Wordings wordings, DatasetCatalogue datasets)
{
    public void Complete(OpenApiOperation operation, OperationFacts facts, OperationFilterContext context)
    {
        var wording = wordings.Of(context.DocumentName);
        DescribePath(operation, wording);
        AddQuery(operation, context, facts.Deprecated.Parameters, wording);
        AddFormat(operation, context, wording);
        AddExportFilters(operation, context, wording);
        AddHeaders(operation, facts, wording);
    }

    private void DescribePath(OpenApiOperation operation, Wording wording)
    {
        foreach (var parameter in operation.Parameters!.OfType<OpenApiParameter>())
        {
            if (parameter is not { In: ParameterLocation.Path, Name: { } name, Schema: OpenApiSchema schema })
            {
                continue;
            }

            var member = typeof(ExternalKey).GetProperties().FirstOrDefault(known => CamelCase(known.Name) == name);
            if (schema.Format == "uuid" || member is null)
            {
                parameter.Description ??= wording.Say(
                    name == "id" ? "The object in question." : "The object to which it belongs."
                );
                continue;
            }

            schema.Apply(limits.Of(typeof(ExternalKey), member.Name), wording);
            parameter.Description ??= wording.Say(
                member.Name == nameof(ExternalKey.Source)
                    ? "Your system, for example `1c`."
                    : "The key of the object in your system."
            );
        }
    }

    private void AddQuery(
        OpenApiOperation operation,
        OperationFilterContext context,
        IReadOnlyDictionary<string, DeprecatedAttribute> deprecated,
        Wording wording
    )
    {
        foreach (var parameter in context.MethodInfo.GetParameters())
        {
            if (QueryOf(parameter.ParameterType) is not { } type)
            {
                continue;
            }

            var stray = operation.Parameters!.FirstOrDefault(known => known.Name == parameter.Name);
            if (stray is not null)
            {
                operation.Parameters!.Remove(stray);
            }

            var checkedBy =
                type.GetCustomAttributes(typeof(LimitsOfAttribute), false)
                    .Cast<LimitsOfAttribute>()
                    .FirstOrDefault()
                    ?.Request
                ?? type;

            // The list's own filters first, then what all lists share.
            foreach (var member in QueryMembers.Of(type).OrderBy(member => member.DeclaringType == typeof(ListQuery)))
            {
                var name = CamelCase(member.Name);
                var known = limits.Of(checkedBy, member.Name);
                var schema = context.SchemaGenerator.GenerateSchema(
                    Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType,
                    context.SchemaRepository
                );
                var description =
                    wording.Of(member)
                    ?? wording.Of(Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType);
                if (schema is OpenApiSchema own)
                {
                    own.Description = null;
                    own.Apply(known, wording);
                    Bound(own, type, member.Name, wording);
                    description = Joined(description, own);
                }

                var described = new OpenApiParameter
                {
                    Name = name,
                    In = ParameterLocation.Query,
                    Required = known?.Required == true,
                    Schema = schema,
                    Description = description,
                };
                described.Mark(deprecated.GetValueOrDefault(name), wording);
                operation.Parameters!.Add(described);
            }
        }
    }

    /// <summary>Where an operation has several formats, a parameter chooses one as <c>Accept</c> does.</summary>
    private static void AddFormat(OpenApiOperation operation, OperationFilterContext context, Wording wording)
    {
        var formats = Formats.Of([.. context.ApiDescription.ActionDescriptor.EndpointMetadata]);
        if (formats.Length < 2 || context.MethodInfo.GetParameters().Any(Formats.IsMember))
        {
            return;
        }

        operation.Parameters!.Add(
            new OpenApiParameter
            {
                Name = Formats.Parameter,
                In = ParameterLocation.Query,
                Description = wording.Say("The format of the answer; the same as `Accept`, and goes before it."),
                Schema = new OpenApiSchema
                {
                    Type = JsonSchemaType.String,
                    Enum = [.. formats.Select(format => JsonValue.Create(Formats.NameOf(format)))],
                },
            }
        );
    }

    /// <summary>An export has the filters of the list of its dataset; each says for which datasets it is.</summary>
    private void AddExportFilters(OpenApiOperation operation, OperationFilterContext context, Wording wording)
    {
        if (Array.TrueForAll(context.MethodInfo.GetParameters(), one => one.ParameterType != typeof(ExportRequest)))
        {
            return;
        }

        var own = operation.Parameters!.Select(parameter => parameter.Name).ToHashSet(StringComparer.Ordinal);
        var filters = datasets
            .All.SelectMany(dataset =>
                ExportRequest.FiltersOf(dataset).Select(member => (dataset.Name, Member: member))
            )
            .GroupBy(filter => CamelCase(filter.Member.Name), StringComparer.Ordinal)
            .Where(filter => !own.Contains(filter.Key))
            .OrderBy(filter => filter.Key, StringComparer.Ordinal);
        foreach (var filter in filters)
        {
            var types = filter.Select(one => one.Member.PropertyType).Distinct().ToList();
            var schema =
                types is [var type] && type != typeof(string)
                    ? context.SchemaGenerator.GenerateSchema(
                        Nullable.GetUnderlyingType(type) ?? type,
                        context.SchemaRepository
                    )
                    : new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = QueryMembers.LongestValue };
            var names = string.Join(", ", filter.Select(one => $"`{one.Name}`"));
            operation.Parameters!.Add(
                new OpenApiParameter
                {
                    Name = filter.Key,
                    In = ParameterLocation.Query,
                    Schema = schema,
                    Description = $"{wording.Of(filter.First().Member)} {wording.Say("Datasets: {0}.", names)}".Trim(),
                }
            );
        }
    }

    /// <summary>The members that a parameter takes from the query string; null: it takes none.</summary>
    private static Type? QueryOf(Type parameter) =>
        parameter == typeof(ExportRequest) ? typeof(ExportQuery)
        : parameter.IsGenericType && parameter.GetGenericTypeDefinition() == typeof(Query<>)
            ? parameter.GetGenericArguments()[0]
        : null;

    /// <summary>A list says by what it sorts and how long its pages are.</summary>
    private static void Bound(OpenApiSchema schema, Type request, string member, Wording wording)
    {
        switch (member)
        {
            case nameof(ListQuery.Limit) when request.IsSubclassOf(typeof(ListQuery)):
                (schema.Minimum, schema.Maximum, schema.Default) = (
                    "1",
                    $"{ListQuery.MostLimit}",
                    ListQuery.DefaultLimit
                );
                break;
            case nameof(ListQuery.Sort) when request.IsSubclassOf(typeof(ListQuery)):
                var sort = PublishedSorts.Of(request);
                var field = $"-?({string.Join('|', sort.Names)})";
                (schema.Pattern, schema.Default) = ($"^{field}(,{field})*$", sort.Default);
                schema.Description = wording.Say(
                    "Fields: {0}.",
                    string.Join(", ", sort.Names.Select(name => $"`{name}`"))
                );
                break;
            case nameof(ListQuery.IncludeTotal) when request.IsSubclassOf(typeof(ListQuery)):
                schema.Default = false;
                break;
            case nameof(ListQuery.Cursor) when request.IsSubclassOf(typeof(ListQuery)):
                break;
            default:
                // What is taken where a number is not named.
                var property = request.GetProperty(member)!;
                if (property.PropertyType == typeof(int) || property.PropertyType == typeof(long))
                {
                    schema.Default = JsonSerializer.SerializeToNode(
                        property.GetValue(Activator.CreateInstance(request))
                    );
                }

                if (schema is { Type: JsonSchemaType.String, Format: null })
                {
                    schema.MaxLength ??= QueryMembers.LongestValue;
                }

                break;
        }
    }

    /// <summary>What the limits added to the description of the schema stands better at the parameter.</summary>
    private static string? Joined(string? description, OpenApiSchema schema)
    {
        var added = schema.Description;
        schema.Description = null;
        return added is null ? description : $"{description} {added}".Trim();
    }

    private static void AddHeaders(OpenApiOperation operation, OperationFacts facts, Wording wording)
    {
        if (facts.IfMatch)
        {
            Add(
                "If-Match",
                "The revision that you have read: the `ETag` of the object.",
                ETags.Pattern,
                required: true
            );
        }

        if (facts is { Method: "GET", Revised: true })
        {
            Add(
                "If-None-Match",
                "The revision that you already have: if it is still the same, the answer is 304 without a body.",
                ETags.Pattern
            );
        }

        if (facts.Idempotent)
        {
            Add(
                IdempotencyFilter.Header,
                "Repeating the request with the same key and body returns the same answer (48 h).",
                "^[!-~]+$",
                IdempotencyFilter.KeyMaxLength
            );
        }

        if (facts.Streams)
        {
            Add(
                ChangeStream.LastEventId,
                "For the stream only: the position of the last event received.",
                "^[0-9]{1,18}$"
            );
        }

        if (!facts.Open)
        {
            Add(
                IdentityMiddleware.CentreHeader,
                "The code of the centre; needed by those who work in several.",
                null,
                Centre.CodeMaxLength
            );
            Add(
                IdentityMiddleware.DayHeader,
                "Only in a sandbox (`sandbox` of the centre): the day on which the request acts. Elsewhere it is refused.",
                "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
            );
        }

        Add("Accept-Language", "The language of the answer: `ru` (by default) or `en`.", null);

        void Add(string name, string description, string? pattern, int? maxLength = null, bool required = false) =>
            operation.Parameters!.Add(Header(name, wording.Say(description), pattern, maxLength, required));
    }

    private static OpenApiParameter Header(
        string name,
        string? description,
        string? pattern,
        int? maxLength,
        bool required
    ) =>
        new()
        {
            Name = name,
            In = ParameterLocation.Header,
            Required = required,
            Description = description,
            Schema = new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Pattern = pattern,
                MinLength = maxLength is null ? null : 1,
                MaxLength = maxLength,
            },
        };

    private static string CamelCase(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
