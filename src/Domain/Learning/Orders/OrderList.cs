namespace MethodCenter.Domain.Learning.Orders;

/// <summary>Whom an order names.</summary>
public static class OrderList
{
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
