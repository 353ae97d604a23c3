using MethodCenter.Application.Learning.Courses;

namespace MethodCenter.Api.Learning.Courses;

/// <summary>Many courses in one request.</summary>
internal static class CourseBatchEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapBatch("courses", BatchCourses);

    /// <summary>Register many courses</summary>
    /// <remarks>Up to 1000 in one transaction; the answer gives status and problem of each.</remarks>
    private static Task<BatchOutcome> BatchCourses(Body<BatchCourses> body, Web web) => web.Batch(body.Value);
}
