using MethodCenter.Application.Office.StatedFigures;

namespace MethodCenter.Api.Office.StatedFigures;

/// <summary>Stated figures.</summary>
internal static class StatedFigureEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapArea(
            "stated-figures",
            new Heading(
                "Stated figures",
                "Write down figures that the centre has published, with their source; reports show them beside the computed ones."
            )
        );
        group.Post("", RecordStatedFigure);
        group.Get("", ListStatedFigures);
        group.Get("{id:guid}", GetStatedFigure);
        group.Patch("{id:guid}", UpdateStatedFigure);
    }

    /// <summary>Record a stated figure</summary>
    /// <remarks>
    /// Records a figure as the centre has published it: report, academic year, cell (<c>total</c>,
    /// <c>category:first</c>, <c>block:stateAssignment</c>, as the report names it in <c>key</c>), value and source. The
    /// report then shows it beside the computed figure, with the difference. One figure for each cell.
    /// </remarks>
    private static Task<CreatedOutcome<StatedFigureDetails>> RecordStatedFigure(
        Body<RecordStatedFigure> body,
        Web web
    ) => web.Create(body.Value, figure => $"{Routes.Base}/stated-figures/{figure.Id}");

    /// <summary>List stated figures</summary>
    /// <remarks>Published figures by report and academic year.</remarks>
    private static Task<OkOutcome<Page<StatedFigureListItem>>> ListStatedFigures(
        Query<ListStatedFigures> query,
        Web web
    ) => web.Read(query.Value);

    /// <summary>Stated figure</summary>
    /// <remarks>One published figure; the ETag is its revision.</remarks>
    private static Task<OkOutcome<StatedFigureDetails>> GetStatedFigure(Guid id, Web web) =>
        web.Read(new GetStatedFigure(id));

    /// <summary>Correct a stated figure</summary>
    /// <remarks>Corrects the value or the source where they were typed wrongly; the cell never changes.</remarks>
    private static Task<OkOutcome<StatedFigureDetails>> UpdateStatedFigure(
        Guid id,
        Patch<StatedFigureBody> patch,
        IfMatch ifMatch,
        Web web
    ) => web.Patch(new GetStatedFigure(id), patch, ifMatch, body => new UpdateStatedFigure(id, ifMatch.Version, body));
}
