using MethodCenter.Application.Territory.Organisations;

namespace MethodCenter.Api.Territory.Organisations;

/// <summary>Many organisations in one request.</summary>
internal static class OrganisationBatchEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapBatch("organisations", BatchOrganisations);

    /// <summary>Record many organisations</summary>
    /// <remarks>Up to 1000 in one transaction; the answer gives status and problem of each.</remarks>
    private static Task<BatchOutcome> BatchOrganisations(Body<BatchOrganisations> body, Web web) =>
        web.Batch(body.Value);
}
