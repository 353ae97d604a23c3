using MethodCenter.Domain.Learning.Courses;

namespace MethodCenter.Domain.Learning.Orders;

/// <summary>What is doubtful of an order, but does not hold it up.</summary>
internal static class OrderDoubts
{
    /// <summary>What its paper or its place in the book lacks.</summary>
    public static IEnumerable<Warning> OfDraft(Order order, OrderBook book)
    {
        if (book.LastDate > order.Date)
        {
            yield return OrderErrors.BeforeLast(book.LastNumber!, book.LastDate.Value);
        }

        if (order.Kind == OrderKind.Enrolment && order.Date > book.FirstLesson)
        {
            yield return OrderErrors.AfterFirstLesson(book.FirstLesson.Value);
        }

        if (order.Kind == OrderKind.Expulsion && order.Reason is null)
        {
            yield return OrderErrors.NoReason;
        }

        if (!book.HasHead)
        {
            yield return OrderErrors.NoHead;
        }
    }

    /// <summary>What is missing of the way of DPO-6, but may stand on paper.</summary>
    public static IEnumerable<Warning> OfSignature(Order order, Course course, OrderFacts facts)
    {
        if (order.Kind != OrderKind.Enrolment && order.Lines.Any(line => !facts.WasEnrolledByOrder(line.EnrolmentId)))
        {
            yield return OrderErrors.NoEnrolmentOrder;
        }

        if (order.Kind == OrderKind.Completion && facts.Protocol is null)
        {
            yield return OrderErrors.NoProtocol;
        }

        if (order.Kind == OrderKind.Completion && facts.HoursGiven < course.Hours)
        {
            yield return OrderErrors.HoursNotGiven(facts.HoursGiven, course.Hours);
        }

        if (facts.Signatory is null)
        {
            yield return OrderErrors.NoHead;
        }
    }
}
