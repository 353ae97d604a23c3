using MethodCenter.Application.Learning.Campaigns;

namespace MethodCenter.Api.Learning.Campaigns;

/// <summary>Campaigns.</summary>
internal static class CampaignEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapArea(
            "campaigns",
            new Heading("Campaigns", "Open and close the period in which organisations apply for courses.")
        );
        group.Post("", RegisterCampaign);
        group.Get("", ListCampaigns);
        group.Get("{id:guid}", GetCampaign);
        group.Patch("{id:guid}", UpdateCampaign);
    }

    /// <summary>Announce a campaign of applications</summary>
    /// <remarks>
    /// The period in which schools apply for the courses of one provider: the centre's own, or an outside one's. Where
    /// <c>decision</c> is <c>byArrival</c>, an application for a course is decided when it arrives; where
    /// <c>byQuota</c> is <c>true</c>, an organisation without a quota gets no seats.
    /// </remarks>
    private static Task<CreatedOutcome<CampaignDetails>> RegisterCampaign(Body<RegisterCampaign> body, Web web) =>
        web.Create(body.Value, campaign => $"{Routes.Base}/campaigns/{campaign.Id}");

    /// <summary>List campaigns</summary>
    /// <remarks>By words of title or provider, or those that take applications on a day.</remarks>
    private static Task<OkOutcome<Page<CampaignListItem>>> ListCampaigns(Query<ListCampaigns> query, Web web) =>
        web.Read(query.Value);

    /// <summary>Campaign</summary>
    /// <remarks>One campaign; the ETag is its revision.</remarks>
    private static Task<OkOutcome<CampaignDetails>> GetCampaign(Guid id, Web web) => web.Read(new GetCampaign(id));

    /// <summary>Update a campaign</summary>
    /// <remarks>An earlier last day closes it. Provider and quotas cannot change once somebody has applied.</remarks>
    private static Task<OkOutcome<CampaignDetails>> UpdateCampaign(
        Guid id,
        Patch<CampaignBody> patch,
        IfMatch ifMatch,
        Web web
    ) => web.Patch(new GetCampaign(id), patch, ifMatch, body => new UpdateCampaign(id, ifMatch.Version, body));
}
