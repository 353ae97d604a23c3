using MethodCenter.Api.Tests.Makers;

namespace MethodCenter.Api.Tests.Training.TrainingRecords;

internal sealed class TrainingRecordMaker : Maker
{
    public TrainingRecordMaker() =>
        Object(
            "/training-records/{id}",
            async made =>
                await made.PostAsync(
                    "/training-records",
                    new
                    {
                        employeeId = await made.NewIdAsync("/employees/{id}"),
                        organisationId = await made.SchoolAsync(),
                        provider = "АППО",
                        title = "Оценка качества",
                        kind = "professionalDevelopment",
                        hours = 36,
                        completedOn = "2023-06-01",
                    }
                )
        );
}
