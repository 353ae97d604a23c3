using MethodCenter.Api.Tests.Learning.Applications;
using MethodCenter.Api.Tests.Makers;

namespace MethodCenter.Api.Tests.Learning.Quotas;

internal sealed class QuotaMaker : Maker
{
    public QuotaMaker() =>
        Object(
            "/quotas/{id}",
            async made =>
                await made.PostAsync(
                    "/quotas",
                    new
                    {
                        campaignId = await made.World.CampaignAsync(),
                        programmeId = await made.NewIdAsync("/programmes/{id}"),
                        organisationId = await made.SchoolAsync(),
                        limit = 2,
                    }
                )
        );
}
