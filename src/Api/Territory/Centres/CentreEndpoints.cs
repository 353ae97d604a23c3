using MethodCenter.Application.Territory.Centres;

namespace MethodCenter.Api.Territory.Centres;

/// <summary>Methodical centres.</summary>
internal static class CentreEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapArea(
            "centres",
            new Heading(
                "Methodical centres",
                "Keep the card of the centre; who works in several names one in `X-Centre`."
            )
        );
        group.Post("", RegisterCentre);
        group.Get("", ListCentres);
        group.Get("{id:guid}", GetCentre);
        group.Patch("{id:guid}", UpdateCentre);
    }

    /// <summary>Register a centre</summary>
    /// <remarks>A new tenant with its vocabularies; for administrators of the system.</remarks>
    private static Task<CreatedOutcome<CentreDetails>> RegisterCentre(Body<RegisterCentre> body, Web web) =>
        web.Create(body.Value, centre => $"{Routes.Base}/centres/{centre.Id}");

    /// <summary>List centres</summary>
    /// <remarks>All centres of the service; for administrators of the system.</remarks>
    private static Task<OkOutcome<Page<CentreListItem>>> ListCentres(Query<ListCentres> query, Web web) =>
        web.Read(query.Value);

    /// <summary>Card of a centre</summary>
    /// <remarks>The centre in which the caller works; any other is not found.</remarks>
    private static Task<OkOutcome<CentreDetails>> GetCentre(Guid id, Web web) => web.Read(new GetCentre(id));

    /// <summary>Update the card of a centre</summary>
    /// <remarks>The code cannot change.</remarks>
    private static Task<OkOutcome<CentreDetails>> UpdateCentre(
        Guid id,
        Patch<CentreBody> patch,
        IfMatch ifMatch,
        Web web
    ) => web.Patch(new GetCentre(id), patch, ifMatch, body => new UpdateCentre(id, ifMatch.Version, body));
}
