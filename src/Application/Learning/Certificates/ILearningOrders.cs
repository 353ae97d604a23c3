namespace MethodCenter.Application.Learning.Certificates;

/// <summary>What the book of orders says of the learners of a course. Certificates asks, Orders answers.</summary>
public interface ILearningOrders
{
    /// <summary>Enrolments, with the arrival, that orders in force have both begun and ended, and the day of the latter.</summary>
    Task<IReadOnlyDictionary<(Guid EnrolmentId, int Arrival), DateOnly>> OrderedAsync(
        Guid courseId,
        CancellationToken cancellationToken
    );
}
