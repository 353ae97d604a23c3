using MethodCenter.Application.Learning.Enrolments;

namespace MethodCenter.Api.Learning.Enrolments;

/// <summary>Teams.</summary>
internal static class TeamEndpoints
{
    private static readonly Heading Heading = new(
        "Teams",
        "Teams that organisations send to courses: seated as a whole, or waiting as a whole."
    );

    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapArea("courses/{courseId:guid}/teams", Heading);
        group.Post("", EnrolTeam);
        group.Get("", ListTeams);
        group.Get("{id:guid}", GetTeam);
        group.Patch("{id:guid}", RenameTeam);
    }

    /// <summary>Enrol a team on a course</summary>
    /// <remarks>
    /// Two to thirty employees of one organisation get seats together; when fewer are free, all of them wait (warning
    /// <c>team.waits</c>), and nobody who comes later gets a seat before them. Members are enrolments of their own: they are
    /// withdrawn, transferred and get documents one by one. A team whom all have left is sent again under its name.
    /// </remarks>
    private static Task<CreatedOutcome<TeamDetails>> EnrolTeam(Guid courseId, Body<TeamBody> body, Web web) =>
        web.Create(new EnrolTeam(courseId, body.Value), team => $"{Routes.Base}/courses/{courseId}/teams/{team.Id}");

    /// <summary>Teams of a course</summary>
    /// <remarks>By name, with the number of members who learn, wait, have completed the course or left it.</remarks>
    private static Task<OkOutcome<Page<TeamListItem>>> ListTeams(Guid courseId, Query<ListTeams> query, Web web) =>
        web.Read(query.Value with { CourseId = courseId });

    /// <summary>Team</summary>
    /// <remarks>One team; the ETag is its revision. Its members: <c>GET /enrolments?teamId=…</c>.</remarks>
    private static Task<OkOutcome<TeamDetails>> GetTeam(Guid courseId, Guid id, Web web) =>
        web.Read(new GetTeam(courseId, id));

    /// <summary>Rename a team</summary>
    /// <remarks>Its members stay as they are.</remarks>
    private static Task<OkOutcome<TeamDetails>> RenameTeam(
        Guid courseId,
        Guid id,
        Patch<TeamNameBody> patch,
        IfMatch ifMatch,
        Web web
    ) =>
        web.Patch(
            new GetTeam(courseId, id),
            patch,
            ifMatch,
            body => new RenameTeam(courseId, id, ifMatch.Version, body)
        );
}
