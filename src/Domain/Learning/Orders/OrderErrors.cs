using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;

namespace MethodCenter.Domain.Learning.Orders;

/// <summary>Refusals of orders.</summary>
public static class OrderErrors
{
    private static readonly RuleReference LifeCycle = new(
        "DPO-6",
        "Заявка → приказ о зачислении → обучение → итоговая аттестация → приказ об отчислении → документ"
    );
    private static readonly RuleReference Outcome = new(
        "DPO-5",
        "Федеральный закон от 29.12.2012 № 273-ФЗ, ст. 60 ч. 12"
    );

    public static readonly Error NotFound = Error.NotFound("order.not-found");

    private static readonly RuleReference Form = new(
        "PAPER-1",
        "ГОСТ Р 7.0.97-2025: основание, пронумерованные пункты с исполнителем и сроком, контроль, подпись руководителя"
    );

    public static readonly Error NumberTaken = Error.Conflict("order.number-taken").At("/number");

    public static readonly Error NobodyListed = Error.Unprocessable("order.nobody-listed").At("/enrolmentIds");

    /// <summary>Whom the centre expels it says itself: «everyone» is never meant by silence.</summary>
    public static readonly Error ListMissing = Error.Unprocessable("order.list-missing").At("/enrolmentIds");

    public static readonly Error UnknownEnrolment = Error.Unprocessable("order.unknown-enrolment");

    public static readonly Error Twice = Error.Unprocessable("order.twice");

    /// <summary>A learner whom the cancellation brings back has since been given lessons of the course.</summary>
    public static readonly Error LearnerTeaches = Error.Conflict("order.learner-teaches");

    public static readonly Warning NoEnrolmentOrder = new Warning("order.no-enrolment-order").By(LifeCycle);

    public static readonly Warning NoProtocol = new Warning("order.no-protocol").By(LifeCycle);

    public static readonly Warning NoHead = new Warning("order.no-head").By(Form);

    public static readonly Warning NoReason = new Warning("order.no-reason").By(Form);

    public static Warning BeforeLast(string number, DateOnly date) =>
        new Warning("order.before-last").With("number", number).With("date", date).By(Form);

    /// <summary>Who studies is enrolled by then (DPO-6).</summary>
    public static Warning AfterFirstLesson(DateOnly firstLesson) =>
        new Warning("order.after-first-lesson").With("firstLesson", firstLesson).By(LifeCycle);

    /// <summary>Who stands in an order of the kind that is in force needs no second one.</summary>
    public static Warning LeftOut(int learners) => new Warning("order.left-out").With("learners", learners);

    /// <inheritdoc cref="LeftOut"/>
    public static Error AllOrdered(int learners) => Error.Conflict("order.all-ordered").With("learners", learners);

    public static readonly Error NobodyExpelled = Error.Unprocessable("order.nobody-expelled");

    public static Error LeavesAfterCourse(DateOnly endsOn) =>
        Error.Unprocessable("order.leaves-after-course").With("endsOn", endsOn).At("/leavesOn").By(LifeCycle);

    public static Error LeavesInFuture(DateOnly leavesOn, DateOnly today) =>
        Error.Conflict("order.leaves-in-future").With("leavesOn", leavesOn).With("today", today);

    public static Warning HoursNotGiven(int given, int hours) =>
        new Warning("order.hours-not-given").With("given", given).With("hours", hours).By(LifeCycle);

    public static Error WrongState(OrderState state) => Error.Conflict("order.wrong-state").With("state", state);

    public static Error InFuture(DateOnly today) => Error.Conflict("order.in-future").With("today", today);

    public static Error AfterCourse(DateOnly endsOn) =>
        Error.Unprocessable("order.after-course").With("endsOn", endsOn).At("/date").By(LifeCycle);

    public static Error BeforeEnd(DateOnly endsOn) =>
        Error.Unprocessable("order.before-end").With("endsOn", endsOn).At("/date").By(LifeCycle);

    public static Error BeforeProtocol(DateOnly protocolDate) =>
        Error.Conflict("order.before-protocol").With("protocolDate", protocolDate).By(LifeCycle);

    public static Error NotInProtocol(int line) =>
        Error.Conflict("order.not-in-protocol").With("line", line).By(Outcome);

    public static Error CompletedAgainstProtocol(int line) =>
        Error.Conflict("order.completed-against-protocol").With("line", line).By(Outcome);

    public static Error NoSeat(int line, EnrolmentState state) =>
        Error.Conflict("order.no-seat").With("line", line).With("state", state);

    public static Error BeforeEnrolment(int line, DateOnly enrolledOn) =>
        Error.Conflict("order.before-enrolment").With("line", line).With("enrolledOn", enrolledOn).By(LifeCycle);

    /// <summary>A learner who was at a lesson had not been expelled by then.</summary>
    public static Error BeforeAttendance(int line, DateOnly attendedOn) =>
        Error.Conflict("order.before-attendance").With("line", line).With("attendedOn", attendedOn).By(LifeCycle);

    public static Error AlreadyOrdered(int line) => Error.Conflict("order.already-ordered").With("line", line);

    public static Error CertificatesIssued(int certificates) =>
        Error.Conflict("order.certificates-issued").With("certificates", certificates).By(LifeCycle);

    public static Error LaterOrder(string number, DateOnly date) =>
        Error.Conflict("order.later-order").With("number", number).With("date", date).By(LifeCycle);

    public static Error CourseEnded(CourseStatus status) => Error.Conflict("order.course-ended").With("status", status);

    public static Error ChangedSince(int line) => Error.Conflict("order.changed-since").With("line", line);
}
