using MethodCenter.Api.Tests.Makers;

namespace MethodCenter.Api.Tests.Training.TrainingNeeds;

internal sealed class TrainingNeedMaker : Maker
{
    public TrainingNeedMaker()
    {
        Object(
            "/training-needs/{id}",
            async made =>
                await made.PostAsync(
                    "/training-needs",
                    new
                    {
                        organisationId = await made.SchoolAsync(),
                        employeeId = await made.NewIdAsync("/employees/{id}"),
                        topic = "Оценивание",
                        year = 2027,
                        source = "survey",
                    }
                )
        );
    }
}
