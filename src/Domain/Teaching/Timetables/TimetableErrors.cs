using MethodCenter.Domain.Learning.Courses;

namespace MethodCenter.Domain.Teaching.Timetables;

/// <summary>Why a timetable cannot be made: which constraint of which course.</summary>
public static class TimetableErrors
{
    public static readonly Error NoCourses = Error.Unprocessable("timetable.no-courses");

    public static readonly Error CoursesOrHalfYear = Error.Unprocessable("timetable.courses-or-half-year");

    /// <summary>Some of the courses are over before the year of the others begins.</summary>
    public static readonly Error SeveralYears = Error.Unprocessable("timetable.several-years").At("/courses");

    public static readonly Error CourseTwice = Error.Unprocessable("timetable.course-twice").At("/courses");

    public static Error TooManyCourses(int most) =>
        Error.Unprocessable("timetable.too-many-courses").With("most", most);

    /// <summary>One reason as it is; several as one, with each in <see cref="Error.Fields"/>.</summary>
    public static Error Impossible(IReadOnlyList<Error> reasons) =>
        reasons.Count == 1
            ? reasons[0]
            : Error.Unprocessable("timetable.impossible").With("courses", reasons.Count) with
            {
                Fields = [.. reasons],
            };

    public static Error CourseEnded(Course course) =>
        Error.Conflict("timetable.course-ended").With("course", course.Number).With("status", course.Status);

    public static Error NothingToPlan(CourseDemand course) => Of("timetable.nothing-to-plan", course);

    public static Error NoTeacher(CourseDemand course) => Of("timetable.no-teacher", course);

    /// <summary>Every teacher who is named learns on the course.</summary>
    public static Error TeachersLearn(CourseDemand course) => Of("timetable.teachers-learn", course);

    /// <summary>The course is over on the first day on which lessons may be put.</summary>
    public static Error CourseOver(CourseDemand course) =>
        Of("timetable.course-over", course).With("from", course.From).With("to", course.To);

    public static Error NoDays(CourseDemand course) =>
        Of("timetable.no-days", course).With("from", course.From).With("to", course.To);

    public static Error NoRoom(CourseDemand course) =>
        Of("timetable.no-room", course).With("learners", course.Learners);

    public static Error NoComputerRoom(CourseDemand course) =>
        Of("timetable.no-computer-room", course).With("learners", course.Learners);

    /// <summary>Even with nobody else in the building the course has too few days.</summary>
    public static Error TooFewDays(CourseDemand course, int needed, int possible, int days) =>
        Of("timetable.too-few-days", course)
            .With("needed", needed)
            .With("possible", possible)
            .With("days", days)
            .With("mode", course.Mode)
            .With("from", course.From)
            .With("to", course.To);

    public static Error RoomsBusy(CourseDemand course, int needed, int placed) =>
        Of("timetable.rooms-busy", course).With("needed", needed).With("placed", placed);

    public static Error TeachersBusy(CourseDemand course, int needed, int placed) =>
        Of("timetable.teachers-busy", course).With("needed", needed).With("placed", placed);

    public static Error LearnersBusy(CourseDemand course, int needed, int placed) =>
        Of("timetable.learners-busy", course).With("needed", needed).With("placed", placed);

    private static Error Of(string code, CourseDemand course) =>
        Error.Unprocessable(code).With("course", course.Number).With("courseId", course.Id);
}
