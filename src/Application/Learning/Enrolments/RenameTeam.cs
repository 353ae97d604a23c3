using FluentValidation;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Learning.Enrolments;

namespace MethodCenter.Application.Learning.Enrolments;

/// <summary>Names a team anew.</summary>
[Permission(EnrolmentPermissions.Enrol)]
public sealed record RenameTeam(Guid CourseId, Guid Id, int Version, TeamNameBody Body) : ICommand<TeamDetails>;

internal sealed class RenameTeamValidator : AbstractValidator<RenameTeam>
{
    public RenameTeamValidator() => RuleFor(command => command.Body).SetValidator(new TeamNameBodyValidator());
}

internal sealed class RenameTeamHandler(ILearningStore store, IReads reads) : ICommandHandler<RenameTeam, TeamDetails>
{
    public async Task<Answer<TeamDetails>> Handle(RenameTeam request, CancellationToken cancellationToken)
    {
        var team = await store.Teams.SingleOrDefaultAsync(
            team => team.Id == request.Id && team.CourseId == request.CourseId,
            cancellationToken
        );
        if (team is null)
        {
            return TeamErrors.NotFound;
        }

        if (team.CheckVersion(request.Version) is { } stale)
        {
            return stale;
        }

        team.Rename(request.Body.Name);
        return reads.Answer<Team, TeamDetails>(team);
    }
}
