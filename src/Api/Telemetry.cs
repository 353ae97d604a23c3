using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Authorization;
using Npgsql;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace MethodCenter.Api;

/// <summary>Traces and metrics by OTLP, where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names a collector; nothing otherwise.</summary>
/// <remarks>
/// Names and attributes are those of OpenTelemetry's conventions, so the dashboards that everybody has fit. What goes out
/// are routes, statuses, durations and the text of SQL without its parameters: no bodies and, since keys of calendar links
/// and searched names stand there, no query strings (the instrumentations redact their values). Calls to receivers of
/// webhooks are measured and not traced: their client tells nobody whom it calls (no propagator, hence no activity).
/// </remarks>
internal static class Telemetry
{
    private const string EndpointVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Registers nothing without an endpoint: a start without a collector pays for none of this.</summary>
    public static void AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (!string.IsNullOrEmpty(configuration[EndpointVariable]))
        {
            Add(services);
        }
    }

    // Apart, so that without an endpoint not even its assemblies are loaded.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Add(IServiceCollection services)
    {
        var version = typeof(Telemetry).Assembly.GetName().Version?.ToString(3);
        services
            .AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("methodcenter", serviceVersion: version))
            .WithTracing(traces =>
                traces
                    .AddAspNetCoreInstrumentation(options => options.EnrichWithHttpResponse = HideCode)
                    .AddHttpClientInstrumentation()
                    .AddNpgsql()
                    .AddSource("MethodCenter.Application")
                    .AddOtlpExporter()
            )
            .WithMetrics(metrics =>
                metrics
                    .AddAspNetCoreInstrumentation()
                    .AddHttpClientInstrumentation()
                    .AddRuntimeInstrumentation()
                    .AddNpgsqlInstrumentation()
                    .AddMeter("Microsoft.EntityFrameworkCore", "MethodCenter.Webhooks")
                    .AddOtlpExporter()
            );
    }

    /// <summary>Anybody who knows an address under <c>/public</c> can read what it leads to: its code is a secret.</summary>
    private static void HideCode(Activity activity, HttpResponse response)
    {
        if (
            response.HttpContext.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } route } endpoint
            && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
        )
        {
            activity.SetTag("url.path", route);
        }
    }
}
