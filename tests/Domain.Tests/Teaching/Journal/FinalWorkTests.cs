using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Teaching.Journal;
using MethodCenter.Domain.Tests.Teaching.Timetables;

namespace MethodCenter.Domain.Tests.Teaching.Journal;

/// <summary>Final works of learners (POL-25).</summary>
public sealed class FinalWorkTests
{
    private static readonly DateOnly Start = new(2019, 9, 2);
    private static readonly DateOnly Today = new(2020, 1, 31);
    private static readonly FinalWorkCard Card = new("Урок", "Разработать", "Школа № 5", FinalResult.Passed, Today);

    [Theory]
    [InlineData(FinalResult.Passed, "2020-01-31", null)]
    [InlineData(FinalResult.Passed, "2019-09-02", null)]
    [InlineData(null, null, null)]
    [InlineData(FinalResult.Passed, null, "final-work.result-without-day")]
    [InlineData(null, "2020-01-31", "final-work.result-without-day")]
    [InlineData(FinalResult.Passed, "2020-02-01", "final-work.in-future")]
    [InlineData(FinalResult.Failed, "2019-09-01", "final-work.before-course")]
    public void It_is_defended_on_a_day_of_the_course_or_after_it(FinalResult? result, string? day, string? code) =>
        (
            Record(Card with { Result = result, DefendedOn = day is null ? null : DateOnly.Parse(day) }).Error?.Code
        ).ShouldBe(code);

    [Fact]
    public void Nobody_sets_an_assignment_that_is_not_there()
    {
        Record(Card with { Assignment = null }).Error.ShouldBe(FinalWorkErrors.AssignmentMissing);
        Record(Card with { Assignment = null, AssignedBy = null }).Refused.ShouldBeFalse();
    }

    [Fact]
    public void Who_has_left_the_course_has_no_work()
    {
        var course = School.Course();
        var enrolment = Enrol(course);
        course.Withdraw(enrolment, "Болезнь", Today);

        FinalWork.Record(enrolment, Card, Start, Today).Error!.Code.ShouldBe("enrolment.not-active");
    }

    [Fact]
    public void Who_has_completed_the_course_has_his_work()
    {
        var course = School.Course();
        var enrolment = Enrol(course);
        course.CompleteLearner(enrolment).Refused.ShouldBeFalse();

        FinalWork.Record(enrolment, Card, Start, Today).Value.EnrolmentId.ShouldBe(enrolment.Id);
    }

    private static Result<FinalWork> Record(FinalWorkCard card) =>
        FinalWork.Record(Enrol(School.Course()), card, Start, Today);

    private static Enrolment Enrol(Course course) =>
        course.Enrol(new SentEmployee(Guid.NewGuid(), Guid.NewGuid(), Start), null, new EnrolmentFacts()).Value;
}
