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

        var reports = routes.MapArea("reports", Heading.Reports);
        reports.Get("", ListReports);
        reports.Get("contradictions", GetContradictionReport).Refuses(StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>List reports</summary>
    /// <remarks>
    /// The reports that the caller may read, each with what it counts by, its parameters and its cells: kinds of rows, what
    /// tells them apart, what is counted in each. From it follows the <c>cellKey</c> of a stated figure.
    /// </remarks>
    private static Task<OkOutcome<Page<ReportModel>>> ListReports(Web web) => web.Read(new ListReports());

    /// <summary>Report on published figures that the records do not bear</summary>
    /// <remarks>
    /// Every stated figure of the reports that the caller may read is held against what the report computes for its period.
    /// Each contradiction has the computed value, the base, and the likely cause with the cells that show it: the figure was
    /// rounded another way, divided by another base, belongs to another row or column, lacks a row or has one twice, has two
    /// digits in each other's place, or the printed parts do not add up. A page may end early and still have <c>next</c>.
    /// </remarks>
    private static Task<ReportOutcome<ContradictionReport>> GetContradictionReport(
        Query<GetContradictionReport> query,
        Web web
    ) => web.Report(query.Value);

    /// <summary>Record a stated figure</summary>
    /// <remarks>
    /// Records a figure as the centre has published it: report, period, cell (<c>total</c>, <c>category:first</c>,
    /// <c>organisation:300#refused</c>, as the report names its rows in <c>key</c>), value, source and page. The report then
    /// shows it beside the computed figure, with the difference. One figure for each cell.
    /// </remarks>
    private static Task<CreatedOutcome<StatedFigureDetails>> RecordStatedFigure(
        Body<RecordStatedFigure> body,
        Web web
    ) => web.Create(body.Value, figure => $"{Routes.Base}/stated-figures/{figure.Id}");

    /// <summary>List stated figures</summary>
    /// <remarks>Published figures by report, period and source.</remarks>
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
