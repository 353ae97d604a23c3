using MethodCenter.Application.Career.Attestations;

namespace MethodCenter.Api.Career.Attestations;

/// <summary>Many attestations in one request.</summary>
internal static class AttestationBatchEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapBatch("attestations", BatchAttestations);

    /// <summary>Record many decisions on attestation</summary>
    /// <remarks>Up to 1000 in one transaction; the answer gives status and problem of each.</remarks>
    private static Task<BatchOutcome> BatchAttestations(Body<BatchAttestations> body, Web web) => web.Batch(body.Value);
}
