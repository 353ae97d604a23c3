using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Teaching.Timetables;

namespace MethodCenter.Domain.Tests.Teaching.Timetables;

public sealed class TimetableCoursesTests
{
    [Fact]
    public void Nothing_is_planned_for_a_course_that_is_over()
    {
        var (open, cancelled) = (School.Course(), School.Course());
        cancelled.Cancel("нет слушателей").Refused.ShouldBeFalse();

        TimetableCourses.CheckNamed([open]).Refused.ShouldBeFalse();
        var refused = TimetableCourses.CheckNamed([open, cancelled]).Error!;
        (refused.Code, refused.Params["status"]).ShouldBe(("timetable.course-ended", CourseStatus.Cancelled));
    }

    [Fact]
    public void One_timetable_is_made_for_courses_that_have_a_year_in_common()
    {
        var next = Course
            .Register(
                School.Programme(),
                AcademicYear.Starting(2020),
                1,
                new CoursePlan(
                    CourseSeason.Autumn,
                    new DateOnly(2020, 9, 1),
                    new DateOnly(2021, 1, 29),
                    StudyForm.FullTime,
                    null,
                    new FundingBlock(FundingSource.StateAssignment, null),
                    25
                ),
                School.Norms
            )
            .Value;

        TimetableCourses.CheckTogether([School.Course(), School.Course(number: 2)]).Refused.ShouldBeFalse();
        TimetableCourses.CheckTogether([School.Course(), next]).Error.ShouldBe(TimetableErrors.SeveralYears);
        TimetableCourses.CheckTogether([next, School.Course()]).Error.ShouldBe(TimetableErrors.SeveralYears);
        var crossing = Course
            .Register(
                School.Programme(),
                School.Year,
                2,
                new CoursePlan(
                    CourseSeason.Spring,
                    new DateOnly(2020, 2, 1),
                    new DateOnly(2020, 12, 20),
                    StudyForm.FullTime,
                    null,
                    new FundingBlock(FundingSource.StateAssignment, null),
                    25
                ),
                School.Norms
            )
            .Value;
        TimetableCourses.CheckTogether([crossing, next]).Refused.ShouldBeFalse();
        TimetableCourses.CheckTogether([crossing, School.Course()]).Refused.ShouldBeFalse();
    }
}
