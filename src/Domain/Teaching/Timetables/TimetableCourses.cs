using MethodCenter.Domain.Learning.Courses;

namespace MethodCenter.Domain.Teaching.Timetables;

/// <summary>For which courses one timetable can be made.</summary>
public static class TimetableCourses
{
    /// <summary>Nothing is planned for a course that is over.</summary>
    public static Result<Nothing> CheckNamed(IReadOnlyList<Course> courses) =>
        courses.FirstOrDefault(course => course.Status is CourseStatus.Completed or CourseStatus.Cancelled) is { } ended
            ? TimetableErrors.CourseEnded(ended)
            : Nothing.Done;

    /// <summary>Courses are planned together that may be taught in the same academic year.</summary>
    public static Result<Nothing> CheckTogether(IReadOnlyList<Course> courses)
    {
        var latest = courses.Max(course => AcademicYear.Of(course.StartsOn));
        return courses.Any(course => AcademicYear.Of(course.EndsOn) < latest)
            ? TimetableErrors.SeveralYears
            : Nothing.Done;
    }
}
