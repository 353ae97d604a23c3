using System.Globalization;
using MethodCenter.Api.Career.Attestations;
using MethodCenter.Api.Improvement.SupportProgrammes;
using MethodCenter.Api.Learning.Applications;
using MethodCenter.Api.Learning.Campaigns;
using MethodCenter.Api.Learning.Certificates;
using MethodCenter.Api.Learning.Courses;
using MethodCenter.Api.Learning.Enrolments;
using MethodCenter.Api.Learning.Feedback;
using MethodCenter.Api.Learning.Frdo;
using MethodCenter.Api.Learning.Orders;
using MethodCenter.Api.Learning.Programmes;
using MethodCenter.Api.Learning.Quotas;
using MethodCenter.Api.Office.Audit;
using MethodCenter.Api.Office.Changes;
using MethodCenter.Api.Office.Imports;
using MethodCenter.Api.Office.Reports;
using MethodCenter.Api.Office.StatedFigures;
using MethodCenter.Api.Office.Webhooks;
using MethodCenter.Api.OpenApi;
using MethodCenter.Api.Security;
using MethodCenter.Api.Teaching.CalendarLinks;
using MethodCenter.Api.Teaching.Journal;
using MethodCenter.Api.Teaching.Lessons;
using MethodCenter.Api.Teaching.Rooms;
using MethodCenter.Api.Territory.Accounts;
using MethodCenter.Api.Territory.Centres;
using MethodCenter.Api.Territory.Employees;
using MethodCenter.Api.Territory.Norms;
using MethodCenter.Api.Territory.Organisations;
using MethodCenter.Api.Territory.Positions;
using MethodCenter.Api.Training.TrainingNeeds;
using MethodCenter.Api.Training.TrainingPlans;
using MethodCenter.Api.Training.TrainingRecords;
using MethodCenter.Application;
using MethodCenter.Infrastructure;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Localization;

namespace MethodCenter.Api;

/// <summary>Puts the service together.</summary>
internal static class Startup
{
    private const long BodyLimit = 1024 * 1024;
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

        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = configuration.GetValue("Limits:BodyBytes", BodyLimit);
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
        services
            .AddAuthentication()
            .AddBearerToken(BearerTokenDefaults.AuthenticationScheme)
            .AddExternalIssuer(configuration);
        services.AddSingleton(
            configuration.GetSection(RateLimitOptions.Section).Get<RateLimitOptions>() ?? new RateLimitOptions()
        );
        services.AddSingleton<SignInLimiter>();
        services.AddSingleton<VerificationLimiter>();
        services.AddSingleton<KeyGuessLimiter>();
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
        services.AddMethodCenterOpenApi();
        return builder;
    }

    public static WebApplication UseMethodCenter(this WebApplication app)
    {
        app.UseRequestLocalization();
        app.UseMiddleware<ErrorMiddleware>();
        app.Use(
            (http, next) =>
            {
                http.Response.Headers.XContentTypeOptions = "nosniff";
                http.Response.Headers.CacheControl = "no-store";
                http.Response.Headers.Vary = "Accept-Language";
                return next(http);
            }
        );
        app.UseMethodCenterOpenApi();
        app.UseRouting();
        app.UseMiddleware<IdentityMiddleware>();
        app.UseMiddleware<RateLimitMiddleware>();
        app.UseMiddleware<PermissionMiddleware>();
        app.MapCentres();
        app.MapOrganisations();
        app.MapPositions();
        app.MapEmployees();
        app.MapNorms();
        app.MapAccounts();
        app.MapSignIn();
        app.MapProgrammes();
        app.MapCourses();
        app.MapEnrolments();
        app.MapCertificates();
        app.MapFrdo();
        app.MapRooms();
        app.MapLessons();
        app.MapCalendarLinks();
        app.MapJournal();
        app.MapFeedback();
        app.MapOrders();
        app.MapReports();
        app.MapStatedFigures();
        app.MapTrainingRecords();
        app.MapTrainingNeeds();
        app.MapTrainingPlans();
        app.MapCampaigns();
        app.MapQuotas();
        app.MapApplications();
        app.MapAttestations();
        app.MapSupportProgrammes();
        app.MapParticipations();
        app.MapRiskEditions();
        app.MapBatches();
        app.MapImports();
        app.MapWebhooks();
        app.MapAudit();
        app.MapChanges();
        app.MapHealth();
        ServedDocument.Map(app);
        return app;
    }
}
