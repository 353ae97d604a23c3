namespace MethodCenter.Domain.Learning.Courses;

/// <summary>What the journal says of a course that is to be completed.</summary>
/// <param name="HasProtocol">There is a protocol of the final assessment with results.</param>
/// <param name="NotPassed">
/// Learners still enrolled who have not passed by it, or are not named in it; without a protocol it says nothing.
/// </param>
/// <param name="HoursGiven">Hours of the lessons that were held: of the group with the fewest.</param>
public sealed record CourseOutcome(bool HasProtocol, int NotPassed, int HoursGiven)
{
    /// <summary>
    /// Hours that were held for the group with the fewest, of those that have learners: each has the whole programme.
    /// </summary>
    /// <param name="course">The course.</param>
    /// <param name="groups">The half-years in which it has learners; none: every group of the course counts.</param>
    /// <param name="lessons">Days and hours of the lessons that were held.</param>
    public static int LeastHours(
        Course course,
        IReadOnlyCollection<HalfYear> groups,
        IReadOnlyCollection<(DateOnly Date, int Hours)> lessons
    ) =>
        CourseGroup
            .Of(course)
            .Where(group => groups.Count == 0 || groups.Contains(group.HalfYear))
            .Select(group => lessons.Where(lesson => group.Has(lesson.Date)).Sum(lesson => lesson.Hours))
            .DefaultIfEmpty(0)
            .Min();

    /// <param name="seatsTaken">
    /// 0: nobody has passed, or nobody ever learned; the first is a protocol that says so.
    /// </param>
    internal Error? Refuse(int seatsTaken) =>
        seatsTaken == 0 && !HasProtocol ? CourseErrors.NobodyEnrolled
        : HasProtocol && NotPassed > 0 ? CourseErrors.NotPassed(NotPassed)
        : null;

    /// <summary>What is missing of the way of DPO-6, but may stand on paper.</summary>
    internal IEnumerable<Warning> Doubts(int hours)
    {
        if (!HasProtocol)
        {
            yield return CourseErrors.NoProtocol;
        }

        if (HoursGiven < hours)
        {
            yield return CourseErrors.HoursNotGiven(HoursGiven, hours);
        }
    }
}
