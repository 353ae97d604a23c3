using MethodCenter.Domain.Learning.Orders;

namespace MethodCenter.Infrastructure.Learning.Orders;

internal sealed class OrdersIndexes : IUniqueIndexes
{
    public IReadOnlyDictionary<string, Error?> Meanings { get; } =
        new Dictionary<string, Error?>
        {
            ["ux_orders_centre_id_year_number_key"] = OrderErrors.NumberTaken,
            ["ux_orders_centre_id_year_kind_number"] = OrderErrors.NumberTaken,
            ["ux_order_lines_order_id_enrolment_id"] = null,
        };
}
