using MethodCenter.Application.Territory.Norms;

namespace MethodCenter.Api.Territory.Norms;

/// <summary>Norms.</summary>
internal static class NormEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapArea(
            "norms",
            new Heading(
                "Norms",
                "See which number of the law holds on which day, and set those that the law leaves to the centre."
            )
        );
        group.Get("", ListNorms);
        group.Post("", SetNorm);
        group.Get("{id:guid}", GetNorm);
        group.Patch("{id:guid}", UpdateNorm);
    }

    /// <summary>Norms by date</summary>
    /// <remarks>Every number of the law with its days and its source: the shipped editions and the centre's own.</remarks>
    private static Task<OkOutcome<NormList>> ListNorms(Query<ListNorms> query, Web web) => web.Read(query.Value);

    /// <summary>Set a norm of the centre</summary>
    /// <remarks>
    /// Takes precedence over the shipped edition from a day on, with the act by which the centre set it.
    /// </remarks>
    private static Task<CreatedOutcome<CentreNormDetails>> SetNorm(Body<SetNorm> body, Web web) =>
        web.Create(body.Value, norm => $"{Routes.Base}/norms/{norm.Id}");

    /// <summary>Norm of a centre</summary>
    /// <remarks>One norm that the centre has set; the ETag is its revision.</remarks>
    private static Task<OkOutcome<CentreNormDetails>> GetNorm(Guid id, Web web) => web.Read(new GetNorm(id));

    /// <summary>Update a norm of the centre</summary>
    /// <remarks>Its value, last day or basis.</remarks>
    private static Task<OkOutcome<CentreNormDetails>> UpdateNorm(
        Guid id,
        Patch<NormBody> patch,
        IfMatch ifMatch,
        Web web
    ) => web.Patch(new GetNorm(id), patch, ifMatch, body => new UpdateNorm(id, ifMatch.Version, body));
}
