using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerUI;

namespace MethodCenter.Api.OpenApi;

/// <summary>The OpenAPI 3.1 document and Swagger UI.</summary>
internal static class OpenApiSetup
{
    public static void AddMethodCenterOpenApi(this IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        services.AddSingleton<XmlDocs>();
        services.AddSingleton<RequestLimits>();
        services.AddSingleton<OperationParameters>();
        services.AddSingleton<ServedDocument>();
        services.AddSwaggerGen(options =>
        {
            options.SwaggerDoc(ServedDocument.Name, Describe());
            foreach (var file in XmlDocs.Files())
            {
                options.IncludeXmlComments(file, includeControllerXmlComments: false);
            }

            options.SupportNonNullableReferenceTypes();
            options.NonNullableReferenceTypesAsRequired();
            options.UseAllOfToExtendReferenceSchemas();
            options.CustomSchemaIds(SchemaNames.Of);
            options.MapType<Domain.Common.AcademicYear>(() =>
                new OpenApiSchema
                {
                    Type = JsonSchemaType.String,
                    Pattern = "^[12][0-9]{3}-[12][0-9]{3}$",
                    MaxLength = Domain.Common.AcademicYear.Length,
                    Description = "Учебный год, например 2019-2020.",
                }
            );
            // «time» of JSON Schema has a zone beside it (RFC 3339); a lesson begins by the clock of the centre.
            options.MapType<TimeOnly>(() => new OpenApiSchema { Type = JsonSchemaType.String, Format = "time-local" });
            options.AddSecurityDefinition(
                "ApiKey",
                new OpenApiSecurityScheme
                {
                    Type = SecuritySchemeType.ApiKey,
                    In = ParameterLocation.Header,
                    Name = Security.IdentityMiddleware.KeyHeader,
                    Description = "Ключ программы или администратора.",
                }
            );
            options.AddSecurityDefinition(
                "Bearer",
                new OpenApiSecurityScheme
                {
                    Type = SecuritySchemeType.Http,
                    Scheme = "bearer",
                    Description = "Токен, полученный в POST /api/v1/auth/token.",
                }
            );
            options.OperationFilter<OperationShape>();
            options.DocumentFilter<DocumentShape>();
        });
    }

    public static void UseMethodCenterOpenApi(this WebApplication app)
    {
        // Its middleware compares each path with two regular expressions: the API has no use for that.
        app.UseWhen(
            http => http.Request.Path.StartsWithSegments("/swagger"),
            page =>
                page.UseSwaggerUI(options =>
                {
                    options.SwaggerEndpoint(ServedDocument.Path, "MethodCenter v1");
                    options.DocumentTitle = "MethodCenter";
                    options.EnablePersistAuthorization();
                    options.DisplayOperationId();
                    options.DisplayRequestDuration();
                    options.DefaultModelsExpandDepth(0);

                    // The areas are the page's table of contents: with every operation shown the page draws only what is in
                    // sight, and the browser's own search finds nothing below it. A link leads to one operation.
                    options.DocExpansion(DocExpansion.None);
                    options.EnableDeepLinking();
                    options.EnableFilter();
                    options.EnableValidator(null);

                    // One document: there is nothing to select.
                    options.HeadContent = "<style>.swagger-ui .topbar { display: none }</style>";
                    options.EnableTryItOutByDefault();
                })
        );
    }

    private static OpenApiInfo Describe() =>
        new()
        {
            Title = "MethodCenter",
            Version = "v1",
            Description =
                "Учётная система муниципального методического центра: курсы, аттестация, поддержка школ, отчёты. "
                + "Все показатели вычисляются из записей; каждое решение называет норму, по которой оно принято.",
            License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" },
            Contact = new OpenApiContact { Name = "MethodCenter" },
        };
}
