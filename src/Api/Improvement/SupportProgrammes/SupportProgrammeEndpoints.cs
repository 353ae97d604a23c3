using MethodCenter.Application.Improvement.SupportProgrammes;

namespace MethodCenter.Api.Improvement.SupportProgrammes;

/// <summary>Support programmes.</summary>
internal static class SupportProgrammeEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapArea(
            "support-programmes",
            new Heading("Support programmes", "Set up a programme of support («500+») and its yearly cycles.")
        );
        group.Post("", RegisterSupportProgramme);
        group.Get("", ListSupportProgrammes);
        group.Get("{id:guid}", GetSupportProgramme);
        group.Patch("{id:guid}", UpdateSupportProgramme);
        group.Post("{id:guid}/cycles", OpenCycle);
    }

    /// <summary>Register a support programme</summary>
    /// <remarks>«500+» or a successor; its years are opened as cycles.</remarks>
    private static Task<CreatedOutcome<SupportProgrammeDetails>> RegisterSupportProgramme(
        Body<RegisterSupportProgramme> body,
        Web web
    ) => web.Create(body.Value, programme => $"{Routes.Base}/support-programmes/{programme.Id}");

    /// <summary>List support programmes</summary>
    /// <remarks>By year of a cycle or words of the name.</remarks>
    private static Task<OkOutcome<Page<SupportProgrammeListItem>>> ListSupportProgrammes(
        Query<ListSupportProgrammes> query,
        Web web
    ) => web.Read(query.Value);

    /// <summary>Support programme</summary>
    /// <remarks>One programme with its cycles; the ETag is its revision.</remarks>
    private static Task<OkOutcome<SupportProgrammeDetails>> GetSupportProgramme(Guid id, Web web) =>
        web.Read(new GetSupportProgramme(id));

    /// <summary>Update a support programme</summary>
    /// <remarks>Code, name and basis; cycles stay as they were opened.</remarks>
    private static Task<OkOutcome<SupportProgrammeDetails>> UpdateSupportProgramme(
        Guid id,
        Patch<SupportProgrammeBody> patch,
        IfMatch ifMatch,
        Web web
    ) =>
        web.Patch(
            new GetSupportProgramme(id),
            patch,
            ifMatch,
            body => new UpdateSupportProgramme(id, ifMatch.Version, body)
        );

    /// <summary>Open a cycle</summary>
    /// <remarks>
    /// One cycle a year, with the edition of the risk dictionary that holds in it (RISK-1). Its days must touch the
    /// year; appointments of the December before belong to it.
    /// </remarks>
    private static Task<CreatedOutcome<SupportProgrammeDetails>> OpenCycle(
        Guid id,
        Body<SupportCycleBody> body,
        Web web
    ) => web.Create(new OpenCycle(id, body.Value), programme => $"{Routes.Base}/support-programmes/{programme.Id}");
}
