using MethodCenter.Domain.Learning.Enrolments;

namespace MethodCenter.Domain.Learning.Courses;

/// <summary>Перевод слушателя: to the group of the other half-year, or to another course of the programme.</summary>
/// <remarks>The centre's own act: also after the registration has closed, and never past those who wait.</remarks>
public static class CourseTransfer
{
    /// <summary>Moves a learner to the other group of a course that runs in both half-years.</summary>
    public static Result<Nothing> ToGroup(Course course, Enrolment enrolment, HalfYear halfYear, string reason)
    {
        if (Refuse(course, enrolment) is { } refusal)
        {
            return refusal;
        }

        if (course.Season != CourseSeason.AutumnAndSpring)
        {
            return EnrolmentErrors.HalfYearMismatch(course.Season);
        }

        if (enrolment.HalfYear == halfYear)
        {
            return EnrolmentErrors.SameGroup;
        }

        enrolment.MoveTo(halfYear, reason);
        course.Announce(new EmployeeTransferred(course.Id, enrolment.Id, enrolment.EmployeeId));
        return Nothing.Done;
    }

    /// <summary>Moves a learner to a free seat of another course.</summary>
    /// <param name="previous">The learner's earlier enrolment on the other course, when there was one.</param>
    /// <returns>The enrolment on the other course.</returns>
    public static Result<Enrolment> ToCourse(
        Course from,
        Course to,
        Enrolment enrolment,
        HalfYear? halfYear,
        Enrolment? previous,
        string reason,
        DateOnly today
    )
    {
        if (Refuse(from, enrolment) is { } refusal)
        {
            return refusal;
        }

        if (to.ProgrammeId != from.ProgrammeId)
        {
            return EnrolmentErrors.OtherProgramme;
        }

        var taken = to.TakeIn(enrolment.EmployeeId, enrolment.OrganisationId, halfYear, previous, today);
        if (taken.Refused)
        {
            return taken;
        }

        var left = from.Withdraw(enrolment, reason, today);
        return left.Refused ? left.Error : taken;
    }

    private static Error? Refuse(Course course, Enrolment enrolment) =>
        course.Status is CourseStatus.Completed or CourseStatus.Cancelled ? CourseErrors.WrongStatus(course.Status)
        : enrolment.State != EnrolmentState.Enrolled ? EnrolmentErrors.NotActive(enrolment.State)
        : null;
}
