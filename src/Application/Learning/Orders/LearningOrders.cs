using MethodCenter.Application.Learning.Certificates;
using MethodCenter.Domain.Learning.Orders;

namespace MethodCenter.Application.Learning.Orders;

/// <inheritdoc cref="ILearningOrders"/>
internal sealed class LearningOrders(ILearningStore store) : ILearningOrders
{
    public async Task<IReadOnlyDictionary<(Guid EnrolmentId, int Arrival), DateOnly>> OrderedAsync(
        Guid courseId,
        CancellationToken cancellationToken
    )
    {
        var lines = await (
            from order in store.Orders
            from line in order.Lines
            where
                order.CourseId == courseId
                && order.State == OrderState.Signed
                && (order.Kind == OrderKind.Enrolment || order.Kind == OrderKind.Completion)
            select new
            {
                order.Kind,
                order.Date,
                line.EnrolmentId,
                line.Arrival,
            }
        ).ToListAsync(cancellationToken);

        // Who has left and come again is enrolled anew: the order on the former arrival says nothing of this one.
        var begun = lines
            .Where(line => line.Kind == OrderKind.Enrolment)
            .Select(line => (line.EnrolmentId, line.Arrival))
            .ToHashSet();
        return lines
            .Where(line => line.Kind == OrderKind.Completion && begun.Contains((line.EnrolmentId, line.Arrival)))
            .GroupBy(line => (line.EnrolmentId, line.Arrival))
            .ToDictionary(line => line.Key, line => line.Min(one => one.Date));
    }
}
