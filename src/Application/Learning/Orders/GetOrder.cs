using MethodCenter.Domain.Learning.Orders;

namespace MethodCenter.Application.Learning.Orders;

/// <summary>One order with its list.</summary>
[Permission(OrderPermissions.Read)]
public sealed record GetOrder(Guid Id) : IQuery<OrderDetails>;

internal sealed class GetOrderHandler(IReads reads) : IQueryHandler<GetOrder, OrderDetails>
{
    public async Task<Result<OrderDetails>> Handle(GetOrder request, CancellationToken cancellationToken) =>
        await reads.FindAsync<Order, OrderDetails>(request.Id, cancellationToken) is { } order
            ? order
            : OrderErrors.NotFound;
}
