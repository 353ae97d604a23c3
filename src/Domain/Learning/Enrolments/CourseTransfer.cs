using MethodCenter.Domain.Learning.Courses;

namespace MethodCenter.Domain.Learning.Enrolments;

/// <summary>Перевод слушателя: to the group of the other half-year, or to another course of the programme.</summary>
/// <remarks>The centre's own act: also after the registration has closed, and never past those who wait.</remarks>
public static class CourseTransfer
{
    /// <summary>Moves a learner to the other group of a course that runs in both half-years.</summary>
    public static Result<Nothing> ToGroup(Course course, Enrolment enrolment, HalfYear? halfYear, string reason)
    {
        if (halfYear is not { } other)
        {
            return EnrolmentErrors.HalfYearMismatch(course.Season);
        }

        if (Refuse(course, enrolment) is { } refusal)
        {
            return refusal;
        }

        if (course.Season != CourseSeason.AutumnAndSpring)
        {
            return EnrolmentErrors.HalfYearMismatch(course.Season);
        }

        if (enrolment.HalfYear == other)
        {
            return EnrolmentErrors.SameGroup;
        }

        enrolment.MoveTo(other, reason);
        course.Announce(new EmployeeTransferred(course.Id, enrolment.Id, enrolment.EmployeeId));
        return Nothing.Done;
    }

    /// <summary>Moves a learner to a free seat of another course.</summary>
    /// <param name="from">The course that he leaves.</param>
    /// <param name="to">The course to which he goes.</param>
    /// <param name="enrolment">His enrolment on the first.</param>
    /// <param name="halfYear">Half-year of his group on the second; needed only where it runs in both.</param>
    /// <param name="facts">What is on file of him and the second course.</param>
    /// <param name="reason">Why he is moved.</param>
    /// <param name="today">The day of the transfer.</param>
    /// <returns>The enrolment on the other course.</returns>
    public static Result<Enrolment> ToCourse(
        Course from,
        Course to,
        Enrolment enrolment,
        HalfYear? halfYear,
        TransferFacts facts,
        string reason,
        DateOnly today
    )
    {
        if (Refuse(from, enrolment) is { } refusal)
        {
            return refusal;
        }

        if (facts.ByApplication)
        {
            return EnrolmentErrors.TransferByApplication;
        }

        if (facts.TeachesCourse)
        {
            return EnrolmentErrors.TeachesCourse.At("/courseId");
        }

        if (to.ProgrammeId != from.ProgrammeId)
        {
            return EnrolmentErrors.OtherProgramme;
        }

        var taken = to.TakeIn(
            new SentEmployee(enrolment.EmployeeId, enrolment.OrganisationId, today)
            {
                Funding = enrolment.FundingSource is { } source
                    ? new FundingBlock(source, enrolment.FundingReference)
                    : null,
            },
            halfYear,
            new EnrolmentFacts { Previous = facts.Previous }
        );
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

/// <summary>What is on file of a learner who is to be moved to another course.</summary>
public sealed record TransferFacts
{
    /// <summary>His earlier enrolment on the other course, when there was one.</summary>
    public Enrolment? Previous { get; init; }

    /// <summary>His seat stems from an application: it moves together with its quota.</summary>
    public bool ByApplication { get; init; }

    /// <summary>He gives lessons of the other course.</summary>
    public bool TeachesCourse { get; init; }
}
