namespace MethodCenter.Domain.Learning.Orders;

/// <summary>Whom an order names.</summary>
public static class OrderList
{
    /// <summary>«Everyone» leaves out who stands in an order of the kind that is in force.</summary>
    /// <param name="everyone">Those who hold a seat.</param>
    /// <param name="inForce">Lines of signed orders of the kind.</param>
    public static Result<IReadOnlyList<OrderedLearner>> NotYetOrdered(
        IReadOnlyList<OrderedLearner> everyone,
        IReadOnlySet<(Guid EnrolmentId, int Arrival)> inForce
    )
    {
        OrderedLearner[] left =
        [
            .. everyone.Where(learner => !inForce.Contains((learner.Enrolment.Id, learner.Enrolment.Arrival))),
        ];
        var ordered = everyone.Count - left.Length;
        return ordered == 0 ? Result<IReadOnlyList<OrderedLearner>>.Accept(everyone)
            : left is [] ? OrderErrors.AllOrdered(ordered)
            : Result<IReadOnlyList<OrderedLearner>>.Accept(left, [OrderErrors.LeftOut(ordered)]);
    }

    /// <summary>What the list says of itself: who is named belongs to the course, and stands on it once.</summary>
    /// <param name="kind">Nobody is expelled by not being named.</param>
    /// <param name="named">Enrolments, as they are named; empty: everyone who holds a seat.</param>
    /// <param name="known">Those of them that belong to the course.</param>
    public static Result<Nothing> Check(OrderKind kind, IReadOnlyList<Guid> named, IReadOnlySet<Guid> known)
    {
        if (named is [] && kind == OrderKind.Expulsion)
        {
            return OrderErrors.ListMissing;
        }

        var said = new HashSet<Guid>();
        for (var place = 0; place < named.Count; place++)
        {
            if (!known.Contains(named[place]))
            {
                return OrderErrors.UnknownEnrolment.At($"/enrolmentIds/{place}");
            }

            if (!said.Add(named[place]))
            {
                return OrderErrors.Twice.At($"/enrolmentIds/{place}");
            }
        }

        return Nothing.Done;
    }
}
