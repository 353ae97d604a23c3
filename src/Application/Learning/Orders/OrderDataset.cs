using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Tables;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Domain.Learning.Orders;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Application.Learning.Orders;

/// <summary>An order as a file shows it.</summary>
public sealed class OrderRow
{
    public int? Year { get; set; }

    public string? Number { get; set; }

    public DateOnly? Date { get; set; }

    public OrderKind? Kind { get; set; }

    public OrderState? State { get; set; }

    public AcademicYear? AcademicYear { get; set; }

    public int? CourseNumber { get; set; }

    public string? Course { get; set; }

    public int? Learners { get; set; }

    public string? Basis { get; set; }

    public string? Signatory { get; set; }

    public DateOnly? CancelledOn { get; set; }
}

/// <summary>The book of orders.</summary>
public sealed class OrderDataset : ExportDataset<OrderRow>
{
    public OrderDataset()
    {
        Whole(row => row.Year, "Год").Explained("Год книги приказов.", "2026");
        Text(row => row.Number, "Номер").Explained("Номер с индексом вида.", "17-у");
        Day(row => row.Date, "Дата").Explained("Дата приказа.", "01.10.2026");
        Code(row => row.Kind, "Вид приказа").Explained("О зачислении, об окончании, об отчислении.");
        Code(row => row.State, "Состояние").Explained("Проект, подписан, отменён.");
        Year(row => row.AcademicYear, "Учебный год").Explained("Учебный год курса.", "2026-2027");
        Whole(row => row.CourseNumber, "Номер курса").Explained("Номер в учебном году.", "5");
        Text(row => row.Course, "Курс").Explained("Название курса.", "Оценочные процедуры");
        Whole(row => row.Learners, "Слушателей").Explained("Сколько человек в списке.", "25");
        Text(row => row.Basis, "Основание").Explained("На чём основан приказ.", "Заявки школ");
        Text(row => row.Signatory, "Подписал")
            .Explained("Руководитель, как он назван в день подписи.", "М. П. Образцова");
        Day(row => row.CancelledOn, "Отменён").Explained("День отмены.", "05.10.2026");
    }

    public override string Name => "orders";

    public override string Title => "Книга приказов";

    public override string ReadPermission => OrderPermissions.Read;

    public override IReadOnlyList<string> Notes => ["Приказы готовят и подписывают в службе."];

    public override Type ListType => typeof(ListOrders);

    internal override Task WriteAsync(
        IServiceProvider services,
        ListQuery filter,
        ExportOptions options,
        ITableWriter writer,
        CancellationToken cancellationToken
    ) =>
        WriteRowsAsync(
            services.GetRequiredService<OrderExporter>().Read((ListOrders)filter),
            options,
            writer,
            cancellationToken
        );
}

/// <summary>Its rows, by the filters of the list.</summary>
internal sealed class OrderExporter(ILearningStore store) : IRowReader
{
    public IAsyncEnumerable<OrderRow> Read(ListOrders filter) =>
        (
            from order in ListOrdersHandler.Filter(store.Orders.AsNoTracking(), filter)
            join course in store.Courses on order.CourseId equals course.Id
            orderby order.Date, order.Id
            select new
            {
                Order = order,
                course.AcademicYear,
                course.Number,
                course.Title,
            }
        )
            .AsAsyncEnumerable()
            .Select(row => new OrderRow
            {
                Year = row.Order.Year,
                Number = row.Order.Number,
                Date = row.Order.Date,
                Kind = row.Order.Kind,
                State = row.Order.State,
                AcademicYear = row.AcademicYear,
                CourseNumber = row.Number,
                Course = row.Title,
                Learners = row.Order.LearnerCount,
                Basis = row.Order.Basis,
                Signatory = row.Order.Signatory?.Name,
                CancelledOn = row.Order.CancelledOn,
            });
}
