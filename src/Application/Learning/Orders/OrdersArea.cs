using MethodCenter.Application.Common.Areas;
using MethodCenter.Application.Common.Changes;
using MethodCenter.Application.Learning.Certificates;
using MethodCenter.Domain.Learning.Orders;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Application.Learning.Orders;

internal sealed class OrdersArea : Area
{
    public override IEnumerable<ChangeType> Changes => [new("orders", typeof(Order), OrderPermissions.Read)];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<OrderReader>();
        services.AddScoped<ILearningOrders, LearningOrders>();
    }
}
