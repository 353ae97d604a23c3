using MethodCenter.Api.Tests.Makers;

namespace MethodCenter.Api.Tests.Career.Attestations;

internal sealed class HeadAttestationMaker : Maker
{
    public HeadAttestationMaker() =>
        Object(
            "/head-attestations/{id}",
            async made =>
                await made.PostAsync(
                    "/head-attestations",
                    new
                    {
                        employeeId = await made.NewIdAsync("/employees/{id}"),
                        organisationId = await made.SchoolAsync(),
                        positionId = await made.World.PositionAsync("director"),
                        commission = "Аттестационная комиссия администрации",
                        decidedOn = "2023-06-01",
                        outcome = "granted",
                    }
                )
        );
}
