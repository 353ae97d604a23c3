using MethodCenter.Domain.Learning.Programmes;

namespace MethodCenter.Domain.Learning.Courses;

/// <summary>What is planned for a course and may still change.</summary>
public sealed record CoursePlan(
    CourseSeason Season,
    DateOnly StartsOn,
    DateOnly EndsOn,
    StudyForm Form,
    string? Site,
    FundingBlock Funding,
    int Capacity
)
{
    /// <summary>A course of more years is a slip of the pen: retraining takes one or two.</summary>
    public const int MostYears = 3;

    /// <summary>Whether lessons within the current days of a course could lie outside this plan.</summary>
    public bool Shortens(Course course) => StartsOn > course.StartsOn || EndsOn < course.EndsOn;

    /// <summary>It begins in its academic year, and may end behind it: retraining does.</summary>
    internal Error? RefuseDays(AcademicYear year) =>
        EndsOn < StartsOn ? CourseErrors.EndsBeforeStart
        : !year.Contains(StartsOn) ? CourseErrors.OutsideAcademicYear(year)
        : EndsOn > StartsOn.PlusYears(MostYears) ? CourseErrors.TooLong(MostYears)
        : null;
}

/// <summary>The days from the first to the last lesson that stands in the timetable of a course.</summary>
public sealed record LessonSpan(DateOnly First, DateOnly Last)
{
    internal Error? Refuse(CoursePlan plan) =>
        First < plan.StartsOn ? CourseErrors.LessonsOutside(First, Last).At("/startsOn")
        : Last > plan.EndsOn ? CourseErrors.LessonsOutside(First, Last).At("/endsOn")
        : null;
}
