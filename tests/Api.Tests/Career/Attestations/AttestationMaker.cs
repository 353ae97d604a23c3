using MethodCenter.Api.Tests.Makers;

namespace MethodCenter.Api.Tests.Career.Attestations;

internal sealed class AttestationMaker : Maker
{
    public AttestationMaker() =>
        Object(
            "/attestations/{id}",
            async made =>
                await made.PostAsync(
                    "/attestations",
                    new
                    {
                        employeeId = await made.NewIdAsync("/employees/{id}"),
                        organisationId = await made.SchoolAsync(),
                        positionId = await made.World.PositionAsync(),
                        kind = "first",
                        appliedOn = "2023-04-20",
                        decidedOn = "2023-06-01",
                        outcome = "granted",
                    }
                )
        );
}
