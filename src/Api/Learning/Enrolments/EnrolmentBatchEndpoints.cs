using MethodCenter.Application.Learning.Enrolments;

namespace MethodCenter.Api.Learning.Enrolments;

/// <summary>Many enrolments in one request.</summary>
internal static class EnrolmentBatchEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapBatch("enrolments", BatchEnrolments);

    /// <summary>Enrol many employees</summary>
    /// <remarks>Up to 1000 in one transaction, on any courses; the answer gives status and problem of each.</remarks>
    private static Task<BatchOutcome> BatchEnrolments(Body<BatchEnrolments> body, Web web) => web.Batch(body.Value);
}
