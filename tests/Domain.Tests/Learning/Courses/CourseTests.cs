using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Tests.Learning.Programmes;

namespace MethodCenter.Domain.Tests.Learning.Courses;

public sealed class CourseTests
{
    private static readonly DateOnly Today = new(2026, 10, 5);
    private static readonly CourseOutcome Held = new(HasProtocol: true, NotPassed: 0, HoursGiven: 36);
    private static readonly Guid School = Guid.NewGuid();
    private static readonly AcademicYear Year = AcademicYear.Starting(2026);

    [Fact]
    public void A_retired_programme_has_no_new_courses()
    {
        var programme = Programme();
        programme.Retire();

        Register(programme, Plan()).Error.ShouldBe(CourseErrors.ProgrammeRetired);
    }

    [Theory]
    [InlineData("2026-08-31", "2026-12-01", "course.outside-academic-year")]
    [InlineData("2027-09-01", "2027-12-01", "course.outside-academic-year")]
    [InlineData("2026-09-01", "2029-09-02", "course.too-long")]
    [InlineData("2026-10-02", "2026-10-01", "course.ends-before-start")]
    public void Days_must_be_in_order_and_begin_within_the_academic_year(string from, string to, string code) =>
        Register(Programme(), Plan() with { StartsOn = DateOnly.Parse(from), EndsOn = DateOnly.Parse(to) })
            .Error!.Code.ShouldBe(code);

    [Theory]
    [InlineData("2027-08-31", "2027-09-01")]
    [InlineData("2026-09-01", "2029-09-01")]
    public void It_may_cross_the_end_of_its_academic_year(string from, string to) =>
        Register(Programme(), Plan() with { StartsOn = DateOnly.Parse(from), EndsOn = DateOnly.Parse(to) })
            .Refused.ShouldBeFalse();

    [Theory]
    [InlineData(ProgrammeLine.Thematic, 25, false)]
    [InlineData(ProgrammeLine.Thematic, 26, true)]
    [InlineData(ProgrammeLine.Ict, 12, false)]
    [InlineData(ProgrammeLine.Ict, 13, true)]
    public void A_group_above_the_norm_is_accepted_with_a_warning(ProgrammeLine line, int capacity, bool warned)
    {
        var registered = Register(Programme(line), Plan() with { Capacity = capacity });

        registered.Refused.ShouldBeFalse();
        registered
            .Warnings.Any(warning => warning is { Code: "course.group-above-norm", Rule.Code: "DPO-10" })
            .ShouldBe(warned);
    }

    [Fact]
    public void It_ends_neither_over_the_protocol_nor_over_who_has_completed_it()
    {
        var course = Open(2);
        Enrol(course);

        var failed = course.Complete(course.EndsOn, Held with { NotPassed = 1 });
        var cancelled = course.Cancel("Нет преподавателя", completed: 1);

        (failed.Error!.Code, failed.Error.Rule!.Code).ShouldBe(("course.not-passed", "DPO-5"));
        cancelled.Error!.Code.ShouldBe("course.learners-completed");
        course.Status.ShouldBe(CourseStatus.RegistrationOpen);
    }

    [Fact]
    public void Nobody_enrols_before_registration_opens() =>
        Enrol(Course(2)).Error!.Code.ShouldBe("enrolment.registration-not-open");

    [Fact]
    public void Seats_go_in_order_of_arrival_and_the_rest_wait()
    {
        var course = Open(2);

        var states = Enumerable.Range(0, 4).Select(_ => Enrol(course).Value).ToList();

        states
            .Select(enrolment => enrolment.State)
            .ShouldBe([
                EnrolmentState.Enrolled,
                EnrolmentState.Enrolled,
                EnrolmentState.Waiting,
                EnrolmentState.Waiting,
            ]);
        states.Select(enrolment => enrolment.Arrival).ShouldBe([1, 2, 3, 4]);
        (course.SeatsTaken, course.Waiting, course.SeatsFree).ShouldBe((2, 2, 0));
    }

    [Fact]
    public void A_learner_enrols_once()
    {
        var course = Open(2);
        var person = Guid.NewGuid();
        var first = course.Enrol(new SentEmployee(person, School, Today), null, new EnrolmentFacts()).Value;

        course
            .Enrol(new SentEmployee(person, School, Today), null, new EnrolmentFacts { Previous = first })
            .Error.ShouldBe(EnrolmentErrors.AlreadyEnrolled);
    }

    [Fact]
    public void Who_returns_after_a_withdrawal_arrives_anew_at_the_end()
    {
        var course = Open(1);
        var person = Guid.NewGuid();
        var first = course.Enrol(new SentEmployee(person, School, Today), null, new EnrolmentFacts()).Value;
        var second = Enrol(course).Value;
        course.Withdraw(first, "передумал", Today);
        course.Promote([second], Today);

        var again = course
            .Enrol(new SentEmployee(person, School, Today), null, new EnrolmentFacts { Previous = first })
            .Value;

        again.ShouldBeSameAs(first);
        (again.State, again.Arrival, again.WithdrawalReason).ShouldBe((EnrolmentState.Waiting, 3, null));
        second.State.ShouldBe(EnrolmentState.Enrolled);
        (course.SeatsTaken, course.Waiting).ShouldBe((1, 1));
    }

    [Fact]
    public void Promotion_takes_no_more_than_the_free_seats()
    {
        var course = Open(1);
        var seated = Enrol(course).Value;
        var (second, third) = (Enrol(course).Value, Enrol(course).Value);
        course.Withdraw(seated, "болен", Today);

        course.Promote([second, third], Today);

        (second.State, third.State).ShouldBe((EnrolmentState.Enrolled, EnrolmentState.Waiting));
        (course.SeatsTaken, course.Waiting).ShouldBe((1, 1));
        course.Events.OfType<EmployeePromoted>().ShouldHaveSingleItem().EnrolmentId.ShouldBe(second.Id);
    }

    [Fact]
    public void Leaving_the_waiting_list_frees_no_seat()
    {
        var course = Open(1);
        Enrol(course);
        var waiting = Enrol(course).Value;

        course.Withdraw(waiting, "не дождался", Today).Refused.ShouldBeFalse();

        (course.SeatsTaken, course.Waiting).ShouldBe((1, 0));
        course.Withdraw(waiting, "ещё раз", Today).Error!.Code.ShouldBe("enrolment.not-active");
    }

    [Theory]
    [InlineData("2026-12-20", false)]
    [InlineData("2026-12-21", true)]
    public void Nobody_enrols_after_the_last_day(string day, bool refused) =>
        Open(1)
            .Enrol(new SentEmployee(Guid.NewGuid(), School, DateOnly.Parse(day)), null, new EnrolmentFacts())
            .Refused.ShouldBe(refused);

    [Theory]
    [InlineData(CourseSeason.Autumn, null, HalfYear.Autumn)]
    [InlineData(CourseSeason.Spring, null, HalfYear.Spring)]
    [InlineData(CourseSeason.AutumnAndSpring, HalfYear.Spring, HalfYear.Spring)]
    [InlineData(CourseSeason.Autumn, HalfYear.Spring, null)]
    [InlineData(CourseSeason.Spring, HalfYear.Autumn, null)]
    [InlineData(CourseSeason.AutumnAndSpring, null, null)]
    public void The_half_year_fits_the_season(CourseSeason season, HalfYear? asked, HalfYear? got)
    {
        var course = Register(Programme(), Plan() with { Season = season }).Value;
        course.OpenRegistration();

        var enrolled = course.Enrol(new SentEmployee(Guid.NewGuid(), School, Today), asked, new EnrolmentFacts());

        (enrolled.Refused ? (HalfYear?)null : enrolled.Value.HalfYear).ShouldBe(got);
        if (got is null)
        {
            enrolled.Error!.Code.ShouldBe("enrolment.half-year-mismatch");
        }
    }

    [Fact]
    public void Capacity_does_not_fall_below_the_seats_taken()
    {
        var course = Open(2);
        Enrol(course);
        Enrol(course);

        course
            .ChangePlan(Plan() with { Capacity = 1 }, ProgrammeTests.Norms)
            .Error!.Code.ShouldBe("course.capacity-below-taken");
        course.ChangePlan(Plan() with { Capacity = 2 }, ProgrammeTests.Norms).Refused.ShouldBeFalse();
    }

    [Fact]
    public void A_season_does_not_leave_its_learners_behind()
    {
        var course = Open(2);
        Enrol(course);

        course
            .ChangePlan(Plan() with { Season = CourseSeason.Spring }, ProgrammeTests.Norms)
            .Error.ShouldBe(CourseErrors.SeasonTaken);
        course
            .ChangePlan(Plan() with { Season = CourseSeason.AutumnAndSpring }, ProgrammeTests.Norms)
            .Refused.ShouldBeFalse();
    }

    [Theory]
    [InlineData("2026-12-19", "course.not-yet-ended")]
    [InlineData("2026-12-20", null)]
    public void A_course_is_completed_after_its_last_day(string day, string? code)
    {
        var course = Open(1);
        Enrol(course);

        (course.Complete(DateOnly.Parse(day), Held).Error?.Code).ShouldBe(code);
        course.Status.ShouldBe(code is null ? CourseStatus.Completed : CourseStatus.RegistrationOpen);
    }

    [Fact]
    public void What_is_missing_of_the_journal_is_told_when_it_is_completed()
    {
        var course = Open(1);
        Enrol(course);

        var completed = course.Complete(course.EndsOn, new CourseOutcome(false, 0, course.Hours - 4));

        completed
            .Warnings.Select(warning => (warning.Code, warning.Rule?.Code))
            .ShouldBe([("course.no-protocol", "DPO-6"), ("course.hours-not-given", "DPO-6")]);
        course.Status.ShouldBe(CourseStatus.Completed);
    }

    [Fact]
    public void Hours_are_those_of_the_group_with_the_fewest_of_those_that_have_learners()
    {
        var both = Register(
            Programme(),
            Plan() with
            {
                Season = CourseSeason.AutumnAndSpring,
                EndsOn = new(2027, 5, 28),
            }
        );
        (DateOnly, int)[] lessons = [(new(2026, 10, 5), 36), (new(2027, 2, 1), 4)];

        CourseOutcome.LeastHours(both.Value, [HalfYear.Autumn], lessons).ShouldBe(36);
        CourseOutcome.LeastHours(both.Value, [HalfYear.Autumn, HalfYear.Spring], lessons).ShouldBe(4);
        CourseOutcome.LeastHours(both.Value, [], lessons).ShouldBe(4);
    }

    [Fact]
    public void Where_nobody_has_passed_it_is_over_all_the_same()
    {
        var course = Open(1);
        var enrolment = Enrol(course).Value;
        course.Withdraw(enrolment, "не прошёл итоговую аттестацию", Today).Refused.ShouldBeFalse();
        var other = Open(1);

        course.Complete(course.EndsOn, Held with { HasProtocol = false }).Error.ShouldBe(CourseErrors.NobodyEnrolled);
        Enrol(other);
        other.Complete(other.EndsOn, Held with { NotPassed = 1 }).Error!.Code.ShouldBe("course.not-passed");
        other.Complete(other.EndsOn, Held with { HasProtocol = false, NotPassed = 1 }).Refused.ShouldBeFalse();
        course.Complete(course.EndsOn, Held).Refused.ShouldBeFalse();
    }

    [Theory]
    [InlineData("2026-10-05", "2026-12-18", "/startsOn")]
    [InlineData("2026-10-01", "2026-12-10", "/endsOn")]
    [InlineData("2026-10-01", "2026-12-18", null)]
    public void Its_days_do_not_shrink_past_its_lessons(string from, string to, string? pointer)
    {
        var course = Open(1);
        var lessons = new LessonSpan(new DateOnly(2026, 10, 2), new DateOnly(2026, 12, 15));
        var plan = Plan() with { StartsOn = DateOnly.Parse(from), EndsOn = DateOnly.Parse(to) };

        var changed = course.ChangePlan(plan, ProgrammeTests.Norms, lessons);

        (changed.Error?.Code).ShouldBe(pointer is null ? null : "course.lessons-outside");
        (changed.Error?.Pointer).ShouldBe(pointer);
        (course.EndsOn == plan.EndsOn).ShouldBe(pointer is null);
    }

    [Fact]
    public void A_course_without_learners_is_not_completed() =>
        Open(1)
            .Complete(new DateOnly(2026, 12, 20), Held with { HasProtocol = false })
            .Error.ShouldBe(CourseErrors.NobodyEnrolled);

    [Fact]
    public void What_has_ended_does_not_change()
    {
        var course = Open(1);
        var enrolment = Enrol(course).Value;
        course.Cancel("нет преподавателя").Refused.ShouldBeFalse();

        course.ChangePlan(Plan(), ProgrammeTests.Norms).Error!.Code.ShouldBe("course.wrong-status");
        course.Withdraw(enrolment, "поздно", Today).Error!.Code.ShouldBe("course.wrong-status");
        course.OpenRegistration().Error!.Code.ShouldBe("course.wrong-status");
        course.Complete(new DateOnly(2026, 12, 20), Held).Error.ShouldNotBeNull();
        course.Cancel("ещё раз").Error!.Params["status"].ShouldBe(CourseStatus.Cancelled);
    }

    private static Programme Programme(ProgrammeLine line = ProgrammeLine.Thematic) =>
        Domain
            .Learning.Programmes.Programme.Register(
                "p",
                ProgrammeKind.ProfessionalDevelopment,
                new ProgrammeCard("Программа", 36, line, StudyForm.FullTime, new DateOnly(2025, 1, 1)),
                ProgrammeTests.Norms
            )
            .Value;

    internal static CoursePlan Plan() =>
        new(
            CourseSeason.Autumn,
            new DateOnly(2026, 10, 1),
            new DateOnly(2026, 12, 20),
            StudyForm.FullTime,
            "Корпус 1",
            new FundingBlock(FundingSource.StateAssignment, null),
            25
        );

    private static Result<Course> Register(Programme programme, CoursePlan plan) =>
        Domain.Learning.Courses.Course.Register(programme, Year, 1, plan, ProgrammeTests.Norms);

    private static Course Course(int capacity) => Register(Programme(), Plan() with { Capacity = capacity }).Value;

    private static Course Open(int capacity)
    {
        var course = Course(capacity);
        course.OpenRegistration();
        return course;
    }

    private static Result<Enrolment> Enrol(Course course) =>
        course.Enrol(new SentEmployee(Guid.NewGuid(), School, Today), null, new EnrolmentFacts());
}
