using MethodCenter.Domain.Learning.Enrolments;

namespace MethodCenter.Domain.Learning.Orders;

/// <summary>A learner on the list of an order, with the name, place and position of the day.</summary>
public sealed class OrderLine : Entity, IPartOf<Order>
{
    public const int FullNameMaxLength = 310;

    private OrderLine() { }

    internal OrderLine(Guid orderId, int number, OrderedLearner learner)
    {
        (OrderId, Number, EnrolmentId) = (orderId, number, learner.Enrolment.Id);
        Describe(learner);
    }

    public Guid OrderId { get; private init; }

    /// <summary>Place in the list, from 1.</summary>
    public int Number { get; private init; }

    public Guid EnrolmentId { get; private init; }

    /// <summary>Family name, given name, patronymic.</summary>
    [PersonalData]
    public string FullName { get; private set; } = null!;

    /// <summary>Short name of the organisation that sends the learner.</summary>
    public string Organisation { get; private set; } = null!;

    /// <summary>The learner's position there; null: not known.</summary>
    public string? Position { get; private set; }

    /// <summary>Which arrival of the learner is meant: he may come back after he has left.</summary>
    public int Arrival { get; private set; }

    /// <summary>State before the signature; null: not signed.</summary>
    public EnrolmentState? StateBefore { get; private set; }

    public EnrolmentState? StateAfter { get; private set; }

    public bool HasMoved => StateBefore != StateAfter;

    Guid IPart.RootId => OrderId;

    internal void Sign(OrderedLearner learner, EnrolmentState before)
    {
        Describe(learner);
        (StateBefore, StateAfter) = (before, learner.Enrolment.State);
    }

    private void Describe(OrderedLearner learner)
    {
        (FullName, Organisation, Position) = (learner.FullName, learner.Organisation, learner.Position);
        Arrival = learner.Enrolment.Arrival;
    }
}
