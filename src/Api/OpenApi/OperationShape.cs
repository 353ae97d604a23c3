using System.Text.Json;
using MethodCenter.Api.Http;
using MethodCenter.Api.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace MethodCenter.Api.OpenApi;

/// <summary>Completes each operation: query members, headers, errors, security.</summary>
internal sealed class OperationShape : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        var open = metadata.OfType<IAllowAnonymous>().Any();
        var method = context.ApiDescription.HttpMethod!;
        operation.Parameters ??= [];
        AddQuery(operation, context);
        AddHeaders(operation, method, open, metadata.OfType<IfMatchMetadata>().Any());
        AddErrors(operation, context, method, open, metadata.OfType<IfMatchMetadata>().Any());
        if (!open)
        {
            operation.Security =
            [
                new OpenApiSecurityRequirement
                {
                    [new OpenApiSecuritySchemeReference("ApiKey", context.Document)] = [],
                },
                new OpenApiSecurityRequirement
                {
                    [new OpenApiSecuritySchemeReference("Bearer", context.Document)] = [],
                },
            ];
        }
    }

    private static void AddQuery(OpenApiOperation operation, OperationFilterContext context)
    {
        foreach (var parameter in context.MethodInfo.GetParameters())
        {
            if (
                parameter.ParameterType is not { IsGenericType: true } type
                || type.GetGenericTypeDefinition() != typeof(Query<>)
            )
            {
                continue;
            }

            var stray = operation.Parameters!.FirstOrDefault(known => known.Name == parameter.Name);
            if (stray is not null)
            {
                operation.Parameters!.Remove(stray);
            }

            foreach (var member in QueryMembers.Of(type.GetGenericArguments()[0]))
            {
                var schema = context.SchemaGenerator.GenerateSchema(
                    member.PropertyType,
                    context.SchemaRepository,
                    member
                );
                operation.Parameters!.Add(
                    new OpenApiParameter
                    {
                        Name = JsonNamingPolicy.CamelCase.ConvertName(member.Name),
                        In = ParameterLocation.Query,
                        Required = false,
                        Schema = schema,
                        Description = schema.Description,
                    }
                );
            }
        }
    }

    private static void AddHeaders(OpenApiOperation operation, string method, bool open, bool ifMatch)
    {
        if (ifMatch)
        {
            operation.Parameters!.Add(
                Header("If-Match", "Ревизия, которую вы прочитали: ETag объекта, e.g. \"1\".", true, "\"1\"")
            );
        }

        if (open)
        {
            return;
        }

        if (method == "POST")
        {
            operation.Parameters!.Add(
                Header(
                    IdempotencyFilter.Header,
                    "Повтор запроса с тем же ключом вернёт тот же ответ (48 ч).",
                    false,
                    null
                )
            );
        }

        operation.Parameters!.Add(
            Header(IdentityMiddleware.CentreHeader, "Код центра; нужен тому, кто работает в нескольких.", false, null)
        );
    }

    private static OpenApiParameter Header(string name, string description, bool required, string? example) =>
        new()
        {
            Name = name,
            In = ParameterLocation.Header,
            Required = required,
            Description = description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = IdempotencyFilter.KeyMaxLength },
            Example = example is null ? null : System.Text.Json.Nodes.JsonValue.Create(example),
        };

    private static void AddErrors(
        OpenApiOperation operation,
        OperationFilterContext context,
        string method,
        bool open,
        bool ifMatch
    )
    {
        var path = context.ApiDescription.RelativePath ?? "";
        var health = path.StartsWith("health", StringComparison.Ordinal);
        if (health)
        {
            return;
        }

        var body = operation.RequestBody is not null;
        Dictionary<int, (bool Applies, string Text)> errors = new()
        {
            [400] = (true, "Запрос не прочитан: см. errors"),
            [401] = (true, "Нет ключа или токена, либо они недействительны"),
            [403] = (!open, "Нет права на это действие"),
            [404] = (!open, "Нет такого объекта или он вам не виден"),
            [409] = (method != "GET" && !open, "Не позволяет состояние объекта, либо значение занято"),
            [412] = (ifMatch, "Объект изменён после того, как вы его прочитали"),
            [413] = (body, "Тело запроса слишком велико"),
            [415] = (body, "Нужен JSON"),
            [422] = (method != "GET" && !open, "Значения нарушают правило: см. code и rule"),
            [428] = (ifMatch, "Нужен заголовок If-Match"),
            [429] = (true, "Слишком много запросов: см. Retry-After"),
            [500] = (true, "Сбой службы"),
            [503] = (true, "База данных недоступна: см. Retry-After"),
        };
        operation.Responses ??= [];
        foreach (var (status, (applies, text)) in errors)
        {
            if (applies)
            {
                operation.Responses[status.ToString(System.Globalization.CultureInfo.InvariantCulture)] =
                    new OpenApiResponse
                    {
                        Description = text,
                        Content = new Dictionary<string, OpenApiMediaType>
                        {
                            [Problems.MediaType] = new()
                            {
                                Schema = context.SchemaGenerator.GenerateSchema(
                                    typeof(Problem),
                                    context.SchemaRepository
                                ),
                            },
                        },
                    };
            }
        }
    }
}
