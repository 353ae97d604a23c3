using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;

namespace MethodCenter.Domain.Learning.Orders;

/// <summary>What an order must agree with before it is drafted, and again before it is signed.</summary>
internal static class OrderChecks
{
    /// <summary>
    /// Nobody can stand on a course whose recruitment has never begun, and a cancelled one has no learners.
    /// </summary>
    public static Error? Admit(Course course) =>
        course.Status is CourseStatus.Registered or CourseStatus.Cancelled
            ? CourseErrors.WrongStatus(course.Status)
            : null;

    public static Error? CheckDate(OrderKind kind, DateOnly date, Course course) =>
        kind switch
        {
            OrderKind.Enrolment when date > course.EndsOn => OrderErrors.AfterCourse(course.EndsOn),
            OrderKind.Completion when date < course.EndsOn => OrderErrors.BeforeEnd(course.EndsOn),
            _ => null,
        };

    public static Error? CheckLeaving(OrderDraft draft, Course course) =>
        draft switch
        {
            { Kind: not OrderKind.Expulsion, LeavesOn: null, Reason: null } => null,
            { Kind: not OrderKind.Expulsion, LeavesOn: not null } => OrderErrors.NobodyExpelled.At("/leavesOn"),
            { Kind: not OrderKind.Expulsion } => OrderErrors.NobodyExpelled.At("/reason"),
            { LeavesOn: { } day } when day > course.EndsOn => OrderErrors.LeavesAfterCourse(course.EndsOn),
            _ => null,
        };

    public static Error? CheckLearner(OrderKind kind, DateOnly date, Enrolment enrolment, int line)
    {
        var fits =
            enrolment.State == EnrolmentState.Enrolled
            || (enrolment.State == EnrolmentState.Completed && kind != OrderKind.Expulsion);
        if (!fits)
        {
            return OrderErrors.NoSeat(line, enrolment.State);
        }

        return kind == OrderKind.Expulsion && enrolment.EnrolledOn > date
            ? OrderErrors.BeforeEnrolment(line, enrolment.EnrolledOn.Value)
            : null;
    }

    /// <summary>The list of a draft, line by line.</summary>
    public static Error? CheckList(OrderDraft draft, IReadOnlyList<OrderedLearner> learners)
    {
        if (learners.Count == 0)
        {
            return OrderErrors.NobodyListed;
        }

        var day = draft.LeavesOn ?? draft.Date;
        return learners
            .Select(
                (learner, place) =>
                    CheckLearner(draft.Kind, day, learner.Enrolment, place + 1)?.At($"/enrolmentIds/{place}")
            )
            .FirstOrDefault(error => error is not null);
    }
}
