using System.Linq.Expressions;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Domain.Learning.Orders;

namespace MethodCenter.Application.Learning.Orders;

/// <summary>The book of orders, by course, kind, state or days.</summary>
[Permission(OrderPermissions.Read)]
public sealed record ListOrders : ListQuery, IQuery<Page<OrderListItem>>
{
    /// <summary>Part of the number or of the course's title.</summary>
    public string? Q { get; init; }

    /// <summary>Orders of this course.</summary>
    public Guid? CourseId { get; init; }

    public OrderKind? Kind { get; init; }

    public OrderState? State { get; init; }

    /// <summary>Dated on or after.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Dated on or before.</summary>
    public DateOnly? To { get; init; }
}

internal sealed class ListOrdersHandler(ILearningStore store) : IQueryHandler<ListOrders, Page<OrderListItem>>
{
    internal static readonly SortFields<Order> Sort = new SortFields<Order>("-date")
        .Add("date", order => order.Date)
        .Add("number", order => order.Number);

    public Task<Result<Page<OrderListItem>>> Handle(ListOrders request, CancellationToken cancellationToken)
    {
        var courses = store.Courses;
        Expression<Func<Order, OrderListItem>> projection = order => new OrderListItem
        {
            Id = order.Id,
            Kind = order.Kind,
            State = order.State,
            Number = order.Number,
            Date = order.Date,
            CourseId = order.CourseId,
            CourseTitle = courses.Where(course => course.Id == order.CourseId).Select(course => course.Title).First(),
            CourseNumber = courses.Where(course => course.Id == order.CourseId).Select(course => course.Number).First(),
            AcademicYear = courses
                .Where(course => course.Id == order.CourseId)
                .Select(course => course.AcademicYear)
                .First(),
            LearnerCount = order.LearnerCount,
            Version = order.Version,
        };
        return Filter(store.Orders, request).ToPageAsync(request, Sort, projection, cancellationToken);
    }

    /// <summary>The rows that the filters of the list let through; the export takes the same.</summary>
    internal static IQueryable<Order> Filter(IQueryable<Order> orders, ListOrders request) =>
        orders
            .WhereGiven(request.CourseId, id => order => order.CourseId == id)
            .WhereGiven(request.Kind, kind => order => order.Kind == kind)
            .WhereGiven(request.State, state => order => order.State == state)
            .WhereGiven(request.From, day => order => order.Date >= day)
            .WhereGiven(request.To, day => order => order.Date <= day)
            .Searched(request.Q, order => order.SearchKey);
}
