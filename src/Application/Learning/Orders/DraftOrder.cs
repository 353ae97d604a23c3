using FluentValidation;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Learning.Enrolments;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Learning.Orders;

namespace MethodCenter.Application.Learning.Orders;

/// <summary>Prepares an order of a course: of the learners named, else of everyone who holds a seat.</summary>
[Permission(OrderPermissions.Write)]
public sealed record DraftOrder : ICommand<OrderDetails>
{
    public required OrderKind Kind { get; init; }

    public required Guid CourseId { get; init; }

    /// <summary>Number, as the centre writes it; without it the next of the year and kind.</summary>
    public string? Number { get; init; }

    public required DateOnly Date { get; init; }

    /// <summary>On what it is based.</summary>
    public string? Basis { get; init; }

    /// <summary>The learners, by their enrolments; for an expulsion they must be named.</summary>
    public IReadOnlyList<Guid> EnrolmentIds { get; init; } = [];
}

internal sealed class DraftOrderValidator : AbstractValidator<DraftOrder>
{
    public DraftOrderValidator()
    {
        RuleFor(command => command.CourseId).NotEmpty();
        RuleFor(command => command.Number).ShortText(Order.NumberMaxLength);
        RuleFor(command => command.Date).ReasonableDay();
        RuleFor(command => command.Basis).ShortText(Order.BasisMaxLength);
        RuleFor(command => command.EnrolmentIds).MostItems(Course.MostCapacity);
    }
}

internal sealed class DraftOrderHandler(ILearningStore store, OrderReader reader, IReads reads)
    : ICommandHandler<DraftOrder, OrderDetails>
{
    public async Task<Answer<OrderDetails>> Handle(DraftOrder request, CancellationToken cancellationToken)
    {
        var course = await store
            .Courses.AsNoTracking()
            .SingleOrDefaultAsync(course => course.Id == request.CourseId, cancellationToken);
        if (course is null)
        {
            return CourseErrors.NotFound;
        }

        var listed = await ListAsync(request, cancellationToken);
        if (!listed.Succeeded(out var learners, out var error))
        {
            return error;
        }

        var number = string.IsNullOrWhiteSpace(request.Number)
            ? await reader.NextNumberAsync(request.Kind, request.Date.Year, cancellationToken)
            : request.Number.Trim();
        var basis = string.IsNullOrWhiteSpace(request.Basis) ? null : request.Basis.Trim();
        var drafted = Order.Draft(course, new OrderDraft(request.Kind, number, request.Date, basis), learners);
        if (!drafted.Succeeded(out var order, out error))
        {
            return error;
        }

        store.Orders.Add(order);
        return reads.Answer<Order, OrderDetails>(order);
    }

    private async Task<Result<List<OrderedLearner>>> ListAsync(DraftOrder request, CancellationToken cancellationToken)
    {
        var (kind, ids) = (request.Kind, request.EnrolmentIds.ToList());
        var ofCourse = store.Enrolments.AsNoTracking().Where(enrolment => enrolment.CourseId == request.CourseId);
        if (ids is [])
        {
            return OrderList.Check(kind, ids, new HashSet<Guid>()).Error is { } missing
                ? missing
                : await reader.LearnersAsync(
                    ofCourse.Where(enrolment =>
                        enrolment.State == EnrolmentState.Enrolled || enrolment.State == EnrolmentState.Completed
                    ),
                    request.Date,
                    cancellationToken
                );
        }

        var learners = await reader.LearnersAsync(
            ofCourse.Where(enrolment => ids.Contains(enrolment.Id)),
            request.Date,
            cancellationToken
        );
        var known = learners.Select(learner => learner.Enrolment.Id).ToHashSet();
        return OrderList.Check(kind, ids, known).Error is { } wrong ? wrong : learners;
    }
}
