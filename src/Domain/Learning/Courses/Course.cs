using MethodCenter.Domain.Common.Norms;
using MethodCenter.Domain.Learning.Programmes;

namespace MethodCenter.Domain.Learning.Courses;

/// <summary>Курс: one delivery of a programme. «Register a course» creates it.</summary>
/// <remarks>
/// Keeps the count of taken seats and of people waiting itself, so that an enrolment is decided without reading the
/// other enrolments. The count is right because enrolments of one course are decided one after another: the caller
/// holds the course's row (<c>HoldCourseAsync</c>). Who may take a seat is decided in the area Enrolments.
/// </remarks>
public sealed class Course : AggregateRoot, IHeld
{
    public const int SiteMaxLength = 200;
    public const int MostCapacity = 5000;
    public const int ReasonMaxLength = 500;

    private Course() { }

    /// <summary>Number of the course within the academic year, given in order of registration, without gaps.</summary>
    public int Number { get; private init; }

    public Guid ProgrammeId { get; private init; }

    /// <summary>Title of the programme on the day of registration: a later change of it does not rename the course.</summary>
    public string Title { get; private init; } = null!;

    public string TitleKey { get; private init; } = null!;

    public ProgrammeLine Line { get; private init; }

    public int Hours { get; private init; }

    /// <summary>Edition of the programme by which it is taught: the one in force on the day of registration.</summary>
    public int ProgrammeEdition { get; private init; }

    /// <summary>First calendar year of the academic year.</summary>
    public AcademicYear AcademicYear { get; private init; }

    public CourseSeason Season { get; private set; }

    public DateOnly StartsOn { get; private set; }

    public DateOnly EndsOn { get; private set; }

    public StudyForm Form { get; private set; }

    /// <summary>Площадка: where lessons are held; null for a course without a site of its own.</summary>
    public string? Site { get; private set; }

    public FundingBlock Funding { get; private set; } = null!;

    public int Capacity { get; private set; }

    public CourseStatus Status { get; private set; } = CourseStatus.Registered;

    /// <summary>Why it was cancelled.</summary>
    [PersonalData]
    public string? CancellationReason { get; private set; }

    /// <summary>Seats taken: enrolled or, later, completed.</summary>
    public int SeatsTaken { get; private set; }

    /// <summary>People on the waiting list.</summary>
    public int Waiting { get; private set; }

    /// <summary>Of these, people who wait with a team: who comes behind them takes no seat before them.</summary>
    public int WaitingInTeams { get; private set; }

    /// <summary>Number of the last arrival, enrolled or waiting; decides the order of the waiting list.</summary>
    public int LastArrival { get; private set; }

    public int SeatsFree => Math.Max(0, Capacity - SeatsTaken);

    /// <summary>Registers a delivery of an active programme.</summary>
    public static Result<Course> Register(
        Programme programme,
        AcademicYear year,
        int number,
        CoursePlan plan,
        NormSet norms
    )
    {
        if (programme.Status == ProgrammeStatus.Retired)
        {
            return CourseErrors.ProgrammeRetired;
        }

        if (programme.Status != ProgrammeStatus.Active)
        {
            return CourseErrors.ProgrammeNotApproved;
        }

        var course = new Course
        {
            Number = number,
            ProgrammeId = programme.Id,
            Title = programme.Title,
            TitleKey = programme.TitleKey,
            Line = programme.Line,
            Hours = programme.Hours,
            ProgrammeEdition = programme.Edition,
            AcademicYear = year,
        };
        var planned = course.Plan(plan, norms);
        if (planned.Refused)
        {
            return planned.Error;
        }

        course.Raise(new CourseRegistered(course.Id, programme.Id, year.ToString(), number));
        return Result<Course>.Accept(course, planned.Warnings);
    }

    /// <summary>
    /// Changes dates, place, form, funding or capacity: not below the seats taken or the largest team that waits, nor past the
    /// lessons planned.
    /// </summary>
    /// <param name="plan">The new plan.</param>
    /// <param name="norms">The norms of the centre.</param>
    /// <param name="lessons">The lessons that are still to be held, where the plan may leave one outside.</param>
    /// <param name="largestTeam">Members of the largest team that waits; 0: none does.</param>
    public Result<Nothing> ChangePlan(CoursePlan plan, NormSet norms, LessonSpan? lessons = null, int largestTeam = 0)
    {
        if (Status is CourseStatus.Completed or CourseStatus.Cancelled)
        {
            return CourseErrors.WrongStatus(Status);
        }

        if (plan.Capacity < SeatsTaken)
        {
            return CourseErrors.CapacityBelowTaken(SeatsTaken);
        }

        if (plan.Capacity < largestTeam)
        {
            return CourseErrors.CapacityBelowTeam(largestTeam);
        }

        if (lessons?.Refuse(plan) is { } outside)
        {
            return outside;
        }

        // Learners belong to a half-year; a season without it would leave them in a column that the course does not have.
        if (plan.Season != Season && plan.Season != CourseSeason.AutumnAndSpring && SeatsTaken + Waiting > 0)
        {
            return CourseErrors.SeasonTaken;
        }

        return Plan(plan, norms);
    }

    public Result<Nothing> OpenRegistration() =>
        Move(CourseStatus.RegistrationOpen, CourseStatus.Registered, CourseStatus.RegistrationClosed);

    public Result<Nothing> CloseRegistration() => Move(CourseStatus.RegistrationClosed, CourseStatus.RegistrationOpen);

    /// <summary>Completes the course, and everyone enrolled with it; not over a protocol by which some have not passed (DPO-5).</summary>
    public Result<Nothing> Complete(DateOnly today, CourseOutcome outcome)
    {
        if (today < EndsOn)
        {
            return CourseErrors.NotYetEnded(EndsOn);
        }

        if (outcome.Refuse(SeatsTaken) is { } refusal)
        {
            return refusal;
        }

        var moved = Move(CourseStatus.Completed, CourseStatus.RegistrationOpen, CourseStatus.RegistrationClosed);
        if (!moved.Refused)
        {
            (Waiting, WaitingInTeams) = (0, 0);
            Raise(new CourseCompleted(Id));
        }

        return moved.Warn([.. outcome.Doubts(Hours)]);
    }

    /// <summary>Cancels the course; not where learners have completed it already, by an order.</summary>
    public Result<Nothing> Cancel(string reason, int completed = 0)
    {
        CourseStatus[] from = [CourseStatus.Registered, CourseStatus.RegistrationOpen, CourseStatus.RegistrationClosed];
        if (completed > 0 && from.Contains(Status))
        {
            return CourseErrors.LearnersCompleted(completed);
        }

        var moved = Move(CourseStatus.Cancelled, from);
        if (!moved.Refused)
        {
            (CancellationReason, SeatsTaken, Waiting, WaitingInTeams) = (reason, 0, 0, 0);
            Raise(new CourseCancelled(Id));
        }

        return moved;
    }

    /// <summary>Someone arrives, on a seat or at the end of the waiting list.</summary>
    /// <returns>The number of the arrival, from 1.</returns>
    internal int Arrive(bool seated, bool inTeam)
    {
        if (seated)
        {
            SeatsTaken++;
        }
        else
        {
            Wait(1, inTeam);
        }

        return ++LastArrival;
    }

    /// <summary>Someone leaves his seat, or the waiting list.</summary>
    internal void Leave(bool seated, bool inTeam)
    {
        if (seated)
        {
            SeatsTaken--;
        }
        else
        {
            Wait(-1, inTeam);
        }
    }

    /// <summary>Someone comes back to the seat that he had left.</summary>
    internal void Return() => SeatsTaken++;

    /// <summary>The next of the waiting list gets a free seat.</summary>
    internal void Promote(bool inTeam)
    {
        SeatsTaken++;
        Wait(-1, inTeam);
    }

    private void Wait(int more, bool inTeam) =>
        (Waiting, WaitingInTeams) = (Waiting + more, inTeam ? WaitingInTeams + more : WaitingInTeams);

    internal void Announce(IDomainEvent domainEvent) => Raise(domainEvent);

    private Result<Nothing> Plan(CoursePlan plan, NormSet norms)
    {
        if (plan.RefuseDays(AcademicYear) is { } refusal)
        {
            return refusal;
        }

        (Season, StartsOn, EndsOn, Form) = (plan.Season, plan.StartsOn, plan.EndsOn, plan.Form);
        (Site, Funding, Capacity) = (plan.Site, plan.Funding, plan.Capacity);
        var norm = CourseNorms.GroupSize(Line, plan.StartsOn, norms);
        return norm.AsWholeNumber() is { } size && plan.Capacity > size
            ? Nothing.Done.Warn(CourseErrors.GroupAboveNorm(plan.Capacity, size, norm.ToRule()))
            : Nothing.Done;
    }

    private Result<Nothing> Move(CourseStatus to, params ReadOnlySpan<CourseStatus> from)
    {
        if (!from.Contains(Status))
        {
            return CourseErrors.WrongStatus(Status);
        }

        Status = to;
        return Nothing.Done;
    }
}
