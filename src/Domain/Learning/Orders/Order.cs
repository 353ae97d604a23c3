using System.Globalization;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;

namespace MethodCenter.Domain.Learning.Orders;

/// <summary>
/// Приказ: the act of the centre by which learners of a course are enrolled or leave it (DPO-6, SPB-13).
/// </summary>
/// <remarks>
/// Its signature makes the change of state. Each line keeps the state before and after, so that a cancellation takes
/// back what this very order has changed and nothing else. An order of the past, for learners who have completed
/// already, only goes on file.
/// </remarks>
public sealed class Order : AggregateRoot
{
    public const int NumberMaxLength = 40;
    public const int BasisMaxLength = 500;
    public const int ReasonMaxLength = 500;
    public const int ControlMaxLength = 200;
    public const int PointMaxLength = 1000;
    public const int ExecutorMaxLength = 200;
    public const int MostPoints = 20;
    public const int SignatoryMaxLength = 400;
    public const int SearchKeyMaxLength = 400;

    private readonly List<OrderLine> _lines = [];

    private Order() { }

    public OrderKind Kind { get; private init; }

    public OrderState State { get; private set; } = OrderState.Draft;

    public Guid CourseId { get; private init; }

    /// <summary>Year of the book of orders: that of the date.</summary>
    public int Year { get; private init; }

    /// <summary>Number within the year, as the centre writes it: «17-у».</summary>
    public string Number { get; private init; } = null!;

    /// <summary>What no two orders of the centre and the year have in common, of whatever kind (PAPER-1).</summary>
    /// <remarks>
    /// Null: written when each kind was counted in a row of its own; papers that are out keep their numbers.
    /// </remarks>
    public string? NumberKey { get; private init; }

    public DateOnly Date { get; private init; }

    /// <summary>On what it is based. Free text, so it may name people.</summary>
    [PersonalData]
    public string? Basis { get; private init; }

    /// <summary>Normal form of the number and the title of the course.</summary>
    public string SearchKey { get; private init; } = null!;

    /// <summary>Of an expulsion: from which day; null: from the date of the order.</summary>
    public DateOnly? LeavesOn { get; private init; }

    /// <summary>Of an expulsion: why.</summary>
    [PersonalData]
    public string? Reason { get; private init; }

    /// <summary>What it orders besides the list; null: what every order of its kind does.</summary>
    [PersonalData]
    public IReadOnlyList<OrderPoint>? Points { get; private init; }

    /// <summary>On whom the control is laid; null: the head keeps it.</summary>
    [PersonalData]
    public string? Control { get; private init; }

    /// <summary>The head who has signed it; null: a draft, or the card of the centre named none.</summary>
    public OrderSignatory? Signatory { get; private set; }

    public int LearnerCount { get; private init; }

    public DateTimeOffset? SignedAt { get; private set; }

    /// <summary>The signature has closed enrolment on the course.</summary>
    public bool ClosedRegistration { get; private set; }

    public DateOnly? CancelledOn { get; private set; }

    [PersonalData]
    public string? CancellationReason { get; private set; }

    public IReadOnlyList<OrderLine> Lines => _lines;

    /// <summary>How other papers refer to it; in Russian, as it stands in the learner's file.</summary>
    public string Reference => $"Приказ № {Number} от {Date.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)}";

    /// <summary>The day on which learners leave by it.</summary>
    public DateOnly LeavingDay => LeavesOn ?? Date;

    /// <summary>Lines whose learners the signature has moved.</summary>
    public IEnumerable<OrderLine> Moved => _lines.Where(line => line.HasMoved);

    /// <summary>Prepares an order. What the list says is checked now and again when it is signed.</summary>
    /// <param name="book">The book of the year of its date.</param>
    public static Result<Order> Draft(
        Course course,
        OrderDraft draft,
        IReadOnlyList<OrderedLearner> learners,
        OrderBook book
    )
    {
        if (
            (
                OrderChecks.Admit(course)
                ?? OrderChecks.CheckDate(draft.Kind, draft.Date, course)
                ?? OrderChecks.CheckLeaving(draft, course)
            ) is
            { } error
        )
        {
            return error;
        }

        if (book.Taken)
        {
            return OrderErrors.NumberTaken;
        }

        if (OrderChecks.CheckList(draft, learners) is { } wrong)
        {
            return wrong;
        }

        var order = new Order
        {
            Kind = draft.Kind,
            CourseId = course.Id,
            Year = draft.Date.Year,
            Number = draft.Number,
            NumberKey = OrderNumbers.KeyOf(draft.Number),
            Date = draft.Date,
            Basis = draft.Basis,
            LeavesOn = draft.LeavesOn,
            Reason = draft.Reason,
            Points = draft.Points.Count == 0 ? null : draft.Points,
            Control = draft.Control,
            SearchKey = SearchText.Join([draft.Number, course.Title], SearchKeyMaxLength),
            LearnerCount = learners.Count,
        };
        order._lines.AddRange(learners.Select((learner, place) => new OrderLine(order.Id, place + 1, learner)));
        return Result<Order>.Accept(order, [.. OrderDoubts.OfDraft(order, book)]);
    }

    /// <summary>Signs it: from now on it is in force.</summary>
    /// <param name="course">A course whose row the caller holds.</param>
    /// <param name="facts">What is on file of the learners.</param>
    /// <param name="now">The instant; of two orders on one learner the later one is taken back first.</param>
    public Result<Nothing> Sign(Course course, OrderFacts facts, DateOnly today, DateTimeOffset now)
    {
        if (State != OrderState.Draft)
        {
            return OrderErrors.WrongState(State);
        }

        if (Date > today)
        {
            return OrderErrors.InFuture(today);
        }

        if (LeavesOn > today)
        {
            return OrderErrors.LeavesInFuture(LeavesOn.Value, today);
        }

        if (
            (OrderChecks.Admit(course) ?? OrderChecks.CheckDate(Kind, Date, course) ?? CheckProtocol(facts)) is
            { } error
        )
        {
            return error;
        }

        var learners = facts.Learners.ToDictionary(learner => learner.Enrolment.Id);
        var ordered = facts
            .InForce.Where(other => other.Kind == Kind)
            .Select(other => (other.EnrolmentId, other.Arrival))
            .ToHashSet();
        foreach (var line in _lines)
        {
            var learner = learners[line.EnrolmentId];
            if (ordered.Contains((line.EnrolmentId, learner.Enrolment.Arrival)))
            {
                return OrderErrors.AlreadyOrdered(line.Number);
            }

            if (
                (
                    OrderChecks.CheckLearner(Kind, LeavingDay, learner.Enrolment, line.Number)
                    ?? Apply(course, line, learner, facts)
                ) is
                { } wrong
            )
            {
                return wrong;
            }
        }

        ClosedRegistration =
            Kind == OrderKind.Enrolment
            && course.Status == CourseStatus.RegistrationOpen
            && !course.CloseRegistration().Refused;
        (State, SignedAt, Signatory) = (OrderState.Signed, now, facts.Signatory);
        Raise(new OrderSigned(Id, CourseId, Kind));
        return Nothing.Done.Warn([.. OrderDoubts.OfSignature(this, course, facts)]);
    }

    /// <summary>Cancels it. Of a signed one, what it has changed is taken back, unless something rests on it.</summary>
    /// <param name="course">A course whose row the caller holds.</param>
    /// <param name="enrolments">Those of the list.</param>
    /// <param name="later">What has come since.</param>
    public Result<Nothing> Cancel(
        Course course,
        IReadOnlyList<Enrolment> enrolments,
        OrderConsequences later,
        string reason,
        DateOnly today
    )
    {
        if (State == OrderState.Cancelled)
        {
            return OrderErrors.WrongState(State);
        }

        if (State == OrderState.Signed && TakeBack(course, enrolments, later) is { } error)
        {
            return error;
        }

        (State, CancellationReason, CancelledOn) = (OrderState.Cancelled, reason, today);
        Raise(new OrderCancelled(Id, CourseId, Kind));
        return Nothing.Done;
    }

    private Error? TakeBack(Course course, IReadOnlyList<Enrolment> enrolments, OrderConsequences later)
    {
        if (later.Certificates > 0)
        {
            return OrderErrors.CertificatesIssued(later.Certificates);
        }

        if (later.Orders.FirstOrDefault(other => other.SignedAt > SignedAt) is { } other)
        {
            return OrderErrors.LaterOrder(other.Number, other.Date);
        }

        var ended = course.Status is CourseStatus.Completed or CourseStatus.Cancelled;
        if (ended && (ClosedRegistration || Moved.Any()))
        {
            return OrderErrors.CourseEnded(course.Status);
        }

        var byId = enrolments.ToDictionary(enrolment => enrolment.Id);
        foreach (var line in Moved)
        {
            var enrolment = byId[line.EnrolmentId];
            if (enrolment.State != line.StateAfter || enrolment.Arrival != line.Arrival)
            {
                return OrderErrors.ChangedSince(line.Number);
            }

            if (course.Reinstate(enrolment).Error is { } error)
            {
                return error.With("line", line.Number);
            }
        }

        if (later.LearnersTeach)
        {
            return OrderErrors.LearnerTeaches;
        }

        // Recruitment that somebody has opened again since then is open already.
        if (ClosedRegistration && course.Status == CourseStatus.RegistrationClosed)
        {
            return course.OpenRegistration().Error;
        }

        return null;
    }

    private Error? Apply(Course course, OrderLine line, OrderedLearner learner, OrderFacts facts)
    {
        var enrolment = learner.Enrolment;
        var before = enrolment.State;
        var passed = facts.Protocol is null || facts.Protocol[line.EnrolmentId] == FinalResult.Passed;
        if (Kind == OrderKind.Completion && before == EnrolmentState.Completed && !passed)
        {
            return OrderErrors.CompletedAgainstProtocol(line.Number);
        }

        if (facts.AttendedAfter.TryGetValue(line.EnrolmentId, out var attendedOn))
        {
            return OrderErrors.BeforeAttendance(line.Number, attendedOn);
        }

        var done = (Kind, before, passed) switch
        {
            (OrderKind.Expulsion, _, _) => course.Withdraw(enrolment, Reference, LeavingDay),
            (OrderKind.Completion, EnrolmentState.Enrolled, true) => course.CompleteLearner(enrolment),

            // DPO-5: a learner who has not passed does not complete the course; a reference confirms what he has
            // learnt.
            (OrderKind.Completion, EnrolmentState.Enrolled, false) => course.Withdraw(enrolment, Reference, Date),
            _ => Nothing.Done,
        };
        if (done.Error is { } error)
        {
            return error.With("line", line.Number);
        }

        line.Sign(learner, before);
        return null;
    }

    private Error? CheckProtocol(OrderFacts facts)
    {
        if (Kind != OrderKind.Completion || facts.Protocol is not { } protocol)
        {
            return null;
        }

        // DPO-6: the order follows the protocol.
        if (facts.ProtocolDate > Date)
        {
            return OrderErrors.BeforeProtocol(facts.ProtocolDate.Value);
        }

        return _lines.Find(line => !protocol.ContainsKey(line.EnrolmentId)) is { } missing
            ? OrderErrors.NotInProtocol(missing.Number)
            : null;
    }
}
