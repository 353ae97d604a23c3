using MethodCenter.Domain.Learning.Courses;

namespace MethodCenter.Application.Learning.Courses;

/// <summary>Who is on a course. Courses asks, enrolments answer, of all organisations.</summary>
public interface ICourseRoll
{
    Task<IReadOnlyList<CourseLearner>> LearnersAsync(Guid courseId, CancellationToken cancellationToken);
}

/// <summary>A learner who holds a seat.</summary>
/// <param name="EnrolmentId">His enrolment.</param>
/// <param name="HalfYear">Half-year of his group.</param>
/// <param name="HasCompleted">He has completed the course already, by an order.</param>
public sealed record CourseLearner(Guid EnrolmentId, HalfYear HalfYear, bool HasCompleted);
