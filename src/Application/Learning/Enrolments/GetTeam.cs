using MethodCenter.Domain.Learning.Enrolments;

namespace MethodCenter.Application.Learning.Enrolments;

/// <summary>One team of a course.</summary>
[Permission(EnrolmentPermissions.Read)]
public sealed record GetTeam(Guid CourseId, Guid Id) : IQuery<TeamDetails>;

internal sealed class GetTeamHandler(IReads reads) : IQueryHandler<GetTeam, TeamDetails>
{
    public async Task<Result<TeamDetails>> Handle(GetTeam request, CancellationToken cancellationToken) =>
        await reads.FindAsync<Team, TeamDetails>(request.Id, cancellationToken) is { } team
        && team.CourseId == request.CourseId
            ? team
            : TeamErrors.NotFound;
}
