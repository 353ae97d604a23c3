using MethodCenter.Domain.Learning.Enrolments;

namespace MethodCenter.Application.Learning.Enrolments;

/// <summary>The rows of the area.</summary>
public static class EnrolmentsStore
{
    extension(ILearningStore store)
    {
        public DbSet<Enrolment> Enrolments => store.Set<Enrolment>();

        public DbSet<Team> Teams => store.Set<Team>();

        /// <summary>The team of that name which an organisation has sent to a course; null: none yet.</summary>
        internal async Task<NamedTeam?> TeamOfNameAsync(
            Guid courseId,
            Guid organisationId,
            string name,
            CancellationToken cancellationToken
        )
        {
            var key = Team.KeyOf(name);
            var enrolments = store.Enrolments;
            return await store
                .Teams.Where(team =>
                    team.CourseId == courseId && team.OrganisationId == organisationId && team.NameKey == key
                )
                .Select(team => new NamedTeam(
                    team,
                    !enrolments.Any(one => one.TeamId == team.Id && one.State != EnrolmentState.Withdrawn)
                ))
                .SingleOrDefaultAsync(cancellationToken);
        }
    }
}

/// <summary>A team that is on file.</summary>
/// <param name="Team">The team.</param>
/// <param name="IsDissolved">All its members were withdrawn.</param>
internal sealed record NamedTeam(Team Team, bool IsDissolved);
