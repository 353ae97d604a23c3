using MethodCenter.Api.Tests.Learning.Certificates;
using MethodCenter.Api.Tests.Makers;

namespace MethodCenter.Api.Tests.Learning.Orders;

internal sealed class OrderMaker : Maker
{
    public OrderMaker() =>
        Object(
            "/orders/{id}",
            async made =>
                await made.PostAsync(
                    "/orders",
                    new
                    {
                        kind = "completion",
                        courseId = await made.World.CompletedCourseAsync(1),
                        date = "2026-08-31",
                    }
                )
        );
}
