namespace MethodCenter.Domain.Learning.Courses;

/// <summary>Группа курса: the learners of one half-year. Where a course runs in both, each group has the whole programme.</summary>
/// <param name="HalfYear">Half-year of its learners.</param>
/// <param name="From">First day on which it may be taught.</param>
/// <param name="To">Last day on which it may be taught; before the first where the course leaves it no days.</param>
public sealed record CourseGroup(HalfYear HalfYear, DateOnly From, DateOnly To)
{
    /// <summary>The groups of a course, in order of time: autumn ends with the calendar year (SPB-20).</summary>
    public static IReadOnlyList<CourseGroup> Of(Course course)
    {
        var (from, to) = (course.StartsOn, course.EndsOn);
        var newYear = new DateOnly(course.AcademicYear.To.Year, 1, 1);
        return course.Season switch
        {
            CourseSeason.Autumn => [new CourseGroup(HalfYear.Autumn, from, to)],
            CourseSeason.Spring => [new CourseGroup(HalfYear.Spring, from, to)],
            _ =>
            [
                new CourseGroup(HalfYear.Autumn, from, to < newYear ? to : newYear.AddDays(-1)),
                new CourseGroup(HalfYear.Spring, from < newYear ? newYear : from, to),
            ],
        };
    }

    /// <summary>The half-year of a learner's group; null: the course has none in the one asked for, or it must be said which.</summary>
    internal static HalfYear? HalfYearOf(CourseSeason season, HalfYear? asked) =>
        season switch
        {
            CourseSeason.Autumn => asked is HalfYear.Spring ? null : HalfYear.Autumn,
            CourseSeason.Spring => asked is HalfYear.Autumn ? null : HalfYear.Spring,
            _ => asked,
        };

    /// <summary>The group that is taught on a day; null: the course is not.</summary>
    public static CourseGroup? On(Course course, DateOnly day) => Of(course).FirstOrDefault(group => group.Has(day));

    public bool Has(DateOnly day) => From <= day && day <= To;
}
