using MethodCenter.Application.Improvement.SupportProgrammes;

namespace MethodCenter.Api.Improvement.SupportProgrammes;

/// <summary>Risk factors.</summary>
internal static class RiskEditionEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapArea(
            "risk-editions",
            new Heading("Risk factors", "Record the list of risk factors that holds for a cycle (RISK-2, RISK-3).")
        );
        group.Post("", RegisterRiskEdition);
        group.Get("", ListRiskEditions);
        group.Get("{id:guid}", GetRiskEdition);
        group.Put("{id:guid}", ReviseRiskEdition);
    }

    /// <summary>Register a list of risk factors</summary>
    /// <remarks>
    /// A new edition of the dictionary; factors are numbered in the order given. No two may have the same name.
    /// </remarks>
    private static Task<CreatedOutcome<RiskEditionDetails>> RegisterRiskEdition(
        Body<RegisterRiskEdition> body,
        Web web
    ) => web.Create(body.Value, edition => $"{Routes.Base}/risk-editions/{edition.Id}");

    /// <summary>List the editions of risk factors</summary>
    /// <remarks>Editions of the dictionary; a new centre begins with those of 2021 and 2022 (RISK-2, RISK-3).</remarks>
    private static Task<OkOutcome<Page<RiskEditionListItem>>> ListRiskEditions(
        Query<ListRiskEditions> query,
        Web web
    ) => web.Read(query.Value);

    /// <summary>List of risk factors</summary>
    /// <remarks>One edition with its factors; the ETag is its revision.</remarks>
    private static Task<OkOutcome<RiskEditionDetails>> GetRiskEdition(Guid id, Web web) =>
        web.Read(new GetRiskEdition(id));

    /// <summary>Revise a list of risk factors</summary>
    /// <remarks>Replaces source and list as a whole; profiles already recorded keep the names they have.</remarks>
    private static Task<OkOutcome<RiskEditionDetails>> ReviseRiskEdition(
        Guid id,
        Body<RiskEditionBody> body,
        IfMatch ifMatch,
        Web web
    ) => web.Change(new ReviseRiskEdition(id, ifMatch.Version, body.Value));
}
