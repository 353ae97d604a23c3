namespace MethodCenter.Api.Tests.Learning.Applications;

/// <summary>Campaigns, quotas and applications as tests need them, made over HTTP.</summary>
internal static class Campaigns
{
    public static async Task<Guid> CampaignAsync(
        this World world,
        string decision = "byArrival",
        bool byQuota = true,
        string? provider = null
    ) => (
            await world.Api.PostAsync(
                "/campaigns",
                new
                {
                    title = "Курсы центра на 2026/27 год",
                    provider,
                    opensOn = "2026-01-01",
                    closesOn = "2027-12-31",
                    decision,
                    byQuota,
                }
            )
        ).Expect(HttpStatusCode.Created).Id;

    public static async Task QuotasAsync(
        this World world,
        Guid campaign,
        Guid programme,
        IEnumerable<Guid> schools,
        int limit
    )
    {
        var items = schools.Select(school => new
        {
            campaignId = campaign,
            programmeId = programme,
            organisationId = school,
            limit,
        });
        var set = await world.Api.PostAsync("/quotas:batch", new { allOrNothing = true, items });
        set.Expect(HttpStatusCode.OK);
    }

    public static Task<Answer> ApplyAsync(
        this ApiClient client,
        Guid campaign,
        Guid employee,
        Guid? course = null,
        Guid? programme = null
    ) =>
        client.PostAsync(
            "/applications",
            new
            {
                campaignId = campaign,
                employeeId = employee,
                courseId = course,
                programmeId = programme,
            }
        );

    public static Task<Answer> DecideAsync(this ApiClient client, Answer application, string what, object body) =>
        client.PostAsync($"/applications/{application.Id}/{what}", body, ("If-Match", application.ETag));
}
