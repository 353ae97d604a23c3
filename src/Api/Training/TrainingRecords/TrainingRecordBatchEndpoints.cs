using MethodCenter.Application.Training.TrainingRecords;

namespace MethodCenter.Api.Training.TrainingRecords;

/// <summary>Many training records in one request.</summary>
internal static class TrainingRecordBatchEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapBatch("training-records", BatchTrainingRecords);

    /// <summary>Record many training records</summary>
    /// <remarks>Up to 1000 in one transaction; the answer gives status and problem of each.</remarks>
    private static Task<BatchOutcome> BatchTrainingRecords(Body<BatchTrainingRecords> body, Web web) =>
        web.Batch(body.Value);
}
