using System.Globalization;
using MethodCenter.Api.Mcp;
using MethodCenter.Api.Office.Changes;
using MethodCenter.Api.OpenApi;
using MethodCenter.Api.Security;
using MethodCenter.Application;
using MethodCenter.Infrastructure;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Localization;

namespace MethodCenter.Api;

/// <summary>Puts the service together.</summary>
internal static class Startup
{
    private const long BodyLimit = 1024 * 1024;

    /// <summary>An answer of the API is no page: whoever opens it in a browser runs nothing.</summary>
    private const string AnswerPolicy = "default-src 'none'; frame-ancestors 'none'";

    /// <summary>Swagger UI begins with a script and styles within the page, and shows icons that stand in its styles.</summary>
    private const string PagePolicy =
        "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
        + "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'self'; "
        + "frame-ancestors 'none'";

    private const string DefaultUrl = "http://localhost:5080";

    public static WebApplicationBuilder AddMethodCenter(this WebApplicationBuilder builder)
    {
        var (services, configuration) = (builder.Services, builder.Configuration);
        if (
            string.IsNullOrEmpty(configuration[WebHostDefaults.ServerUrlsKey])
            && string.IsNullOrEmpty(configuration["http_ports"])
        )
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }

        builder.AddLogs();
        var limits = new BodyLimits(configuration.GetValue("Limits:BodyBytes", BodyLimit));
        services.AddSingleton(limits);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = limits.BodyBytes;
            kestrel.AddServerHeader = false;
        });

        // The check of the whole container costs every start half a second: tests and development pay it, users do not.
        var check = !builder.Environment.IsProduction();
        builder.Host.UseDefaultServiceProvider(provider =>
            (provider.ValidateScopes, provider.ValidateOnBuild) = (check, check)
        );
        builder.Host.ConfigureHostOptions(host => host.ShutdownTimeout = TimeSpan.FromSeconds(30));
        services.AddApplication();
        services.AddInfrastructure(configuration);
        services.AddHttpContextAccessor();
        services.AddScoped<Web>();
        services.AddSingleton<ChangeReaders>();
        services.ConfigureHttpJsonOptions(options => Json.Configure(options.SerializerOptions));

        // The identity middleware identifies the caller; the framework's own would read the token of each request once more.
        AppContext.SetSwitch("Microsoft.AspNetCore.Authentication.SuppressAutoDefaultScheme", true);
        services
            .AddAuthentication()
            .AddBearerToken(BearerTokenDefaults.AuthenticationScheme)
            .AddExternalIssuer(configuration);
        services.AddLimiters(
            configuration.GetSection(RateLimitOptions.Section).Get<RateLimitOptions>() ?? new RateLimitOptions()
        );
        services.AddSingleton<AccessTokens>();
        services.AddRequestLocalization(options =>
        {
            options.SupportedCultures = [CultureInfo.InvariantCulture];
            options.SupportedUICultures = [CultureInfo.GetCultureInfo("ru"), CultureInfo.GetCultureInfo("en")];
            options.DefaultRequestCulture = new RequestCulture(
                CultureInfo.InvariantCulture,
                CultureInfo.GetCultureInfo("ru")
            );
            options.RequestCultureProviders = [new AcceptLanguageHeaderRequestCultureProvider()];
            options.ApplyCurrentCultureToResponseHeaders = true;
        });
        services.AddTelemetry(configuration);
        services.AddCrossOrigin(configuration);
        services.AddMethodCenterOpenApi();
        services.AddMcpDoor(configuration);
        return builder;
    }

    private static void AddLimiters(this IServiceCollection services, RateLimitOptions limits)
    {
        services.AddSingleton(limits);
        services.AddSingleton<SignInLimiter>();
        services.AddSingleton<VerificationLimiter>();
        services.AddSingleton<KeyGuessLimiter>();
    }

    public static WebApplication UseMethodCenter(this WebApplication app)
    {
        app.UseMcpDoor();
        app.UseRequestLocalization();
        app.UseMiddleware<ErrorMiddleware>();
        app.Use(
            (http, next) =>
            {
                var isPage = http.Request.Path.StartsWithSegments("/swagger", StringComparison.OrdinalIgnoreCase);
                http.Response.Headers.XContentTypeOptions = "nosniff";
                http.Response.Headers.XFrameOptions = "DENY";
                http.Response.Headers["Referrer-Policy"] = "no-referrer";
                http.Response.Headers.ContentSecurityPolicy = isPage ? PagePolicy : AnswerPolicy;
                http.Response.Headers.CacheControl = "no-store";
                http.Response.Headers.Vary = "Accept-Language";
                return next(http);
            }
        );
        app.UseMethodCenterOpenApi();
        app.UseRouting();
        app.UseCors();
        app.UseMiddleware<IdentityMiddleware>();
        app.UseMiddleware<RateLimitMiddleware>();
        app.UseMiddleware<PermissionMiddleware>();
        app.UseMiddleware<DeprecationMiddleware>();
        app.UseMiddleware<FormatMiddleware>();
        app.MapAreas();
        app.MapMcpDoor();
        ServedDocument.Map(app);
        return app;
    }
}
