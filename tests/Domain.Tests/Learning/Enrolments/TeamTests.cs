using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Territory.Employees;
using MethodCenter.Domain.Tests.Teaching.Timetables;

namespace MethodCenter.Domain.Tests.Learning.Enrolments;

/// <summary>A team is seated, waits and is promoted as a whole.</summary>
public sealed class TeamTests
{
    [Theory]
    [InlineData(3, EnrolmentState.Enrolled, 3, 0)]
    [InlineData(4, EnrolmentState.Waiting, 0, 4)]
    public void All_get_seats_or_none(int members, EnrolmentState state, int taken, int waiting)
    {
        var course = School.Course(capacity: 4, learners: [Guid.NewGuid()]);

        var team = course.EnrolTeam(members);

        team.ShouldAllBe(one => one.State == state && one.TeamId != null);
        team.Select(one => one.Arrival).ShouldBe(Enumerable.Range(2, members));
        (course.SeatsTaken - 1, course.Waiting, course.WaitingInTeams).ShouldBe((taken, waiting, waiting));
        course
            .Events[^1]
            .ShouldBeOfType(state == EnrolmentState.Enrolled ? typeof(TeamEnrolled) : typeof(TeamPutOnWaitingList));
    }

    /// <summary>On fewer seats than it has members it would wait in vain, and all behind it.</summary>
    [Fact]
    public void A_course_is_not_made_smaller_than_a_team_that_waits()
    {
        var course = School.Course(capacity: 4, learners: [Guid.NewGuid()]);
        course.EnrolTeam(4);
        CoursePlan Plan(int capacity) =>
            new(course.Season, course.StartsOn, course.EndsOn, course.Form, course.Site, course.Funding, capacity);

        var error = course.ChangePlan(Plan(3), School.Norms, largestTeam: 4).Error.ShouldNotBeNull();

        (error.Code, error.Params["members"]).ShouldBe(("course.capacity-below-team", 4));
        course.ChangePlan(Plan(4), School.Norms, largestTeam: 4).Refused.ShouldBeFalse();
    }

    [Fact]
    public void Who_arrives_behind_the_first_joins_the_team_of_his_organisation_or_none()
    {
        var team = Teams.Of(School.Course(capacity: 4));

        Team.Joined(team).Value.ShouldBe(team);
        Team.Joined(null).Error.ShouldBe(TeamErrors.OtherOrganisation);
    }

    [Theory]
    [InlineData(1, "team.size")]
    [InlineData(2, null)]
    [InlineData(25, null)]
    [InlineData(26, "team.above-capacity")]
    [InlineData(30, "team.above-capacity")]
    [InlineData(31, "team.size")]
    public void A_team_has_its_size_and_fits_the_course(int members, string? refusal) =>
        (School.Course(capacity: 25).RefuseTeamOf(members)?.Code).ShouldBe(refusal);

    [Fact]
    public void Seats_that_fall_free_one_by_one_go_to_the_team_together()
    {
        var course = School.Course(capacity: 3);
        var seated = course.EnrolTeam(3);
        var waiting = course.EnrolTeam(2);

        course.Withdraw(seated[0], "по болезни", Teams.Day);
        course.Promote(waiting, Teams.Day);
        waiting.ShouldAllBe(one => one.State == EnrolmentState.Waiting);

        course.Withdraw(seated[1], "по болезни", Teams.Day);
        course.Promote(waiting, Teams.Day.AddDays(3));
        waiting.ShouldAllBe(one => one.State == EnrolmentState.Enrolled && one.EnrolledOn == Teams.Day.AddDays(3));
        (course.SeatsTaken, course.Waiting, course.WaitingInTeams).ShouldBe((3, 0, 0));
        course.Events.OfType<TeamPromoted>().Single().Members.ShouldBe(2);
        seated[2].State.ShouldBe(EnrolmentState.Enrolled, "who stays is still of the first team");
    }

    [Fact]
    public void Nobody_overtakes_a_team_at_the_head_of_the_list()
    {
        var course = School.Course(capacity: 3, learners: [Guid.NewGuid(), Guid.NewGuid()]);
        var team = course.EnrolTeam(2);

        var one = course.EnrolOne();
        var smaller = course.EnrolTeam(2);
        course.Promote([.. team, one, .. smaller], Teams.Day);

        ((Enrolment[])[.. team, one, .. smaller]).ShouldAllBe(each => each.State == EnrolmentState.Waiting);
        course.SeatsFree.ShouldBe(1);
        course.GiveSeats(5);
        course.Promote([.. team, one, .. smaller], Teams.Day);
        ((Enrolment[])[.. team, one]).ShouldAllBe(each => each.State == EnrolmentState.Enrolled);
        smaller.ShouldAllBe(each => each.State == EnrolmentState.Waiting);
    }

    /// <summary>Three wait for three seats and two are free; one of them leaves, and the others fit.</summary>
    [Fact]
    public void A_team_of_which_one_leaves_needs_one_seat_less()
    {
        var course = School.Course(capacity: 3, learners: [Guid.NewGuid()]);
        var team = course.EnrolTeam(3);

        course.Withdraw(team[1], "по болезни", Teams.Day).Refused.ShouldBeFalse();
        course.Promote(team, Teams.Day);

        team.Select(one => one.State)
            .ShouldBe([EnrolmentState.Enrolled, EnrolmentState.Withdrawn, EnrolmentState.Enrolled]);
        (course.SeatsTaken, course.Waiting, course.WaitingInTeams).ShouldBe((3, 0, 0));
    }

    [Fact]
    public void A_team_whom_all_have_left_holds_up_nobody()
    {
        var course = School.Course(capacity: 2, learners: [Guid.NewGuid()]);
        foreach (var member in course.EnrolTeam(2))
        {
            course.Withdraw(member, "по болезни", Teams.Day).Refused.ShouldBeFalse();
        }

        course.EnrolOne().State.ShouldBe(EnrolmentState.Enrolled);
        (course.SeatsTaken, course.Waiting, course.WaitingInTeams).ShouldBe((2, 0, 0));
    }

    [Theory]
    [InlineData(1, "team.size")]
    [InlineData(2, null)]
    [InlineData(30, null)]
    [InlineData(31, "team.size")]
    public void A_team_has_two_to_thirty_members(int members, string? code)
    {
        var course = School.Course(capacity: 40);

        (course.EnrolTeam(Teams.Of(course), Teams.Members(members), null).Error?.Code).ShouldBe(code);
    }

    [Theory]
    [InlineData(4, null)]
    [InlineData(5, "team.above-capacity")]
    public void A_team_that_never_fits_is_not_put_on_the_list(int members, string? code)
    {
        var course = School.Course(capacity: 4, learners: [Guid.NewGuid()]);

        (course.EnrolTeam(Teams.Of(course), Teams.Members(members), null).Error?.Code).ShouldBe(code);
        course.Waiting.ShouldBe(code is null ? members : 0);
    }

    [Theory]
    [InlineData("organisation", "team.other-organisation", "/employeeIds")]
    [InlineData("twice", "team.named-twice", "/employeeIds")]
    [InlineData("enrolled", "enrolment.already-enrolled", "/employeeIds/1")]
    [InlineData("teaches", "enrolment.teaches-course", "/employeeIds/1")]
    [InlineData("quota", "enrolment.by-application", "/employeeIds/1")]
    [InlineData("over", "enrolment.course-over", "/employeeIds/1")]
    public void A_refusal_of_one_is_a_refusal_of_all(string what, string code, string pointer)
    {
        var course = School.Course();
        var first = Teams.Member();
        var other = what switch
        {
            "organisation" => Teams.Member(organisation: Guid.NewGuid()),
            "twice" => Teams.Member(employee: first.Learner.EmployeeId),
            "enrolled" => Teams.Member(new EnrolmentFacts { Previous = course.EnrolOne() }),
            "teaches" => Teams.Member(new EnrolmentFacts { TeachesCourse = true }),
            "quota" => Teams.Member(new EnrolmentFacts { ByApplicationOnly = true }),
            _ => first with { Learner = new SentEmployee(Guid.NewGuid(), Teams.Gymnasium, course.EndsOn.AddDays(1)) },
        };
        var before = course.LastArrival;

        var refused = course.EnrolTeam(Teams.Of(course), [first, other], null).Error!;

        (refused.Code, refused.Pointer).ShouldBe((code, pointer));
        (course.LastArrival, course.SeatsTaken).ShouldBe((before, before));
    }

    [Fact]
    public void A_team_comes_while_registration_is_open()
    {
        var course = School.Course(open: false);

        (course.EnrolTeam(Teams.Of(course), Teams.Members(2), null).Error?.Code).ShouldBe(
            "enrolment.registration-not-open"
        );
    }

    [Fact]
    public void Who_comes_again_alone_is_of_no_team()
    {
        var course = School.Course();
        var member = course.EnrolTeam(2)[0];
        course.Withdraw(member, "по болезни", Teams.Day);

        var again = course.Enrol(
            new SentEmployee(member.EmployeeId, Teams.Gymnasium, Teams.Day),
            null,
            new EnrolmentFacts { Previous = member }
        );

        again.Value.TeamId.ShouldBeNull();
    }

    [Fact]
    public void A_course_that_is_cancelled_or_over_has_no_team_waiting()
    {
        var cancelled = School.Course(capacity: 2, learners: [Guid.NewGuid()]);
        cancelled.EnrolTeam(2);
        cancelled.Cancel("нет педагога").Refused.ShouldBeFalse();
        var over = School.Course(capacity: 2, learners: [Guid.NewGuid()]);
        over.EnrolTeam(2);
        over.CloseRegistration();
        over.Complete(over.EndsOn, new CourseOutcome(false, 0, 36)).Refused.ShouldBeFalse();

        (cancelled.WaitingInTeams, over.WaitingInTeams).ShouldBe((0, 0));
    }

    [Fact]
    public void Teams_of_one_name_are_known_by_its_normal_form()
    {
        var team = Team.Of(Guid.NewGuid(), Teams.Gymnasium, " Команда  лидеров ЁЖ ");
        var same = Team.Of(Guid.NewGuid(), Teams.Gymnasium, "команда лидеров еж");

        team.NameKey.ShouldBe(same.NameKey);
        team.Rename("Наставники");
        (team.Name, team.NameKey).ShouldBe(("Наставники", "НАСТАВНИКИ"));
    }

    [Fact]
    public void A_name_is_given_again_only_when_the_team_has_dissolved()
    {
        var known = Team.Of(Guid.NewGuid(), Teams.Gymnasium, "Лидеры");

        Team.Named(known, isDissolved: false, known.CourseId, Teams.Gymnasium, "Лидеры")
            .Error.ShouldBe(TeamErrors.NameTaken);
        Team.Named(known, isDissolved: true, known.CourseId, Teams.Gymnasium, "Лидеры").Value.ShouldBeSameAs(known);
        Team.Named(null, isDissolved: false, known.CourseId, Teams.Gymnasium, "Лидеры").Value.Name.ShouldBe("Лидеры");
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void A_team_that_waits_is_told_so(int members, bool waits)
    {
        var course = School.Course(capacity: 3, learners: [Guid.NewGuid()]);

        var warnings = course.EnrolTeam(Teams.Of(course), Teams.Members(members), null).Warnings;

        warnings.Select(warning => warning.Code).ShouldBe(waits ? ["team.waits"] : []);
    }

    [Fact]
    public void Who_works_for_nobody_is_sent_with_no_team()
    {
        var employee = Employee.Register(new EmployeeCard("Семёнова", "Анна", "Ивановна"), Teams.Day).Value;

        Team.Send(employee, Teams.Day, Teams.Gymnasium, _ => true).Error.ShouldBe(TeamErrors.OtherOrganisation);
    }
}
