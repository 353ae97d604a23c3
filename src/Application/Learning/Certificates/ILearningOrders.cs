namespace MethodCenter.Application.Learning.Certificates;

/// <summary>What the book of orders says of the learners of a course. Certificates asks, Orders answers.</summary>
public interface ILearningOrders
{
    /// <summary>Enrolments that orders in force have both begun and ended.</summary>
    Task<IReadOnlySet<Guid>> OrderedAsync(Guid courseId, CancellationToken cancellationToken);
}
