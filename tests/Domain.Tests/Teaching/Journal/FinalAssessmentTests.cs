using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Teaching.Journal;
using MethodCenter.Domain.Teaching.Lessons;
using MethodCenter.Domain.Tests.Teaching.Timetables;

namespace MethodCenter.Domain.Tests.Teaching.Journal;

/// <summary>The protocol of a final assessment (DPO-5, DPO-6).</summary>
public sealed class FinalAssessmentTests
{
    private static readonly DateOnly Day = new(2020, 1, 31);
    private readonly Course _course = School.Course();

    [Fact]
    public void It_names_everyone_who_holds_a_seat_once()
    {
        var (one, two, left) = (Seat(), Seat(), Seat(until: Day.AddDays(-9)));
        SeatHolder[] learners = [one, two, left];
        var protocol = FinalAssessment.Of(_course);

        Code(protocol, learners, Passed(one)).ShouldBe("final-assessment.learners-missing");
        Code(protocol, learners, Passed(one), Passed(one), Passed(two)).ShouldBe("final-assessment.twice");
        Code(protocol, learners, Passed(one), Passed(two), Passed(Seat())).ShouldBe("final-assessment.not-enrolled");
        Code(protocol, learners, Passed(one), Failed(two)).ShouldBeNull();
        protocol.Results.Count.ShouldBe(2);
        protocol
            .Record(_course, new FinalProtocol("1", Day.AddDays(1), []), learners, Day)
            .Error!.Code.ShouldBe("final-assessment.in-future");
        protocol
            .Record(_course, new FinalProtocol("1", _course.StartsOn.AddDays(-1), []), learners, Day)
            .Error!.Code.ShouldBe("final-assessment.before-course");
    }

    [Fact]
    public void Once_an_order_rests_on_it_who_came_later_is_added_and_nothing_else_changes()
    {
        var (one, late) = (Seat(), Seat());
        var protocol = FinalAssessment.Of(_course);
        Code(protocol, [one], Passed(one)).ShouldBeNull();

        InEffect([one], Failed(one)).ShouldBe("final-assessment.in-effect");
        InEffect([one, late], Failed(one), Passed(late)).ShouldBe("final-assessment.in-effect");
        InEffect([one, late], Passed(late)).ShouldBe("final-assessment.in-effect");
        protocol
            .Record(_course, new FinalProtocol("2", Day, [Passed(one)]), [one], Day, inEffect: true)
            .Error.ShouldBe(FinalAssessmentErrors.InEffect);
        InEffect([one, late], Passed(one), Failed(late)).ShouldBeNull();
        protocol.Results.Select(line => line.Result).ShouldBe([FinalResult.Passed, FinalResult.Failed]);

        string? InEffect(SeatHolder[] learners, params FinalResultLine[] lines) =>
            protocol.Record(_course, new FinalProtocol("1", Day, lines), learners, Day, inEffect: true).Error?.Code;
    }

    [Fact]
    public void Who_has_completed_or_left_with_a_reference_keeps_his_result()
    {
        var (completed, left) = (Seat() with { HasCompleted = true }, Seat(until: Day) with { HasReference = true });
        var protocol = FinalAssessment.Of(_course);
        SeatHolder[] learners = [completed, left];

        Code(protocol, learners, Failed(completed)).ShouldBe("final-assessment.learner-completed");
        Code(protocol, learners, Passed(completed), Passed(left)).ShouldBe("final-assessment.reference-issued");
        Code(protocol, learners, Passed(completed), Failed(left)).ShouldBeNull();

        // Back on the course, he is assessed as anybody.
        Code(protocol, [completed, left with { Until = null }], Passed(completed), Passed(left)).ShouldBeNull();

        // What was said before the reference is not taken back by repeating it.
        Code(protocol, learners, Passed(completed), Passed(left)).ShouldBeNull();
    }

    [Fact]
    public void A_cancelled_course_has_no_protocol()
    {
        _course.Cancel("Нет преподавателя");

        Code(FinalAssessment.Of(_course), []).ShouldBe("course.wrong-status");
    }

    private string? Code(FinalAssessment protocol, SeatHolder[] learners, params FinalResultLine[] lines) =>
        protocol.Record(_course, new FinalProtocol("1", Day, lines), learners, Day).Error?.Code;

    private static SeatHolder Seat(DateOnly? until = null) =>
        new(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), new DateOnly(2019, 9, 2), until);

    private static FinalResultLine Passed(SeatHolder learner) => new(learner.EnrolmentId, FinalResult.Passed);

    private static FinalResultLine Failed(SeatHolder learner) => new(learner.EnrolmentId, FinalResult.Failed);
}
