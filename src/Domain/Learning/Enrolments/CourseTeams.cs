using MethodCenter.Domain.Learning.Courses;

namespace MethodCenter.Domain.Learning.Enrolments;

/// <summary>How teams come to a course: as a whole on seats, or as a whole on the waiting list.</summary>
/// <remarks>The row of the course is held by the caller.</remarks>
public static class CourseTeams
{
    extension(Course course)
    {
        /// <summary>Enrols the members of a team: seats for all of them, else the end of the waiting list for all.</summary>
        /// <param name="team">The team; its course is this one.</param>
        /// <param name="members">Everybody who is sent.</param>
        /// <param name="halfYear">Half-year of their group; needed only where the course runs in both.</param>
        /// <returns>The enrolments, in the order of the members.</returns>
        public Result<IReadOnlyList<Enrolment>> EnrolTeam(
            Team team,
            IReadOnlyList<TeamMember> members,
            HalfYear? halfYear
        )
        {
            if (course.RefuseTeam(team, members) is { } refusal)
            {
                return refusal;
            }

            // All are asked before the first arrives: a refusal of the last leaves nobody on the course.
            foreach (var (member, index) in members.Select((member, index) => (member, index)))
            {
                if (course.RefuseEnrolment(member.Learner, halfYear, member.Facts) is { } error)
                {
                    return error.Pointer is "/employeeId" or null ? error.At($"/employeeIds/{index}") : error;
                }
            }

            var seated = course.HasSeatsFor(members.Count);
            List<Enrolment> enrolments = [];
            foreach (var member in members)
            {
                var learner = member.Learner with { TeamId = team.Id };
                var arrived = course.Enrol(learner, halfYear, member.Facts, seated);
                if (!arrived.Succeeded(out var enrolment, out var error))
                {
                    return error;
                }

                enrolments.Add(enrolment);
            }

            course.Announce(
                seated
                    ? new TeamEnrolled(course.Id, team.Id, members.Count)
                    : new TeamPutOnWaitingList(course.Id, team.Id, members.Count)
            );
            var sent = Result<IReadOnlyList<Enrolment>>.Accept(enrolments);
            return seated ? sent : sent.Warn(TeamErrors.Waits(members.Count, course.SeatsFree));
        }

        /// <summary>Whether so many who belong together get seats now: nobody passes a team that waits.</summary>
        public bool HasSeatsFor(int members) => course.WaitingInTeams == 0 && course.SeatsFree >= members;

        /// <summary>Why so many can not come to the course as a team; null: they can.</summary>
        public Error? RefuseTeamOf(int members) =>
            members is < Team.LeastMembers or > Team.MostMembers ? TeamErrors.Size
            : members > course.Capacity ? TeamErrors.AboveCapacity(members, course.Capacity)
            : null;

        private Error? RefuseTeam(Team team, IReadOnlyList<TeamMember> members)
        {
            if (course.RefuseTeamOf(members.Count) is { } size)
            {
                return size;
            }

            if (members.DistinctBy(member => member.Learner.EmployeeId).Count() < members.Count)
            {
                return TeamErrors.NamedTwice;
            }

            return members.Any(member => member.Learner.OrganisationId != team.OrganisationId)
                ? TeamErrors.OtherOrganisation
                : null;
        }
    }
}
