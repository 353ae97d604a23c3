using MethodCenter.Application.Territory.Contingents;

namespace MethodCenter.Api.Territory.Contingents;

/// <summary>Pupils by organisation, grade and year.</summary>
internal static class ContingentEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapArea(
            "contingents",
            new Heading("Contingents", "Keep how many pupils each school has in each grade, year by year.")
        );
        group.Post("", RecordContingent);
        group.Get("", ListContingents);
        group.Get("{id:guid}", GetContingent);
        group.Patch("{id:guid}", UpdateContingent);
    }

    /// <summary>Record the pupils of a grade</summary>
    /// <remarks>How many pupils a school has in a grade in an academic year. A school enters its own.</remarks>
    private static Task<CreatedOutcome<ContingentDetails>> RecordContingent(Body<RecordContingent> body, Web web) =>
        web.Create(body.Value, contingent => $"{Routes.Base}/contingents/{contingent.Id}");

    /// <summary>List the pupils of grades</summary>
    /// <remarks>By organisation, academic year or grade; a school sees its own.</remarks>
    private static Task<OkOutcome<Page<ContingentListItem>>> ListContingents(Query<ListContingents> query, Web web) =>
        web.Read(query.Value);

    /// <summary>Pupils of a grade</summary>
    /// <remarks>One grade of a school in a year; the ETag is its revision.</remarks>
    private static Task<OkOutcome<ContingentDetails>> GetContingent(Guid id, Web web) =>
        web.Read(new GetContingent(id));

    /// <summary>Correct the pupils of a grade</summary>
    /// <remarks>How many there are, in how many classes, on which day. A grade entered by mistake gets 0.</remarks>
    private static Task<OkOutcome<ContingentDetails>> UpdateContingent(
        Guid id,
        Patch<PupilCountBody> patch,
        IfMatch ifMatch,
        Web web
    ) => web.Patch(new GetContingent(id), patch, ifMatch, body => new UpdateContingent(id, ifMatch.Version, body));
}
