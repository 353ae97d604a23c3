using MethodCenter.Application.Territory.Employees;

namespace MethodCenter.Api.Territory.Employees;

/// <summary>Many employees in one request.</summary>
internal static class EmployeeBatchEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapBatch("employees", BatchEmployees);

    /// <summary>Record many employees</summary>
    /// <remarks>
    /// Up to 1000 in one transaction; the answer gives status and problem of each. For more, or from a file, use the import.
    /// </remarks>
    private static Task<BatchOutcome> BatchEmployees(Body<BatchEmployees> body, Web web) => web.Batch(body.Value);
}
