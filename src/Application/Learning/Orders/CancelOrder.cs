using FluentValidation;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Application.Learning.Applications;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Learning.Enrolments;
using MethodCenter.Domain.Learning.Orders;

namespace MethodCenter.Application.Learning.Orders;

/// <summary>Cancels an order with a reason; what a signed one has changed is taken back.</summary>
[Permission(OrderPermissions.Sign)]
public sealed record CancelOrder(Guid Id, int Version, ReasonBody Body) : ICommand<OrderDetails>;

internal sealed class CancelOrderValidator : AbstractValidator<CancelOrder>
{
    public CancelOrderValidator() =>
        RuleFor(command => command.Body.Reason).NotEmpty().MinimumLength(5).ShortText(Order.ReasonMaxLength);
}

internal sealed class CancelOrderHandler(
    ILearningStore store,
    ICourseJournal journal,
    OrderReader reader,
    QuotaRegister quotas,
    IReads reads,
    IClock clock
) : ICommandHandler<CancelOrder, OrderDetails>
{
    public async Task<Answer<OrderDetails>> Handle(CancelOrder request, CancellationToken cancellationToken)
    {
        if (await reader.HoldAsync(request.Id, cancellationToken) is not { Order: var order, Course: var course })
        {
            return OrderErrors.NotFound;
        }

        if (order.CheckVersion(request.Version) is { } stale)
        {
            return stale;
        }

        var signed = order.State == OrderState.Signed;
        var moved = order.Moved.Select(line => line.EnrolmentId).ToList();
        var enrolments = moved is []
            ? []
            : await store
                .Enrolments.IgnoreQueryFilters([QueryFilters.Organisations])
                .Where(enrolment => moved.Contains(enrolment.Id))
                .ToListAsync(cancellationToken);
        Guid[] back = [.. enrolments.Select(enrolment => enrolment.EmployeeId)];
        var later = signed
            ? new OrderConsequences(
                await reader.CertificatesAsync(order, cancellationToken),
                await reader.InForceAsync(order, cancellationToken),
                back is not [] && await journal.TeachAsync(back, course.Id, cancellationToken)
            )
            : OrderConsequences.None;
        if (order.Cancel(course, enrolments, later, request.Body.Reason, clock.Today).Error is { } error)
        {
            return error;
        }

        if (signed && order.Kind == OrderKind.Expulsion)
        {
            var reinstated = await quotas.ReinstateManyAsync(
                order.Moved.ToDictionary(line => line.EnrolmentId, line => line.Arrival),
                cancellationToken
            );
            if (reinstated.Refused)
            {
                return reinstated.Error;
            }
        }

        return reads.Answer<Order, OrderDetails>(order);
    }
}
