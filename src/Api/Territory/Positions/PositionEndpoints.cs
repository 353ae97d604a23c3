using MethodCenter.Application.Territory.Positions;

namespace MethodCenter.Api.Territory.Positions;

/// <summary>Positions.</summary>
internal static class PositionEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapArea(
            "positions",
            new Heading("Positions", "Keep the vocabulary of positions, by the state nomenclature.")
        );
        group.Post("", RegisterPosition);
        group.Get("", ListPositions);
        group.Get("nomenclature", GetNomenclature);
        group.Post("nomenclature", AdoptNomenclature);
        group.Get("{id:guid}", GetPosition);
        group.Patch("{id:guid}", UpdatePosition);
    }

    /// <summary>Add a position</summary>
    /// <remarks>A new centre starts with the positions of the state nomenclature.</remarks>
    private static Task<CreatedOutcome<PositionDetails>> RegisterPosition(Body<RegisterPosition> body, Web web) =>
        web.Create(body.Value, position => $"{Routes.Base}/positions/{position.Id}");

    /// <summary>Vocabulary of positions</summary>
    /// <remarks>By words of the name or section of the nomenclature.</remarks>
    private static Task<OkOutcome<Page<PositionListItem>>> ListPositions(Query<ListPositions> query, Web web) =>
        web.Read(query.Value);

    /// <summary>State nomenclature of positions</summary>
    /// <remarks>All positions of teaching staff and heads as of a day, each with its section and point.</remarks>
    private static Task<OkOutcome<Nomenclature>> GetNomenclature(Query<GetNomenclature> query, Web web) =>
        web.Read(query.Value);

    /// <summary>Add the missing positions of the nomenclature</summary>
    /// <remarks>What the vocabulary has already, by code or name, stays as it is and learns its point.</remarks>
    private static Task<OkOutcome<AdoptedNomenclature>> AdoptNomenclature(Web web) =>
        web.Change(new AdoptNomenclature());

    /// <summary>Position</summary>
    /// <remarks>One entry; the ETag is its revision.</remarks>
    private static Task<OkOutcome<PositionDetails>> GetPosition(Guid id, Web web) => web.Read(new GetPosition(id));

    /// <summary>Update a position</summary>
    /// <remarks>Its code cannot change.</remarks>
    private static Task<OkOutcome<PositionDetails>> UpdatePosition(
        Guid id,
        Patch<PositionBody> patch,
        IfMatch ifMatch,
        Web web
    ) => web.Patch(new GetPosition(id), patch, ifMatch, body => new UpdatePosition(id, ifMatch.Version, body));
}
