using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Learning.Orders;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Orders;

namespace MethodCenter.Infrastructure.Demo;

/// <summary>Orders of the courses that have ended; of the last one the completion order is still a draft.</summary>
internal static class SpbOrders
{
    private const int OrdersApart = 10_000;
    private const string Basis = "план-заказ на повышение квалификации";

    /// <summary>Both orders of a course, signed: what its documents rest on.</summary>
    public static async Task SignAsync(
        DemoSession session,
        int place,
        CourseDetails course,
        CancellationToken cancellationToken
    )
    {
        var index = place * OrdersApart;
        await EnrolAsync(session, index, course, cancellationToken);
        var completion = Draft(OrderKind.Completion, course.Id, course.EndsOn);
        var order = await session.DoAsync(DemoKind.Order, index + 2000, completion, cancellationToken);
        var signature = new SignOrder(order.Id, order.Version);
        await session.DoAsync(DemoKind.Order, index + 3000, signature, cancellationToken);
    }

    /// <summary>Courses that have ended without documents wait for the signature under their completion order.</summary>
    public static async Task CompleteAsync(DemoSession session, CancellationToken cancellationToken)
    {
        var orders = session.Database.Orders;
        var courses = await session
            .Database.Courses.Where(course => course.Status == CourseStatus.Completed)
            .OrderBy(course => course.AcademicYear)
            .ThenBy(course => course.Number)
            .Select(course => new { course.Id, HasOrders = orders.Any(order => order.CourseId == course.Id) })
            .ToListAsync(cancellationToken);
        foreach (var (place, ended) in courses.Index().Where(one => !one.Item.HasOrders))
        {
            var course = await session.AskAsync(new GetCourse(ended.Id), cancellationToken);
            await EnrolAsync(session, place * OrdersApart, course, cancellationToken);
            var completion = Draft(OrderKind.Completion, course.Id, course.EndsOn);
            await session.DoAsync(DemoKind.Order, (place * OrdersApart) + 2000, completion, cancellationToken);
        }
    }

    private static async Task EnrolAsync(
        DemoSession session,
        int index,
        CourseDetails course,
        CancellationToken cancellationToken
    )
    {
        var enrolment = Draft(OrderKind.Enrolment, course.Id, course.StartsOn);
        var order = await session.DoAsync(DemoKind.Order, index, enrolment, cancellationToken);
        var signature = new SignOrder(order.Id, order.Version);
        await session.DoAsync(DemoKind.Order, index + 1000, signature, cancellationToken);
    }

    private static DraftOrder Draft(OrderKind kind, Guid courseId, DateOnly date) =>
        new()
        {
            Kind = kind,
            CourseId = courseId,
            Date = date,
            Basis = Basis,
        };
}
