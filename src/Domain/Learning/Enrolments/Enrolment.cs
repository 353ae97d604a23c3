using MethodCenter.Domain.Learning.Courses;

namespace MethodCenter.Domain.Learning.Enrolments;

/// <summary>State of an enrolment.</summary>
public enum EnrolmentState
{
    /// <summary>Enrolled: holds a seat.</summary>
    Enrolled,

    /// <summary>On the waiting list.</summary>
    Waiting,

    /// <summary>Expelled, or left of his or her own accord.</summary>
    Withdrawn,

    /// <summary>Completed the training.</summary>
    Completed,

    /// <summary>The course was cancelled.</summary>
    Cancelled,
}

/// <summary>Зачисление: an employee on a course or on its waiting list. One per employee and course.</summary>
/// <remarks>Decided by <see cref="CourseEnrolments"/>: only the course knows its seats.</remarks>
public sealed class Enrolment : AggregateRoot, IOrganisationOwned
{
    private Enrolment() { }

    public Guid CourseId { get; private init; }

    public Guid EmployeeId { get; private init; }

    /// <summary>The learner's place of work on the day of enrolment.</summary>
    public Guid OrganisationId { get; private set; }

    /// <summary>The team with which the learner was sent; null: he was sent alone.</summary>
    public Guid? TeamId { get; private set; }

    public EnrolmentState State { get; private set; }

    /// <summary>Half-year in which the learner's group studies.</summary>
    public HalfYear HalfYear { get; private set; }

    /// <summary>Order of arrival on the course, from 1; a return after a withdrawal arrives anew.</summary>
    public int Arrival { get; private set; }

    public DateOnly ArrivedOn { get; private set; }

    /// <summary>Day from which the learner holds a seat; null: on the waiting list.</summary>
    public DateOnly? EnrolledOn { get; private set; }

    /// <summary>Who pays for this learner; null: whoever pays for the course.</summary>
    public FundingSource? FundingSource { get; private set; }

    /// <summary>Register or contract of the source.</summary>
    public string? FundingReference { get; private set; }

    public DateOnly? WithdrawnOn { get; private set; }

    [PersonalData]
    public string? WithdrawalReason { get; private set; }

    /// <summary>
    /// Why the learner was moved to the group of the other half-year; null: still in the original group.
    /// </summary>
    [PersonalData]
    public string? TransferReason { get; private set; }

    public bool IsActive => State is EnrolmentState.Enrolled or EnrolmentState.Waiting or EnrolmentState.Completed;

    internal static Enrolment Arrive(Guid courseId, Guid employeeId, EnrolmentArrival arrival) =>
        new Enrolment { CourseId = courseId, EmployeeId = employeeId }.ArriveAgain(arrival);

    internal Enrolment ArriveAgain(EnrolmentArrival arrival)
    {
        (OrganisationId, HalfYear, Arrival) = (arrival.OrganisationId, arrival.HalfYear, arrival.Number);
        (ArrivedOn, TeamId) = (arrival.Day, arrival.TeamId);
        State = arrival.Seated ? EnrolmentState.Enrolled : EnrolmentState.Waiting;
        EnrolledOn = arrival.Seated ? arrival.Day : null;
        (WithdrawnOn, WithdrawalReason, TransferReason) = (null, null, null);
        PaidBy(arrival.Funding);
        return this;
    }

    internal Result<Nothing> Withdraw(string? reason, DateOnly day)
    {
        if (State is not (EnrolmentState.Enrolled or EnrolmentState.Waiting))
        {
            return EnrolmentErrors.NotActive(State);
        }

        (State, WithdrawnOn, WithdrawalReason) = (EnrolmentState.Withdrawn, day, reason);
        return Nothing.Done;
    }

    /// <summary>Says who pays for this learner: one who pays himself in a group of the state assignment.</summary>
    /// <param name="funding">Null: whoever pays for the course.</param>
    /// <param name="isDelivered">A document of this enrolment went to the federal register, which was told who paid.</param>
    public Result<Nothing> Fund(FundingBlock? funding, bool isDelivered)
    {
        if (!IsActive)
        {
            return EnrolmentErrors.NotActive(State);
        }

        var changes = (funding?.Source, funding?.Reference) != (FundingSource, FundingReference);
        PaidBy(funding);
        return changes && isDelivered ? Nothing.Done.Warn(EnrolmentErrors.FundingDelivered) : Nothing.Done;
    }

    private void PaidBy(FundingBlock? funding) =>
        (FundingSource, FundingReference) = (funding?.Source, funding?.Reference);

    /// <summary>The block that pays for this learner.</summary>
    public FundingBlock PaidFrom(FundingBlock course) => course.ForLearner(FundingSource, FundingReference);

    internal void MoveTo(HalfYear halfYear, string reason) => (HalfYear, TransferReason) = (halfYear, reason);

    internal Result<Nothing> Complete()
    {
        if (State != EnrolmentState.Enrolled)
        {
            return EnrolmentErrors.NotActive(State);
        }

        State = EnrolmentState.Completed;
        return Nothing.Done;
    }

    /// <summary>Takes back the end of the learning: a learner who never held a seat has none to return to.</summary>
    internal Result<Nothing> Reinstate()
    {
        if (EnrolledOn is null || State is not (EnrolmentState.Completed or EnrolmentState.Withdrawn))
        {
            return EnrolmentErrors.NotActive(State);
        }

        (State, WithdrawnOn, WithdrawalReason) = (EnrolmentState.Enrolled, null, null);
        return Nothing.Done;
    }

    internal void Promote(DateOnly today) => (State, EnrolledOn) = (EnrolmentState.Enrolled, today);
}

/// <summary>How a learner arrived.</summary>
internal readonly record struct EnrolmentArrival(
    Guid OrganisationId,
    HalfYear HalfYear,
    int Number,
    DateOnly Day,
    bool Seated,
    FundingBlock? Funding,
    Guid? TeamId
);
