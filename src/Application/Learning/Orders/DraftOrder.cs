using FluentValidation;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Learning.Enrolments;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Learning.Orders;

namespace MethodCenter.Application.Learning.Orders;

/// <summary>
/// Prepares an order of a course: of the learners named, else of everyone who holds a seat and stands in no order of the kind
/// that is in force.
/// </summary>
[Permission(OrderPermissions.Write)]
public sealed record DraftOrder : ICommand<OrderDetails>
{
    public required OrderKind Kind { get; init; }

    public required Guid CourseId { get; init; }

    /// <summary>
    /// Number, as the centre writes it; without it the next of the year with the index of the kind: «17-у». All kinds are
    /// counted in one row, and no number is given twice.
    /// </summary>
    public string? Number { get; init; }

    public required DateOnly Date { get; init; }

    /// <summary>
    /// On what it is based; the preamble of the paper. Words that begin with «В соответствии», «На основании», «Во исполнение»
    /// or the like stand there as they are, others as «На основании документов (…)».
    /// </summary>
    public string? Basis { get; init; }

    /// <summary>The learners, by their enrolments; for an expulsion they must be named.</summary>
    public IReadOnlyList<Guid> EnrolmentIds { get; init; } = [];

    /// <summary>Of an expulsion: the day from which the learners are expelled; without it the date of the order.</summary>
    public DateOnly? LeavesOn { get; init; }

    /// <summary>Of an expulsion: why.</summary>
    public string? Reason { get; init; }

    /// <summary>What the order says behind its list; without them what every order of the kind says.</summary>
    public IReadOnlyList<OrderPointBody> Points { get; init; } = [];

    /// <summary>On whom the control is laid: «на методиста Петрову А. И.»; without it the head keeps it.</summary>
    public string? Control { get; init; }
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
        RuleFor(command => command.LeavesOn).ReasonableDay();
        RuleFor(command => command.Reason).ShortText(Order.ReasonMaxLength);
        RuleFor(command => command.Control).ShortText(Order.ControlMaxLength);
        RuleFor(command => command.Points).MostItems(Order.MostPoints);
        RuleForEach(command => command.Points)
            .ChildRules(point =>
            {
                point.RuleFor(one => one.Text).NotEmpty().ShortText(Order.PointMaxLength);
                point.RuleFor(one => one.Executor).ShortText(Order.ExecutorMaxLength);
                point.RuleFor(one => one.DueOn).ReasonableDay();
            });
    }
}

internal sealed class DraftOrderHandler(ILearningStore store, ICourseJournal journal, OrderReader reader, IReads reads)
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

        var (number, book) = await reader.BookAsync(
            request.Kind,
            request.Date.Year,
            Given(request.Number),
            cancellationToken
        );
        if (request.Kind == OrderKind.Enrolment)
        {
            book = book with { FirstLesson = await journal.FirstLessonAsync(course.Id, cancellationToken) };
        }

        var draft = new OrderDraft(request.Kind, number, request.Date, Given(request.Basis))
        {
            LeavesOn = request.LeavesOn,
            Reason = Given(request.Reason),
            Points =
            [
                .. request.Points.Select(point => new OrderPoint(point.Text, Given(point.Executor), point.DueOn)),
            ],
            Control = Given(request.Control),
        };
        var drafted = Order.Draft(course, draft, learners, book);
        if (!drafted.Succeeded(out var order, out error))
        {
            return error;
        }

        store.Orders.Add(order);
        return reads.Answer<Order, OrderDetails>(order).Warn([.. listed.Warnings, .. drafted.Warnings]);
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private async Task<Result<IReadOnlyList<OrderedLearner>>> ListAsync(
        DraftOrder request,
        CancellationToken cancellationToken
    )
    {
        var (kind, ids) = (request.Kind, request.EnrolmentIds.ToList());
        var ofCourse = store.Enrolments.AsNoTracking().Where(enrolment => enrolment.CourseId == request.CourseId);
        if (ids is [])
        {
            if (OrderList.Check(kind, ids, new HashSet<Guid>()).Error is { } missing)
            {
                return missing;
            }

            var everyone = await reader.LearnersAsync(
                ofCourse.Where(enrolment =>
                    enrolment.State == EnrolmentState.Enrolled || enrolment.State == EnrolmentState.Completed
                ),
                request.Date,
                cancellationToken
            );
            return OrderList.NotYetOrdered(
                everyone,
                await reader.OrderedAsync(request.CourseId, kind, cancellationToken)
            );
        }

        var learners = await reader.LearnersAsync(
            ofCourse.Where(enrolment => ids.Contains(enrolment.Id)),
            request.Date,
            cancellationToken
        );
        var known = learners.Select(learner => learner.Enrolment.Id).ToHashSet();
        return OrderList.Check(kind, ids, known).Error is { } wrong
            ? wrong
            : Result<IReadOnlyList<OrderedLearner>>.Accept(learners);
    }
}
