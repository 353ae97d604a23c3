using MethodCenter.Application.Learning.Quotas;

namespace MethodCenter.Api.Learning.Quotas;

/// <summary>Quotas.</summary>
internal static class QuotaEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapArea(
            "quotas",
            new Heading("Quotas", "Set how many applications of an organisation a campaign satisfies.")
        );
        group.Post("", SetQuota);
        group.Get("", ListQuotas);
        group.Get("{id:guid}", GetQuota);
        group.Patch("{id:guid}", ChangeQuotaLimit);
    }

    /// <summary>Set the quota of an organisation</summary>
    /// <remarks>For a programme, or for one course of it; where both exist, that of the course decides.</remarks>
    private static Task<CreatedOutcome<QuotaDetails>> SetQuota(Body<SetQuota> body, Web web) =>
        web.Create(body.Value, quota => $"{Routes.Base}/quotas/{quota.Id}");

    /// <summary>List quotas</summary>
    /// <remarks>Quotas with the numbers used and free; a school sees its own.</remarks>
    private static Task<OkOutcome<Page<QuotaListItem>>> ListQuotas(Query<ListQuotas> query, Web web) =>
        web.Read(query.Value);

    /// <summary>Quota</summary>
    /// <remarks>One quota; the ETag is its revision, which changes with every seat taken.</remarks>
    private static Task<OkOutcome<QuotaDetails>> GetQuota(Guid id, Web web) => web.Read(new GetQuota(id));

    /// <summary>Change a quota</summary>
    /// <remarks>
    /// Not below what is used. What is added goes at once to those who wait for it, in the order of arrival.
    /// </remarks>
    private static Task<OkOutcome<QuotaDetails>> ChangeQuotaLimit(
        Guid id,
        Patch<QuotaLimitBody> patch,
        IfMatch ifMatch,
        Web web
    ) => web.Patch(new GetQuota(id), patch, ifMatch, body => new ChangeQuotaLimit(id, ifMatch.Version, body));
}
