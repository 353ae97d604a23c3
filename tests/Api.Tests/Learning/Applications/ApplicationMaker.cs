using MethodCenter.Api.Tests.Makers;

namespace MethodCenter.Api.Tests.Learning.Applications;

internal sealed class ApplicationMaker : Maker
{
    public ApplicationMaker()
    {
        Object("/applications/{id}", async made => (await ApplyAsync(made, provider: null)).Id);
        Address(
            "/applications/{id}/referral-letter",
            async made =>
            {
                var applied = await ApplyAsync(made, "КРИПКиПРО");
                var letter = new { referralNumber = made.Code("12") };
                (await made.Api.DecideAsync(applied, "referral", letter)).Expect(HttpStatusCode.OK);
                return $"/applications/{applied.Id}/referral-letter";
            }
        );
    }

    private static async Task<Answer> ApplyAsync(Makings made, string? provider)
    {
        var campaign = await made.World.CampaignAsync("byCentre", byQuota: false, provider);
        var employee = await made.NewIdAsync("/employees/{id}");
        var programme = await made.NewIdAsync("/programmes/{id}");
        return (await made.Api.ApplyAsync(campaign, employee, programme: programme)).Expect(HttpStatusCode.Created);
    }
}
