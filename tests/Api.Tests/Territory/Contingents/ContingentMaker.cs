using MethodCenter.Api.Tests.Makers;

namespace MethodCenter.Api.Tests.Territory.Contingents;

internal sealed class ContingentMaker : Maker
{
    public ContingentMaker() =>
        Object(
            "/contingents/{id}",
            async made =>
                await made.PostAsync(
                    "/contingents",
                    new
                    {
                        organisationId = await made.NewIdAsync("/organisations/{id}"),
                        academicYear = "2026-2027",
                        grade = 5,
                        pupils = 78,
                        classes = 3,
                    }
                )
        );
}
