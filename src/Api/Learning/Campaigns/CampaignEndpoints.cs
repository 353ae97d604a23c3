using MethodCenter.Application.Learning.Campaigns;

namespace MethodCenter.Api.Learning.Campaigns;

/// <summary>Кампании приёма заявок.</summary>
internal static class CampaignEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapArea("campaigns", "Кампании");
        group.Post("", RegisterCampaign);
        group.Get("", ListCampaigns);
        group.Get("{id:guid}", GetCampaign);
        group.Patch("{id:guid}", UpdateCampaign);
    }

    /// <summary>Объявить кампанию приёма заявок</summary>
    /// <remarks>
    /// The period in which schools apply for the courses of one provider: the centre's own, or an outside one's. Where
    /// <c>decision</c> is <c>byArrival</c>, an application for a course is decided when it comes; where <c>byQuota</c>
    /// is true, an organisation without a quota gets no seats.
    /// </remarks>
    private static Task<CreatedOutcome<CampaignDetails>> RegisterCampaign(Body<RegisterCampaign> body, Web web) =>
        web.Create(body.Value, campaign => $"{Routes.Base}/campaigns/{campaign.Id}");

    /// <summary>Список кампаний</summary>
    /// <remarks>By words of title or provider, or those that take applications on a day.</remarks>
    private static Task<OkOutcome<Page<CampaignListItem>>> ListCampaigns(Query<ListCampaigns> query, Web web) =>
        web.Read(query.Value);

    /// <summary>Кампания</summary>
    /// <remarks>One campaign; the ETag is its revision.</remarks>
    private static Task<OkOutcome<CampaignDetails>> GetCampaign(Guid id, Web web) => web.Read(new GetCampaign(id));

    /// <summary>Изменить кампанию</summary>
    /// <remarks>An earlier last day closes it. Provider and quotas stay as they are once somebody has applied.</remarks>
    private static Task<OkOutcome<CampaignDetails>> UpdateCampaign(
        Guid id,
        Patch<CampaignBody> patch,
        IfMatch ifMatch,
        Web web
    ) => web.Patch(new GetCampaign(id), patch, ifMatch, body => new UpdateCampaign(id, ifMatch.Version, body));
}
