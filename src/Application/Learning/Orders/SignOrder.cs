using MethodCenter.Application.Common.Messaging;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Ports;
using MethodCenter.Application.Common.Security;
using MethodCenter.Application.Learning.Applications;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Domain.Common;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Orders;
using Microsoft.EntityFrameworkCore;

namespace MethodCenter.Application.Learning.Orders;

/// <summary>Signs an order: enrolment closes the recruitment, completion ends the learning, expulsion frees the seats.</summary>
[Permission(OrderPermissions.Sign)]
public sealed record SignOrder(Guid Id, int Version) : ICommand<OrderDetails>;

internal sealed class SignOrderHandler(
    ILearningStore store,
    OrderDesk desk,
    QuotaBook quotas,
    WaitingList waitingList,
    IReads reads,
    IClock clock
) : ICommandHandler<SignOrder, OrderDetails>
{
    public async Task<Result<OrderDetails>> Handle(SignOrder request, CancellationToken cancellationToken)
    {
        if (await store.HoldOrderAsync(request.Id, cancellationToken) is not { } held)
        {
            return OrderErrors.NotFound;
        }

        var (order, course) = held;
        if (order.CheckVersion(request.Version) is { } stale)
        {
            return stale;
        }

        var facts = await desk.FactsAsync(order, cancellationToken);
        var signed = order.Sign(course, facts, clock.Today, clock.Now);
        if (signed.Refused)
        {
            return signed.Error;
        }

        if (order.Kind == OrderKind.Expulsion)
        {
            await quotas.WithdrawManyAsync(
                [.. order.Moved.Select(line => line.EnrolmentId)],
                order.Reference,
                cancellationToken
            );
            await waitingList.PromoteAsync(course, leaving: null, cancellationToken);
        }

        return reads.Answer<Order, OrderDetails>(order).Warn(signed.Warnings.AsSpan());
    }
}

internal static class HeldOrders
{
    /// <summary>An order with its list, and its course, held until the end of the transaction.</summary>
    /// <remarks>Seats and states of one course are decided one after another; what the order says is read behind that.</remarks>
    public static async Task<(Order Order, Course Course)?> HoldOrderAsync(
        this ILearningStore store,
        Guid id,
        CancellationToken cancellationToken
    )
    {
        var courseId = await store
            .Orders.Where(order => order.Id == id)
            .Select(order => (Guid?)order.CourseId)
            .SingleOrDefaultAsync(cancellationToken);
        if (courseId is null || await store.HoldCourseAsync(courseId.Value, cancellationToken) is not { } course)
        {
            return null;
        }

        var order = await store
            .Orders.Include(order => order.Lines.OrderBy(line => line.Number))
            .SingleAsync(order => order.Id == id, cancellationToken);
        return (order, course);
    }
}
