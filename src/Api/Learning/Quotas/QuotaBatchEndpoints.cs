using MethodCenter.Application.Learning.Quotas;

namespace MethodCenter.Api.Learning.Quotas;

/// <summary>Many quotas in one request.</summary>
internal static class QuotaBatchEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapBatch("quotas", BatchQuotas);

    /// <summary>Set many quotas</summary>
    /// <remarks>Up to 1000 in one transaction; the answer gives status and problem of each.</remarks>
    private static Task<BatchOutcome> BatchQuotas(Body<BatchQuotas> body, Web web) => web.Batch(body.Value);
}
