using MethodCenter.Domain.Common;

namespace MethodCenter.Domain.Learning.Courses;

/// <summary>What the journal says of a course that is to be completed.</summary>
/// <param name="HasProtocol">There is a protocol of the final assessment.</param>
/// <param name="NotPassed">Learners still enrolled who have not passed by it.</param>
/// <param name="HoursGiven">Hours of the lessons that were held.</param>
public sealed record CourseOutcome(bool HasProtocol, int NotPassed, int HoursGiven)
{
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
