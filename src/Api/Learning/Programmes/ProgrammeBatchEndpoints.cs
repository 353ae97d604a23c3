using MethodCenter.Application.Learning.Programmes;

namespace MethodCenter.Api.Learning.Programmes;

/// <summary>Many programmes in one request.</summary>
internal static class ProgrammeBatchEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapBatch("programmes", BatchProgrammes);

    /// <summary>Register many programmes</summary>
    /// <remarks>Up to 1000 in one transaction; the answer gives status and problem of each.</remarks>
    private static Task<BatchOutcome> BatchProgrammes(Body<BatchProgrammes> body, Web web) => web.Batch(body.Value);
}
