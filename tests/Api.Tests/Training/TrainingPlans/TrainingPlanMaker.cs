using MethodCenter.Api.Tests.Makers;

namespace MethodCenter.Api.Tests.Training.TrainingPlans;

internal sealed class TrainingPlanMaker : Maker
{
    public TrainingPlanMaker()
    {
        Object("/training-plans/{id}", async made => (await PlanAsync(made)).Id);
        Address(
            "/training-plans/{id}/entries/{entryId}",
            async made =>
            {
                var plan = await PlanAsync(made);
                return $"/training-plans/{plan.Id}/entries/{plan["entries.0.id"]}";
            }
        );
    }

    /// <summary>The plan of a school with one teacher, who has never been trained.</summary>
    private static async Task<Answer> PlanAsync(Makings made)
    {
        var organisationId = await made.NewIdAsync("/organisations/{id}");
        await made.World.EmployeeAsync(organisationId, await made.World.PositionAsync());
        var plan = await made.Api.PostAsync("/training-plans", new { organisationId, year = 2027 });
        return plan.Expect(HttpStatusCode.Created);
    }
}
