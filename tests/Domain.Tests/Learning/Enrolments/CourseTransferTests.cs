using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Tests.Teaching.Timetables;

namespace MethodCenter.Domain.Tests.Learning.Enrolments;

public sealed class CourseTransferTests
{
    private static readonly DateOnly Today = new(2019, 10, 1);
    private static readonly Guid Learner = Guid.NewGuid();
    private readonly Programme _programme = School.Programme();

    [Fact]
    public void A_learner_changes_his_half_year_where_there_are_two()
    {
        var course = School.Course(season: CourseSeason.AutumnAndSpring);
        var enrolment = Enrol(course, HalfYear.Autumn);

        CourseTransfer.ToGroup(course, enrolment, HalfYear.Spring, "Смена графика").Refused.ShouldBeFalse();

        (enrolment.HalfYear, enrolment.TransferReason).ShouldBe((HalfYear.Spring, "Смена графика"));
        course.SeatsTaken.ShouldBe(1);
        course.Events.OfType<EmployeeTransferred>().Single().EnrolmentId.ShouldBe(enrolment.Id);
        CourseTransfer
            .ToGroup(course, enrolment, HalfYear.Spring, "Смена графика")
            .Error!.Code.ShouldBe("enrolment.same-group");
        CourseTransfer
            .ToGroup(course, enrolment, null, "Смена графика")
            .Error!.Code.ShouldBe("enrolment.half-year-mismatch");
        var single = School.Course();
        CourseTransfer
            .ToGroup(single, Enrol(single), HalfYear.Spring, "Смена графика")
            .Error!.Code.ShouldBe("enrolment.half-year-mismatch");
    }

    [Fact]
    public void A_learner_moves_to_a_free_seat_even_after_the_registration()
    {
        var (from, to) = (Course(), Course(capacity: 1));
        var enrolment = Enrol(from);
        to.CloseRegistration();

        var moved = Move(from, to, enrolment);

        moved.Value.State.ShouldBe(EnrolmentState.Enrolled);
        (enrolment.State, enrolment.WithdrawalReason).ShouldBe((EnrolmentState.Withdrawn, "Смена графика"));
        (from.SeatsTaken, to.SeatsTaken).ShouldBe((0, 1));
    }

    [Fact]
    public void Nobody_passes_those_who_wait_and_nobody_moves_twice()
    {
        var (from, full, there) = (Course(), Course(capacity: 1), Course());
        var enrolment = Enrol(from);
        full.Enrol(new SentEmployee(Guid.NewGuid(), Guid.NewGuid(), Today), null, new EnrolmentFacts());
        var previous = Enrol(there);

        Code(from, full, enrolment).ShouldBe("enrolment.no-seat-to-transfer");
        Code(from, School.Course(), enrolment).ShouldBe("enrolment.other-programme");
        Code(from, Course(open: false), enrolment).ShouldBe("enrolment.registration-not-open");
        Code(from, there, enrolment, previous).ShouldBe("enrolment.already-enrolled");
        (from.SeatsTaken, enrolment.State).ShouldBe((1, EnrolmentState.Enrolled));
        from.Withdraw(enrolment, "Болезнь", Today);
        Code(from, Course(), enrolment).ShouldBe("enrolment.not-active");
        from.Cancel("Нет преподавателя");
        Code(from, Course(), enrolment).ShouldBe("course.wrong-status");
    }

    [Fact]
    public void A_refused_move_takes_no_seat_on_the_other_course()
    {
        var (from, to) = (Course(), Course());
        var enrolment = Enrol(from);
        from.Withdraw(enrolment, "Болезнь", Today);

        Code(from, to, enrolment).ShouldBe("enrolment.not-active");
        to.SeatsTaken.ShouldBe(0);
    }

    [Fact]
    public void Who_waits_has_no_seat_from_which_he_could_be_moved()
    {
        var (full, there) = (Course(capacity: 1), Course());
        full.Enrol(new SentEmployee(Guid.NewGuid(), Guid.NewGuid(), Today), null, new EnrolmentFacts());
        var waiting = Enrol(full);

        Code(full, there, waiting).ShouldBe("enrolment.not-active");
        waiting.State.ShouldBe(EnrolmentState.Waiting);
    }

    [Fact]
    public void Who_has_left_is_in_no_group()
    {
        var course = School.Course(season: CourseSeason.AutumnAndSpring);
        var enrolment = Enrol(course, HalfYear.Autumn);
        course.Withdraw(enrolment, "Болезнь", Today);

        CourseTransfer
            .ToGroup(course, enrolment, HalfYear.Spring, "Смена графика")
            .Error!.Code.ShouldBe("enrolment.not-active");
        enrolment.HalfYear.ShouldBe(HalfYear.Autumn);
    }

    private Course Course(int capacity = 25, bool open = true) =>
        School.Course(capacity: capacity, programme: _programme, open: open);

    private static Enrolment Enrol(Course course, HalfYear? halfYear = null) =>
        course.Enrol(new SentEmployee(Learner, Guid.NewGuid(), Today), halfYear, new EnrolmentFacts()).Value;

    private static Result<Enrolment> Move(Course from, Course to, Enrolment enrolment, Enrolment? previous = null) =>
        CourseTransfer.ToCourse(
            from,
            to,
            enrolment,
            null,
            new TransferFacts { Previous = previous },
            "Смена графика",
            Today
        );

    private static string? Code(Course from, Course to, Enrolment enrolment, Enrolment? previous = null) =>
        Move(from, to, enrolment, previous).Error?.Code;
}
