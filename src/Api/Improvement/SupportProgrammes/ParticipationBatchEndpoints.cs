using MethodCenter.Application.Improvement.SupportProgrammes;

namespace MethodCenter.Api.Improvement.SupportProgrammes;

/// <summary>Many participations in one request.</summary>
internal static class ParticipationBatchEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapBatch("participations", BatchParticipations);

    /// <summary>Take many schools into a support programme</summary>
    /// <remarks>Up to 1000 in one transaction; the answer gives status and problem of each.</remarks>
    private static Task<BatchOutcome> BatchParticipations(Body<BatchParticipations> body, Web web) =>
        web.Batch(body.Value);
}
