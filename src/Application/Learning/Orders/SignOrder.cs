using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Learning.Applications;
using MethodCenter.Domain.Learning.Orders;

namespace MethodCenter.Application.Learning.Orders;

/// <summary>Signs an order: enrolment closes the recruitment, completion ends the learning, expulsion frees the seats.</summary>
[Permission(OrderPermissions.Sign)]
public sealed record SignOrder(Guid Id, int Version) : ICommand<OrderDetails>;

internal sealed class SignOrderHandler(
    OrderReader reader,
    QuotaRegister quotas,
    WaitingList waitingList,
    IReads reads,
    IClock clock
) : ICommandHandler<SignOrder, OrderDetails>
{
    public async Task<Answer<OrderDetails>> Handle(SignOrder request, CancellationToken cancellationToken)
    {
        if (await reader.HoldAsync(request.Id, cancellationToken) is not { Order: var order, Course: var course } held)
        {
            return OrderErrors.NotFound;
        }

        if (order.CheckVersion(request.Version) is { } stale)
        {
            return stale;
        }

        var facts = await reader.FactsAsync(held, cancellationToken);
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
            await waitingList.PromoteAsync(held.Held, leaving: null, cancellationToken);
        }

        return reads.Answer<Order, OrderDetails>(order).Warn(signed.Warnings.AsSpan());
    }
}
