using MethodCenter.Domain.Common;
using MethodCenter.Domain.Learning.Courses;

namespace MethodCenter.Domain.Learning.Enrolments;

/// <summary>Состояние зачисления.</summary>
public enum EnrolmentState
{
    /// <summary>Зачислен: holds a seat.</summary>
    Enrolled,

    /// <summary>В листе ожидания.</summary>
    Waiting,

    /// <summary>Отчислен или снялся сам.</summary>
    Withdrawn,

    /// <summary>Завершил обучение.</summary>
    Completed,

    /// <summary>Курс отменён.</summary>
    Cancelled,
}

/// <summary>Зачисление: an employee on a course or on its waiting list. One per employee and course.</summary>
/// <remarks>Decided by <see cref="Course"/>: only the course knows its seats.</remarks>
public sealed class Enrolment : AggregateRoot, IOrganisationOwned
{
    private Enrolment() { }

    public Guid CourseId { get; private init; }

    public Guid EmployeeId { get; private init; }

    /// <summary>The learner's place of work on the day of enrolment.</summary>
    public Guid OrganisationId { get; private set; }

    public EnrolmentState State { get; private set; }

    /// <summary>Half-year in which the learner's group studies.</summary>
    public HalfYear HalfYear { get; private set; }

    /// <summary>Order of arrival on the course, from 1; a return after a withdrawal arrives anew.</summary>
    public int Arrival { get; private set; }

    public DateOnly ArrivedOn { get; private set; }

    /// <summary>Day from which the learner holds a seat; null: waits.</summary>
    public DateOnly? EnrolledOn { get; private set; }

    public DateOnly? WithdrawnOn { get; private set; }

    [PersonalData]
    public string? WithdrawalReason { get; private set; }

    /// <summary>Why he was moved to the group of the other half-year; null: he is in the group to which he came.</summary>
    [PersonalData]
    public string? TransferReason { get; private set; }

    public bool IsActive => State is EnrolmentState.Enrolled or EnrolmentState.Waiting or EnrolmentState.Completed;

    internal static Enrolment Arrive(Guid courseId, Guid employeeId, EnrolmentArrival arrival) =>
        new Enrolment { CourseId = courseId, EmployeeId = employeeId }.ArriveAgain(arrival);

    internal Enrolment ArriveAgain(EnrolmentArrival arrival)
    {
        (OrganisationId, HalfYear, Arrival) = (arrival.OrganisationId, arrival.HalfYear, arrival.Number);
        ArrivedOn = arrival.Day;
        State = arrival.Seated ? EnrolmentState.Enrolled : EnrolmentState.Waiting;
        EnrolledOn = arrival.Seated ? arrival.Day : null;
        (WithdrawnOn, WithdrawalReason, TransferReason) = (null, null, null);
        return this;
    }

    internal Result<Nothing> Withdraw(string? reason, DateOnly today)
    {
        if (State is not (EnrolmentState.Enrolled or EnrolmentState.Waiting))
        {
            return EnrolmentErrors.NotActive(State);
        }

        (State, WithdrawnOn, WithdrawalReason) = (EnrolmentState.Withdrawn, today, reason);
        return Nothing.Done;
    }

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

    /// <summary>Takes back the end of the learning: who never held a seat has none to return to.</summary>
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
    bool Seated
);

public static class EnrolmentErrors
{
    public static readonly Error NotFound = Error.NotFound("enrolment.not-found");

    public static readonly Error AlreadyEnrolled = Error.Conflict("enrolment.already-enrolled").At("/employeeId");

    /// <summary>Nobody learns on the course that he teaches.</summary>
    public static readonly Error TeachesCourse = Error.Conflict("enrolment.teaches-course");

    public static readonly Error InFuture = Error.Unprocessable("enrolment.in-future").At("/on");

    /// <summary>The seat that a learner had left was given to another one.</summary>
    public static readonly Error SeatGone = Error.Conflict("enrolment.seat-gone");

    /// <summary>A school that applies for quotas does not take seats past them.</summary>
    public static readonly Error ByApplication = Error.Conflict("enrolment.by-application");

    /// <summary>A file enrols; to end an enrolment needs a reason, and a seat is given by the order of arrival.</summary>
    public static Error StateNotByFile(EnrolmentState state) =>
        Error.Unprocessable("enrolment.state-not-by-file").With("state", state).At("/state");

    /// <summary>An enrolment that is on file is not changed: the learner is withdrawn and enrolled again.</summary>
    public static Error RecordedOtherwise(HalfYear halfYear, DateOnly on) =>
        Error.Conflict("enrolment.recorded-otherwise").With("halfYear", halfYear).With("on", on);

    /// <summary>What came out differs from what the row says.</summary>
    public static Warning OtherState(EnrolmentState state) => new Warning("enrolment.other-state").With("state", state);

    public static Error RegistrationNotOpen(CourseStatus status) =>
        Error.Conflict("enrolment.registration-not-open").With("status", status);

    public static Error CourseOver(DateOnly endsOn) => Error.Conflict("enrolment.course-over").With("endsOn", endsOn);

    public static Error HalfYearMismatch(CourseSeason season) =>
        Error.Unprocessable("enrolment.half-year-mismatch").With("season", season).At("/halfYear");

    /// <summary>A transfer is within a programme; another one needs an application of its own.</summary>
    public static readonly Error OtherProgramme = Error.Unprocessable("enrolment.other-programme").At("/courseId");

    public static readonly Error SameGroup = Error.Unprocessable("enrolment.same-group").At("/halfYear");

    /// <summary>The seat stems from an application: it moves together with its quota.</summary>
    public static readonly Error TransferByApplication = Error.Conflict("enrolment.transfer-by-application");

    public static Error NoSeatToTransfer(int capacity, int waiting) =>
        Error.Conflict("enrolment.no-seat-to-transfer").With("capacity", capacity).With("waiting", waiting);

    public static Error NotActive(EnrolmentState state) => Error.Conflict("enrolment.not-active").With("state", state);

    public static Error NotEmployed(DateOnly on) =>
        Error.Unprocessable("enrolment.not-employed").With("on", on).At("/employeeId");
}
