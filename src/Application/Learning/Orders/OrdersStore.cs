using MethodCenter.Domain.Learning.Orders;

namespace MethodCenter.Application.Learning.Orders;

/// <summary>The rows of the area.</summary>
public static class OrdersStore
{
    extension(ILearningStore store)
    {
        public DbSet<Order> Orders => store.Set<Order>();
    }
}
