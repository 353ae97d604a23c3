using MethodCenter.Application.Learning.Programmes;

namespace MethodCenter.Api.Learning.Programmes;

/// <summary>Programmes.</summary>
internal static class ProgrammeEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapArea(
            "programmes",
            new Heading(
                "Programmes",
                "Draw up a programme, approve it, renew it; courses run by approved programmes, hours are checked against the norm (DPO-2)."
            )
        );
        group.Post("", RegisterProgramme);
        group.Get("", ListProgrammes);
        group.Get("{id:guid}", GetProgramme);
        group.Patch("{id:guid}", UpdateProgramme);
        group.Post("{id:guid}/retirement", RetireProgramme);
        group.Get("{id:guid}/versions", ListProgrammeVersions);
        group.Get("{id:guid}/reviews", ListProgrammeReviews);
        group.Post("{id:guid}/reviews", AddProgrammeReview);
        group.Post("{id:guid}/review-submission", SubmitProgrammeForReview);
        group.Post("{id:guid}/revision", ReturnProgrammeForRevision);
        group.Post("{id:guid}/approval", ApproveProgramme);
    }

    /// <summary>Register a programme</summary>
    /// <remarks>
    /// Fewer hours than the law requires for the kind on the day of approval are refused (DPO-2). Active at once, as a
    /// programme approved elsewhere; with <c>draft</c>, or where the norm <c>programme.expertise-required</c> says so,
    /// a draft that has to pass the internal expertise (KRS-27).
    /// </remarks>
    private static Task<CreatedOutcome<ProgrammeDetails>> RegisterProgramme(Body<RegisterProgramme> body, Web web) =>
        web.Create(body.Value, programme => $"{Routes.Base}/programmes/{programme.Id}");

    /// <summary>Catalogue of programmes</summary>
    /// <remarks>Programmes by kind, line, status or words of the title.</remarks>
    private static Task<OkOutcome<Page<ProgrammeListItem>>> ListProgrammes(Query<ListProgrammes> query, Web web) =>
        web.Read(query.Value);

    /// <summary>Programme</summary>
    /// <remarks>One programme; the ETag is its revision.</remarks>
    private static Task<OkOutcome<ProgrammeDetails>> GetProgramme(Guid id, Web web) => web.Read(new GetProgramme(id));

    /// <summary>Update a programme</summary>
    /// <remarks>
    /// Courses already registered keep the title, hours and edition they began with. A change of title, hours, modules
    /// or audience of an approved programme begins a new edition; the former one remains readable under
    /// <c>versions</c>. Not while experts are reading it.
    /// </remarks>
    private static Task<OkOutcome<ProgrammeDetails>> UpdateProgramme(
        Guid id,
        Patch<ProgrammeBody> patch,
        IfMatch ifMatch,
        Web web
    ) => web.Patch(new GetProgramme(id), patch, ifMatch, body => new UpdateProgramme(id, ifMatch.Version, body));

    /// <summary>Retire a programme</summary>
    /// <remarks>No new courses; the history remains.</remarks>
    private static Task<OkOutcome<ProgrammeDetails>> RetireProgramme(Guid id, IfMatch ifMatch, Web web) =>
        web.Change(new RetireProgramme(id, ifMatch.Version));

    /// <summary>Editions of a programme</summary>
    /// <remarks>What is taught now, and what was taught before, with the acts of approval.</remarks>
    private static Task<OkOutcome<ProgrammeVersions>> ListProgrammeVersions(Guid id, Web web) =>
        web.Read(new ListProgrammeVersions(id));

    /// <summary>Expert reviews of a programme</summary>
    /// <remarks>Of all rounds of the internal expertise (KRS-27), the latest first.</remarks>
    private static Task<OkOutcome<ProgrammeReviews>> ListProgrammeReviews(Guid id, Web web) =>
        web.Read(new ListProgrammeReviews(id));

    /// <summary>Add an expert's review</summary>
    /// <remarks>
    /// An expert on file or by name, each criterion with its verdict, and the overall verdict. Each expert once in a
    /// round, while the programme is under review.
    /// </remarks>
    private static Task<OkOutcome<ProgrammeDetails>> AddProgrammeReview(
        Guid id,
        Body<ProgrammeReviewBody> body,
        Web web
    ) => web.Change(new AddProgrammeReview(id, body.Value));

    /// <summary>Submit a programme for review</summary>
    /// <remarks>A draft or a revised programme; it cannot change until the expertise has ended.</remarks>
    private static Task<OkOutcome<ProgrammeDetails>> SubmitProgrammeForReview(Guid id, IfMatch ifMatch, Web web) =>
        web.Change(new SubmitProgrammeForReview(id, ifMatch.Version));

    /// <summary>Return a programme for revision</summary>
    /// <remarks>After a review of the round that did not recommend it.</remarks>
    private static Task<OkOutcome<ProgrammeDetails>> ReturnProgrammeForRevision(Guid id, IfMatch ifMatch, Web web) =>
        web.Change(new ReturnProgrammeForRevision(id, ifMatch.Version));

    /// <summary>Approve a programme</summary>
    /// <remarks>By an act with number and date, after every expert of the round has recommended it.</remarks>
    private static Task<OkOutcome<ProgrammeDetails>> ApproveProgramme(
        Guid id,
        Body<ProgrammeApprovalBody> body,
        IfMatch ifMatch,
        Web web
    ) => web.Change(new ApproveProgramme(id, ifMatch.Version, body.Value));
}
