using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Learning.Orders;
using MethodCenter.Application.Territory.Norms;
using MethodCenter.Domain.Learning.Certificates;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Orders;

namespace MethodCenter.Infrastructure.Demo;

/// <summary>Orders of the courses that have ended; of the last one the completion order is still a draft.</summary>
internal static class SpbOrders
{
    private const string Basis = "план-заказ на повышение квалификации";

    /// <summary>The demo issues the documents of the year of the report before it writes protocols and orders.</summary>
    public static Task PostponeAsync(DemoSession session, DateOnly firstDay, CancellationToken cancellationToken) =>
        session.DoAsync(
            DemoKind.Norm,
            0,
            new SetNorm
            {
                Code = CertificateNorms.PapersRequired,
                Value = "false",
                ValidFrom = firstDay,
                ValidTo = firstDay.AddYears(1).AddDays(-1),
                Basis = "Решение центра: протоколы и приказы за год отчёта внесены в учёт после документов",
            },
            cancellationToken
        );

    public static async Task CompleteAsync(DemoSession session, CancellationToken cancellationToken)
    {
        var courses = await session
            .Database.Courses.Where(course => course.Status == CourseStatus.Completed)
            .OrderBy(course => course.AcademicYear)
            .ThenBy(course => course.Number)
            .Select(course => new
            {
                course.Id,
                course.StartsOn,
                course.EndsOn,
            })
            .ToListAsync(cancellationToken);
        for (var place = 0; place < courses.Count; place++)
        {
            var (index, course) = (place * 10_000, courses[place]);
            var enrolment = Draft(OrderKind.Enrolment, course.Id, course.StartsOn);
            var enrolled = await session.DoAsync(DemoKind.Order, index, enrolment, cancellationToken);
            var signature = new SignOrder(enrolled.Id, enrolled.Version);
            await session.DoAsync(DemoKind.Order, index + 1000, signature, cancellationToken);

            var completion = Draft(OrderKind.Completion, course.Id, course.EndsOn);
            var completed = await session.DoAsync(DemoKind.Order, index + 2000, completion, cancellationToken);
            if (place < courses.Count - 1)
            {
                var ending = new SignOrder(completed.Id, completed.Version);
                await session.DoAsync(DemoKind.Order, index + 3000, ending, cancellationToken);
            }
        }
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
