using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;

namespace MethodCenter.Domain.Learning.Orders;

/// <summary>What an order says of itself.</summary>
public sealed record OrderDraft(OrderKind Kind, string Number, DateOnly Date, string? Basis)
{
    /// <summary>Of an expulsion: from which day; null: from the date of the order.</summary>
    public DateOnly? LeavesOn { get; init; }

    /// <summary>Of an expulsion: why.</summary>
    public string? Reason { get; init; }

    /// <summary>What it orders besides the list.</summary>
    public IReadOnlyList<OrderPoint> Points { get; init; } = [];

    /// <summary>On whom the control is laid; null: the head keeps it.</summary>
    public string? Control { get; init; }
}

/// <summary>A numbered point of an order behind the list: what, by whom, until when (PAPER-1).</summary>
public sealed record OrderPoint(string Text, string? Executor, DateOnly? DueOn);

/// <summary>Who has signed an order, as he was called on that day.</summary>
public sealed record OrderSignatory(string Post, string Name);

/// <summary>The book of orders of one year, as a new order finds it.</summary>
/// <param name="Taken">The same number is there already, with whatever index.</param>
/// <param name="LastNumber">Number of the order with the latest date; null: the book is empty.</param>
/// <param name="LastDate">That date.</param>
/// <param name="HasHead">The card of the centre names who will sign it.</param>
public sealed record OrderBook(bool Taken, string? LastNumber, DateOnly? LastDate, bool HasHead)
{
    /// <summary>Of an enrolment: the first lesson of its course; null: none is planned.</summary>
    public DateOnly? FirstLesson { get; init; }
}

/// <summary>A learner as an order names him.</summary>
/// <param name="Enrolment">The enrolment on the course of the order.</param>
/// <param name="FullName">Фамилия Имя Отчество, as on file.</param>
/// <param name="Organisation">Short name of the organisation that sends him.</param>
/// <param name="Position">His position there; null: not known.</param>
public sealed record OrderedLearner(Enrolment Enrolment, string FullName, string Organisation, string? Position);

/// <summary>A line of an order in force.</summary>
public sealed record OrderInForce
{
    public required OrderKind Kind { get; init; }

    public required string Number { get; init; }

    public required DateOnly Date { get; init; }

    public required DateTimeOffset SignedAt { get; init; }

    public required Guid EnrolmentId { get; init; }

    public required int Arrival { get; init; }
}

/// <summary>What is on file when an order is signed.</summary>
public sealed record OrderFacts
{
    /// <summary>Everyone on the list.</summary>
    public required IReadOnlyList<OrderedLearner> Learners { get; init; }

    /// <summary>Lines of other orders in force on the same learners.</summary>
    public required IReadOnlyList<OrderInForce> InForce { get; init; }

    /// <summary>Results of the final assessment by enrolment; null: there is no protocol.</summary>
    public IReadOnlyDictionary<Guid, FinalResult>? Protocol { get; init; }

    public DateOnly? ProtocolDate { get; init; }

    /// <summary>Of an expulsion: the last lesson after its day at which a learner was, by enrolment.</summary>
    public IReadOnlyDictionary<Guid, DateOnly> AttendedAfter { get; init; } = new Dictionary<Guid, DateOnly>();

    /// <summary>The head of the centre on the day of the signature; null: the card of the centre names none.</summary>
    public OrderSignatory? Signatory { get; init; }

    /// <summary>Hours of the lessons that were held.</summary>
    public int HoursGiven { get; init; }

    internal bool WasEnrolledByOrder(Guid enrolmentId) =>
        InForce.Any(other => other.Kind == OrderKind.Enrolment && other.EnrolmentId == enrolmentId);
}

/// <summary>What has come since an order was signed.</summary>
/// <param name="Certificates">Documents, other than annulled ones, that its learners hold for the course.</param>
/// <param name="Orders">Lines of other orders in force on the same learners.</param>
/// <param name="LearnersTeach">One of those who would be back gives lessons of the course by now.</param>
public sealed record OrderConsequences(int Certificates, IReadOnlyList<OrderInForce> Orders, bool LearnersTeach)
{
    /// <summary>Nothing: of an order that was not signed.</summary>
    public static readonly OrderConsequences None = new(0, [], LearnersTeach: false);
}

/// <summary>An order is in force.</summary>
public sealed record OrderSigned(Guid SubjectId, Guid CourseId, OrderKind Kind) : IDomainEvent;

/// <summary>An order is in force no more, or will never be.</summary>
public sealed record OrderCancelled(Guid SubjectId, Guid CourseId, OrderKind Kind) : IDomainEvent;
