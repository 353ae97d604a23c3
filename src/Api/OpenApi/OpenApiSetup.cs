using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace MethodCenter.Api.OpenApi;

/// <summary>The OpenAPI 3.1 document and Swagger UI.</summary>
internal static class OpenApiSetup
{
    public static void AddMethodCenterOpenApi(this IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        services.AddSwaggerGen(options =>
        {
            options.SwaggerDoc("v1", Describe());
            foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory, "MethodCenter.*.xml"))
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
                    Description = "Учебный год, e.g. 2019-2020.",
                }
            );
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
            options.SchemaFilter<SchemaShape>();
            options.DocumentFilter<DocumentShape>();
        });
    }

    public static void UseMethodCenterOpenApi(this WebApplication app)
    {
        app.UseSwagger(options => options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1);
        app.UseSwaggerUI(options =>
        {
            options.SwaggerEndpoint("/swagger/v1/swagger.json", "MethodCenter v1");
            options.DocumentTitle = "MethodCenter";
            options.EnablePersistAuthorization();
            options.DisplayOperationId();
            options.EnableTryItOutByDefault();
        });
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
