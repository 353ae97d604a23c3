using MethodCenter.Domain.Learning.Courses;

namespace MethodCenter.Domain.Learning.Enrolments;

public static class EnrolmentErrors
{
    public static readonly Error NotFound = Error.NotFound("enrolment.not-found");

    public static readonly Error AlreadyEnrolled = Error.Conflict("enrolment.already-enrolled").At("/employeeId");

    /// <summary>Nobody learns on the course that he teaches.</summary>
    public static readonly Error TeachesCourse = Error.Conflict("enrolment.teaches-course");

    public static readonly Error InFuture = Error.Unprocessable("enrolment.in-future").At("/on");

    public static readonly Error WithdrawalInFuture = Error.Unprocessable("enrolment.withdrawal-in-future").At("/on");

    public static Error WithdrawalBeforeArrival(DateOnly arrivedOn) =>
        Error.Unprocessable("enrolment.withdrawal-before-arrival").With("arrivedOn", arrivedOn).At("/on");

    /// <summary>Nobody leaves a seat before he holds it.</summary>
    public static Error WithdrawalBeforeSeat(DateOnly enrolledOn) =>
        Error.Unprocessable("enrolment.withdrawal-before-seat").With("enrolledOn", enrolledOn).At("/on");

    /// <summary>A learner who was at a lesson had not left by then.</summary>
    public static Error AttendedAfter(DateOnly attendedOn) =>
        Error.Conflict("enrolment.attended-after").With("attendedOn", attendedOn).At("/on");

    /// <summary>The federal register has been told of another source of money.</summary>
    public static readonly Warning FundingDelivered = new("enrolment.funding-delivered");

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

    /// <summary>Recruitment that has not begun or was closed can be opened; that of a course that has ended can not.</summary>
    public static Error RegistrationNotOpen(CourseStatus status) =>
        Error
            .Conflict(
                status is CourseStatus.RegistrationClosed
                    ? "enrolment.registration-closed"
                    : "enrolment.registration-not-open"
            )
            .With("status", status);

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

    /// <summary>Who works for the network is sent by his place of work; who does not, by an organisation outside the territory.</summary>
    public static readonly Error NotFromOutside = Error
        .Unprocessable("enrolment.not-from-outside")
        .At("/organisationId");

    public static Error NotEmployed(DateOnly on) =>
        Error.Unprocessable("enrolment.not-employed").With("on", on).At("/employeeId");
}
