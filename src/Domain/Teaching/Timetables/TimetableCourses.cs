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

    /// <summary>A timetable is made within one calendar.</summary>
    public static Result<Nothing> CheckTogether(IReadOnlyList<Course> courses) =>
        courses.Select(course => course.AcademicYear).Distinct().Count() > 1
            ? TimetableErrors.SeveralYears
            : Nothing.Done;
}
