using CsCheck;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Tests.Teaching.Timetables;

namespace MethodCenter.Domain.Tests.Learning.Enrolments;

/// <summary>What holds of a course however people and teams come and go.</summary>
public sealed class TeamPropertyTests
{
    private const int Times = 500;

    /// <summary>Size 1: somebody alone; 2 to 6: a team; 0: somebody leaves, named by <c>Who</c>; 7: more seats.</summary>
    private static readonly Gen<(int Capacity, (int What, int Who)[] Steps)> Story = Gen.Select(
        Gen.Int[2, 12],
        Gen.Select(Gen.Int[0, 7], Gen.Int[0, 100]).Array[1, 30]
    );

    [Fact]
    public void Seats_are_never_exceeded_no_team_is_split_and_nobody_overtakes() =>
        Story.Sample(
            story =>
            {
                var course = School.Course(capacity: story.Capacity);
                List<Enrolment> all = [];
                foreach (var (what, who) in story.Steps)
                {
                    Step(course, all, what, who);
                    Judge(course, all);
                }
            },
            iter: Times
        );

    private static void Step(Course course, List<Enrolment> all, int what, int who)
    {
        var waiting = all.Where(one => one.State == EnrolmentState.Waiting).OrderBy(one => one.Arrival).ToList();
        switch (what)
        {
            case 0 when all.Count > 0:
                course.Withdraw(all[who % all.Count], "по болезни", Teams.Day);
                course.Promote(waiting, Teams.Day);
                break;
            case 1:
                all.Add(course.EnrolOne());
                break;
            case 7:
                course.GiveSeats(course.Capacity + 1);
                course.Promote(waiting, Teams.Day);
                break;
            case >= 2 when course.EnrolTeam(Teams.Of(course), Teams.Members(what), null) is { Refused: false } team:
                all.AddRange(team.Value);
                break;
            default:
                break;
        }
    }

    private static void Judge(Course course, List<Enrolment> all)
    {
        var seated = all.Where(one => one.State == EnrolmentState.Enrolled).ToList();
        var waiting = all.Where(one => one.State == EnrolmentState.Waiting).ToList();
        seated.Count.ShouldBeLessThanOrEqualTo(course.Capacity);
        (course.SeatsTaken, course.Waiting).ShouldBe((seated.Count, waiting.Count));
        course.WaitingInTeams.ShouldBe(waiting.Count(one => one.TeamId is not null));

        seated
            .Select(one => one.TeamId)
            .OfType<Guid>()
            .Intersect(waiting.Select(one => one.TeamId).OfType<Guid>())
            .ShouldBeEmpty("a team is split");

        // The first who waits needs more seats than are free, and whoever holds a seat came before him.
        if (waiting.MinBy(one => one.Arrival) is { } head)
        {
            var needed = head.TeamId is null ? 1 : waiting.Count(one => one.TeamId == head.TeamId);
            course.SeatsFree.ShouldBeLessThan(needed);
            seated.ShouldAllBe(one => one.Arrival < head.Arrival);
        }
    }
}
