using MethodCenter.Application.Learning.Applications;

namespace MethodCenter.Api.Learning.Applications;

/// <summary>Many applications in one request.</summary>
internal static class ApplicationBatchEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapBatch("applications", BatchApplications);

    /// <summary>Submit many applications for training</summary>
    /// <remarks>
    /// Up to 1000 in one transaction, decided in the order of the list; the answer gives status and problem of each.
    /// </remarks>
    private static Task<BatchOutcome> BatchApplications(Body<BatchApplications> body, Web web) => web.Batch(body.Value);
}
