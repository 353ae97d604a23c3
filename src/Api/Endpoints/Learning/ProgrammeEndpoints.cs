using MethodCenter.Api.Http;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Learning.Programmes;

namespace MethodCenter.Api.Endpoints.Learning;

/// <summary>Программы.</summary>
internal static class ProgrammeEndpoints
{
    public static void MapProgrammes(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapArea("programmes", "Программы");
        group.Post("", RegisterProgramme);
        group.Get("", ListProgrammes);
        group.Get("{id:guid}", GetProgramme);
        group.Patch("{id:guid}", UpdateProgramme);
        group.Post("{id:guid}/retirement", RetireProgramme);
    }

    /// <summary>Зарегистрировать программу</summary>
    /// <remarks>Fewer hours than the law allows for the kind on the day of approval are refused (DPO-2).</remarks>
    private static Task<CreatedOutcome<ProgrammeDetails>> RegisterProgramme(Body<RegisterProgramme> body, Web web) =>
        web.Create(body.Value, programme => $"{Routes.Base}/programmes/{programme.Id}");

    /// <summary>Каталог программ</summary>
    /// <remarks>Programmes by kind, line, status or words of the title.</remarks>
    private static Task<OkOutcome<Page<ProgrammeListItem>>> ListProgrammes(Query<ListProgrammes> query, Web web) =>
        web.Read(query.Value);

    /// <summary>Программа</summary>
    /// <remarks>One programme; the ETag is its revision.</remarks>
    private static Task<OkOutcome<ProgrammeDetails>> GetProgramme(Guid id, Web web) => web.Read(new GetProgramme(id));

    /// <summary>Изменить программу</summary>
    /// <remarks>Courses already registered keep the title and hours they began with.</remarks>
    private static Task<OkOutcome<ProgrammeDetails>> UpdateProgramme(
        Guid id,
        Patch<ProgrammeBody> patch,
        IfMatch ifMatch,
        Web web
    ) => web.Patch(new GetProgramme(id), patch, ifMatch, body => new UpdateProgramme(id, ifMatch.Version, body));

    /// <summary>Снять программу с реализации</summary>
    /// <remarks>No new courses; the history stays.</remarks>
    private static Task<OkOutcome<ProgrammeDetails>> RetireProgramme(Guid id, IfMatch ifMatch, Web web) =>
        web.Change(new RetireProgramme(id, ifMatch.Version));
}
