using MethodCenter.Application.Career.Attestations;
using MethodCenter.Application.Improvement.SupportProgrammes;
using MethodCenter.Application.Learning.Applications;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Learning.Enrolments;
using MethodCenter.Application.Learning.Programmes;
using MethodCenter.Application.Learning.Quotas;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Application.Training.TrainingRecords;

namespace MethodCenter.Api.Endpoints;

/// <summary>Many objects in one request, for scripts that speak JSON.</summary>
internal static class BatchEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        // The name of an action stands behind a colon, so that it cannot be taken for an object of the resource.
        var group = routes.MapGroup(Routes.Base).Under(new Heading("Batches", "Many objects in one request."));
        group.Post("organisations:batch", BatchOrganisations);
        group.Post("employees:batch", BatchEmployees);
        group.Post("programmes:batch", BatchProgrammes);
        group.Post("courses:batch", BatchCourses);
        group.Post("enrolments:batch", BatchEnrolments);
        group.Post("training-records:batch", BatchTrainingRecords);
        group.Post("quotas:batch", BatchQuotas);
        group.Post("applications:batch", BatchApplications);
        group.Post("attestations:batch", BatchAttestations);
        group.Post("participations:batch", BatchParticipations);
    }

    /// <summary>Record many organisations</summary>
    /// <remarks>Up to 1000 in one transaction; the answer gives status and problem of each.</remarks>
    private static Task<BatchOutcome> BatchOrganisations(Body<BatchOrganisations> body, Web web) =>
        web.Batch(body.Value);

    /// <summary>Record many employees</summary>
    /// <remarks>
    /// Up to 1000 in one transaction; the answer gives status and problem of each. For more, or from a file, use the
    /// import.
    /// </remarks>
    private static Task<BatchOutcome> BatchEmployees(Body<BatchEmployees> body, Web web) => web.Batch(body.Value);

    /// <summary>Register many programmes</summary>
    /// <remarks>Up to 1000 in one transaction; the answer gives status and problem of each.</remarks>
    private static Task<BatchOutcome> BatchProgrammes(Body<BatchProgrammes> body, Web web) => web.Batch(body.Value);

    /// <summary>Register many courses</summary>
    /// <remarks>Up to 1000 in one transaction; the answer gives status and problem of each.</remarks>
    private static Task<BatchOutcome> BatchCourses(Body<BatchCourses> body, Web web) => web.Batch(body.Value);

    /// <summary>Enrol many employees</summary>
    /// <remarks>Up to 1000 in one transaction, on any courses; the answer gives status and problem of each.</remarks>
    private static Task<BatchOutcome> BatchEnrolments(Body<BatchEnrolments> body, Web web) => web.Batch(body.Value);

    /// <summary>Record many training records</summary>
    /// <remarks>Up to 1000 in one transaction; the answer gives status and problem of each.</remarks>
    private static Task<BatchOutcome> BatchTrainingRecords(Body<BatchTrainingRecords> body, Web web) =>
        web.Batch(body.Value);

    /// <summary>Set many quotas</summary>
    /// <remarks>Up to 1000 in one transaction; the answer gives status and problem of each.</remarks>
    private static Task<BatchOutcome> BatchQuotas(Body<BatchQuotas> body, Web web) => web.Batch(body.Value);

    /// <summary>Submit many applications for training</summary>
    /// <remarks>
    /// Up to 1000 in one transaction, decided in the order of the list; the answer gives status and problem of each.
    /// </remarks>
    private static Task<BatchOutcome> BatchApplications(Body<BatchApplications> body, Web web) => web.Batch(body.Value);

    /// <summary>Record many decisions on attestation</summary>
    /// <remarks>Up to 1000 in one transaction; the answer gives status and problem of each.</remarks>
    private static Task<BatchOutcome> BatchAttestations(Body<BatchAttestations> body, Web web) => web.Batch(body.Value);

    /// <summary>Take many schools into a support programme</summary>
    /// <remarks>Up to 1000 in one transaction; the answer gives status and problem of each.</remarks>
    private static Task<BatchOutcome> BatchParticipations(Body<BatchParticipations> body, Web web) =>
        web.Batch(body.Value);
}
