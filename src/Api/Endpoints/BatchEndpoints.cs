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

/// <summary>Много объектов одним запросом, for scripts that speak JSON.</summary>
internal static class BatchEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        // The name of an action stands behind a colon, so that it is no object of the resource.
        var group = routes.MapGroup(Routes.Base).WithTags("Пакеты");
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

    /// <summary>Записать много организаций</summary>
    /// <remarks>Up to 1000 in one transaction; of each its status and problem.</remarks>
    private static Task<BatchOutcome> BatchOrganisations(Body<BatchOrganisations> body, Web web) =>
        web.Batch(body.Value);

    /// <summary>Записать много работников</summary>
    /// <remarks>Up to 1000 in one transaction; of each its status and problem. For more, and from a file: the import.</remarks>
    private static Task<BatchOutcome> BatchEmployees(Body<BatchEmployees> body, Web web) => web.Batch(body.Value);

    /// <summary>Зарегистрировать много программ</summary>
    /// <remarks>Up to 1000 in one transaction; of each its status and problem.</remarks>
    private static Task<BatchOutcome> BatchProgrammes(Body<BatchProgrammes> body, Web web) => web.Batch(body.Value);

    /// <summary>Зарегистрировать много курсов</summary>
    /// <remarks>Up to 1000 in one transaction; of each its status and problem.</remarks>
    private static Task<BatchOutcome> BatchCourses(Body<BatchCourses> body, Web web) => web.Batch(body.Value);

    /// <summary>Зачислить многих</summary>
    /// <remarks>Up to 1000 in one transaction, on any courses; of each its status and problem.</remarks>
    private static Task<BatchOutcome> BatchEnrolments(Body<BatchEnrolments> body, Web web) => web.Batch(body.Value);

    /// <summary>Внести много сведений об обучении</summary>
    /// <remarks>Up to 1000 in one transaction; of each its status and problem.</remarks>
    private static Task<BatchOutcome> BatchTrainingRecords(Body<BatchTrainingRecords> body, Web web) =>
        web.Batch(body.Value);

    /// <summary>Установить много квот</summary>
    /// <remarks>Up to 1000 in one transaction; of each its status and problem.</remarks>
    private static Task<BatchOutcome> BatchQuotas(Body<BatchQuotas> body, Web web) => web.Batch(body.Value);

    /// <summary>Подать много заявок на обучение</summary>
    /// <remarks>Up to 1000 in one transaction, decided in the order of the list; of each its status and problem.</remarks>
    private static Task<BatchOutcome> BatchApplications(Body<BatchApplications> body, Web web) => web.Batch(body.Value);

    /// <summary>Записать много решений об аттестации</summary>
    /// <remarks>Up to 1000 in one transaction; of each its status and problem.</remarks>
    private static Task<BatchOutcome> BatchAttestations(Body<BatchAttestations> body, Web web) => web.Batch(body.Value);

    /// <summary>Включить много школ в программу поддержки</summary>
    /// <remarks>Up to 1000 in one transaction; of each its status and problem.</remarks>
    private static Task<BatchOutcome> BatchParticipations(Body<BatchParticipations> body, Web web) =>
        web.Batch(body.Value);
}
