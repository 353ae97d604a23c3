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
    /// <summary>Whether lessons within the current days of a course could lie outside this plan.</summary>
    public bool Shortens(Course course) => StartsOn > course.StartsOn || EndsOn < course.EndsOn;

    internal Error? RefuseDays(AcademicYear year) =>
        EndsOn < StartsOn ? CourseErrors.EndsBeforeStart
        : !year.Contains(StartsOn) || !year.Contains(EndsOn) ? CourseErrors.OutsideAcademicYear(year)
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
