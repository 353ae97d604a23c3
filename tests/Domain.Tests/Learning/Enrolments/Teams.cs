using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Tests.Teaching.Timetables;

namespace MethodCenter.Domain.Tests.Learning.Enrolments;

/// <summary>Teams of a school, sent to a course.</summary>
internal static class Teams
{
    public static readonly DateOnly Day = new(2019, 10, 1);
    public static readonly Guid Gymnasium = Guid.NewGuid();

    public static TeamMember Member(EnrolmentFacts? facts = null, Guid? organisation = null, Guid? employee = null) =>
        new(
            new SentEmployee(employee ?? Guid.NewGuid(), organisation ?? Gymnasium, Day),
            facts ?? new EnrolmentFacts()
        );

    public static TeamMember[] Members(int count) => [.. Enumerable.Range(0, count).Select(_ => Member())];

    public static Team Of(Course course) => Team.Of(course.Id, Gymnasium, "Команда гимназии");

    public static IReadOnlyList<Enrolment> EnrolTeam(this Course course, int members) =>
        course.EnrolTeam(Of(course), Members(members), null).Value;

    public static Enrolment EnrolOne(this Course course) =>
        course.Enrol(new SentEmployee(Guid.NewGuid(), Gymnasium, Day), null, new EnrolmentFacts()).Value;

    public static void GiveSeats(this Course course, int capacity) =>
        course
            .ChangePlan(
                new CoursePlan(
                    course.Season,
                    course.StartsOn,
                    course.EndsOn,
                    course.Form,
                    course.Site,
                    course.Funding,
                    capacity
                ),
                School.Norms
            )
            .Refused.ShouldBeFalse();
}
