using MethodCenter.Infrastructure.Health;

namespace MethodCenter.Api.Endpoints;

/// <summary>Health of the service.</summary>
internal static class HealthEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes
            .MapGroup("/health")
            .Under(new Heading("Health", "Ask whether the service runs and whether it is ready to answer."))
            .AllowAnonymous()
            .WithMetadata(new ProbeMetadata());
        group.MapGet("live", CheckLiveness).WithName(nameof(CheckLiveness)).Produces<LivenessModel>();
        group
            .MapGet("ready", CheckReadiness)
            .WithName(nameof(CheckReadiness))
            .Produces<HealthReport>()
            .Produces<HealthReport>(StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>The service is running</summary>
    /// <remarks>The process answers; nothing else is checked.</remarks>
    private static IResult CheckLiveness() => Results.Json(new LivenessModel("live"), Json.Options);

    /// <summary>The service is ready</summary>
    /// <remarks>Database, migrations and the lag of the change feed; 503 when requests should go elsewhere.</remarks>
    private static async Task<IResult> CheckReadiness(IHealthProbe probe, HttpContext http)
    {
        var report = await probe.LookAsync(http.RequestAborted);
        var status = report.Ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        return Results.Json(report, Json.Options, statusCode: status);
    }
}

/// <summary>Asked by machines whose addresses the service does not choose: what it does not know in a query is nothing to it.</summary>
internal sealed class ProbeMetadata;

/// <summary>The process answers.</summary>
public sealed record LivenessModel(string Status);
