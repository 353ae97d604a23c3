using MethodCenter.Api.Tests.Makers;

namespace MethodCenter.Api.Tests.Improvement.SupportProgrammes;

internal sealed class SupportMaker : Maker
{
    public SupportMaker()
    {
        Object("/support-programmes/{id}", ProgrammeAsync);
        Address(
            "/support-programmes/{supportProgrammeId}/participations/{id}",
            async made => (await ProfiledAsync(made)).Address
        );
        Object("/reports/risk-profiles/{organisationId}", async made => (await ProfiledAsync(made)).School);
        Object(
            "/risk-editions/{id}",
            made =>
                made.PostAsync(
                    "/risk-editions",
                    new
                    {
                        code = made.Code("2023"),
                        validFrom = "2023-01-01",
                        source = "Перечень, сверен центром",
                        confidence = "local",
                        factors = new[] { "Низкий уровень оснащения школы", "Дефицит педагогических кадров" },
                    }
                )
        );
    }

    private static async Task<Guid> ProgrammeAsync(Makings made)
    {
        var id = await made.PostAsync("/support-programmes", new { code = made.Code("500"), name = "Проект «500+»" });
        var cycle = await made.Api.PostAsync($"/support-programmes/{id}/cycles", SupportScenario.Cycle(2022));
        cycle.Expect(HttpStatusCode.Created);
        return id;
    }

    /// <summary>A school in a programme, with its risk profile.</summary>
    private static async Task<(string Address, Guid School)> ProfiledAsync(Makings made)
    {
        var school = await made.NewIdAsync("/organisations/{id}");
        var participations = $"/support-programmes/{await ProgrammeAsync(made)}/participations";
        var body = new
        {
            year = 2022,
            organisationId = school,
            coordinatorId = await made.IdAsync("/employees/{id}"),
            curatorId = await made.NewIdAsync("/employees/{id}"),
            on = "2022-01-10",
        };
        var assigned = (await made.Api.PostAsync(participations, body)).Expect(HttpStatusCode.Created);
        var address = $"{participations}/{assigned.Id}";
        var profile = SupportScenario.Profile();
        var profiled = await made.Api.PutAsync($"{address}/risk-profile", profile, ("If-Match", assigned.ETag));
        profiled.Expect(HttpStatusCode.OK);
        return (address, school);
    }
}
