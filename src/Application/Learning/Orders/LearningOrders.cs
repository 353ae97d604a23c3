using MethodCenter.Application.Learning.Certificates;
using MethodCenter.Domain.Learning.Orders;

namespace MethodCenter.Application.Learning.Orders;

/// <inheritdoc cref="ILearningOrders"/>
internal sealed class LearningOrders(ILearningStore store) : ILearningOrders
{
    public async Task<IReadOnlySet<Guid>> OrderedAsync(Guid courseId, CancellationToken cancellationToken)
    {
        var lines = await (
            from order in store.Orders
            from line in order.Lines
            where
                order.CourseId == courseId
                && order.State == OrderState.Signed
                && (order.Kind == OrderKind.Enrolment || order.Kind == OrderKind.Completion)
            select new { order.Kind, line.EnrolmentId }
        ).ToListAsync(cancellationToken);
        var ended = lines.Where(line => line.Kind == OrderKind.Completion).Select(line => line.EnrolmentId).ToHashSet();
        return lines
            .Where(line => line.Kind == OrderKind.Enrolment && ended.Contains(line.EnrolmentId))
            .Select(line => line.EnrolmentId)
            .ToHashSet();
    }
}
