using MethodCenter.Infrastructure.Demo;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerUI;

namespace MethodCenter.Api.OpenApi;

/// <summary>The OpenAPI 3.1 document, once in each language, and Swagger UI.</summary>
internal static class OpenApiSetup
{
    private static readonly TimeSpan AfterStart = TimeSpan.FromSeconds(3);

    public static void AddMethodCenterOpenApi(this IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        services.AddSingleton<XmlDocs>();
        services.AddSingleton<DocumentTexts>();
        services.AddSingleton<Wordings>();
        services.AddSingleton<RequestLimits>();
        services.AddSingleton<OperationParameters>();
        services.AddSingleton<ServedDocument>();
        services.AddSingleton(provider =>
            Preparing.HasDemo(provider.GetRequiredService<IConfiguration>())
                ? DemoYears.Now(provider.GetRequiredService<TimeProvider>())
                : DemoYears.AsWritten
        );
        services.AddSwaggerGen(options =>
        {
            foreach (var language in DocumentLanguage.All)
            {
                options.SwaggerDoc(language.Document, new OpenApiInfo { Title = "MethodCenter", Version = "v1" });
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
                }
            );
            // «time» of JSON Schema has a zone beside it (RFC 3339); a lesson begins by the clock of the centre.
            options.MapType<TimeOnly>(() => new OpenApiSchema { Type = JsonSchemaType.String, Format = "time-local" });
            options.SchemaFilter<ReportCodes>();
            options.SchemaFilter<Descriptions>();
            options.OperationFilter<Descriptions>();
            options.OperationFilter<OperationShape>();
            options.DocumentFilter<DocumentShape>();
        });
    }

    /// <summary>Builds the documents a little later: who asks for data right after the start goes first.</summary>
    private static async Task PrepareAsync(WebApplication app)
    {
        await Task.Delay(AfterStart, app.Services.GetRequiredService<TimeProvider>(), app.Lifetime.ApplicationStopping);
        try
        {
            app.Services.GetRequiredService<ServedDocument>().Prepare();
        }
        catch (Exception exception)
        {
            // Whoever asks for it is told by an answer; the log says it before anybody asks.
            app.Logger.LogError(exception, "The documents of the API could not be built");
            return;
        }

        // What building them leaves behind is more than all that the service keeps (measured: 496 MB resident, 340 MB after this), and
        // on a machine with free memory nothing else would ever give it back.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }

    public static void UseMethodCenterOpenApi(this WebApplication app)
    {
        if (app.Environment.IsProduction())
        {
            // Elsewhere, in tests above all, most services end without anyone having asked for it.
            app.Lifetime.ApplicationStarted.Register(() =>
                _ = Task.Run(() => PrepareAsync(app), app.Lifetime.ApplicationStopping)
            );
        }

        // Its middleware compares each path with two regular expressions: the API has no use for that.
        app.UseWhen(
            http => http.Request.Path.StartsWithSegments("/swagger", StringComparison.OrdinalIgnoreCase),
            page =>
                page.UseSwaggerUI(options =>
                {
                    foreach (var language in DocumentLanguage.All)
                    {
                        options.SwaggerEndpoint(language.PagePath, language.Title);
                    }

                    options.DocumentTitle = "MethodCenter";
                    options.DisplayOperationId();
                    options.DisplayRequestDuration();

                    // Schemas stand in the operations that use them.
                    options.DefaultModelsExpandDepth(-1);
                    options.IndexStream = () => ServedDocument.Open("index.html");

                    // The areas are the page's table of contents: with every operation shown the page draws only what is in
                    // sight, and the browser's own search finds nothing below it. A link leads to one operation.
                    options.DocExpansion(DocExpansion.None);
                    options.EnableDeepLinking();
                    options.EnableFilter();
                    options.EnableValidator(null);
                    options.EnableTryItOutByDefault();
                })
        );
    }
}
