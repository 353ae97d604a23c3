using MethodCenter.Application.Common.Papers;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Learning.Programmes;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Centres;
using MethodCenter.Domain.Learning.Orders;

namespace MethodCenter.Application.Learning.Orders;

/// <summary>The paper of an order, with its list.</summary>
[Permission(OrderPermissions.Read)]
public sealed record GetOrderFile(Guid Id, PaperFormat Format) : IQuery<PaperFile>;

internal sealed class GetOrderFileHandler(
    ILearningStore store,
    ITerritoryStore territory,
    IReads reads,
    IPaperWriter writer
) : IQueryHandler<GetOrderFile, PaperFile>
{
    public async Task<Result<PaperFile>> Handle(GetOrderFile request, CancellationToken cancellationToken)
    {
        if (await reads.FindAsync<Order, OrderDetails>(request.Id, cancellationToken) is not { } order)
        {
            return OrderErrors.NotFound;
        }

        var centre = await territory.Centres.AsNoTracking().SingleAsync(cancellationToken);
        var letterhead = CentreLetterhead.Of(centre, order.Date);
        var facts = await (
            from course in store.Courses
            join programme in store.Programmes on course.ProgrammeId equals programme.Id
            where course.Id == order.CourseId
            select new OrderPaperFacts
            {
                Centre = letterhead,
                Programme = course.Title,
                ProgrammeKind = programme.Kind,
                Hours = course.Hours,
                StartsOn = course.StartsOn,
                EndsOn = course.EndsOn,
            }
        ).SingleAsync(cancellationToken);
        return PaperFile.Of(writer, OrderPaper.Of(order, facts), request.Format, OrderPaper.TitleOf(order));
    }
}
