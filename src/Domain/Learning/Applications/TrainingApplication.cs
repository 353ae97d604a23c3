using MethodCenter.Domain.Learning.Campaigns;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Learning.Quotas;

namespace MethodCenter.Domain.Learning.Applications;

/// <summary>Заявка: an organisation asks for the training of one of its employees (POL-22, SPB-11). Named so because
/// «Application» is a layer of this service.</summary>
/// <remarks>
/// What it asks for is a programme, and on the centre's own courses a course of it. A seat and a piece of the quota are
/// taken together or not at all; an application that lacks either waits in one line with the others, in order of
/// arrival.
/// </remarks>
public sealed class TrainingApplication : AggregateRoot, IOrganisationOwned
{
    public const int ReasonMaxLength = 500;
    public const int ReferralNumberMaxLength = 40;
    public const int ReferralTextMaxLength = 300;
    public const int PhoneMaxLength = 40;

    private TrainingApplication() { }

    public Guid CampaignId { get; private init; }

    public Guid ProgrammeId { get; private init; }

    /// <summary>Null: the course is not the centre's, or the centre has not chosen one yet.</summary>
    public Guid? CourseId { get; private set; }

    /// <summary>The organisation that applies: the employee's place of work on the day.</summary>
    public Guid OrganisationId { get; private init; }

    public Guid EmployeeId { get; private init; }

    /// <summary>Half-year of the learner's group; needed only where the course runs in both.</summary>
    public HalfYear? HalfYear { get; private init; }

    public DateOnly SubmittedOn { get; private init; }

    public ApplicationState State { get; private set; } = ApplicationState.Submitted;

    /// <summary>What a waiting application waits for.</summary>
    public ApplicationLack? Lacks { get; private set; }

    /// <summary>
    /// Place in the order of arrival on the course; null until it is on the course or its waiting list.
    /// </summary>
    public int? Arrival { get; private set; }

    public DateOnly? DecidedOn { get; private set; }

    /// <summary>Why it was refused or withdrawn. Free text, so it may name people.</summary>
    [PersonalData]
    public string? Reason { get; private set; }

    /// <summary>The seat, or the place on the waiting list.</summary>
    public Guid? EnrolmentId { get; private set; }

    /// <summary>The quota that it has used or waits for.</summary>
    public Guid? QuotaId { get; private set; }

    /// <summary>Number of the referral letter to an outside provider.</summary>
    public string? ReferralNumber { get; private set; }

    /// <summary>What the referral letter says besides; null: nothing.</summary>
    [PersonalData]
    public ReferralTerms? Referral { get; private set; }

    public bool IsActive => State is not (ApplicationState.Refused or ApplicationState.Withdrawn);

    private bool HoldsQuota => QuotaId is not null && State is ApplicationState.Approved or ApplicationState.Referred;

    /// <summary>The day of arrival: today, or a past one where the centre enters what came on paper.</summary>
    /// <param name="on">The day that was named.</param>
    /// <param name="byCentre">The centre enters it. A school could else apply after the end of a campaign.</param>
    /// <param name="today">The day of the entry.</param>
    public static Result<DateOnly> DayOf(DateOnly? on, bool byCentre, DateOnly today) =>
        on > today ? ApplicationErrors.InFuture
        : on < today && !byCentre ? ApplicationErrors.Backdated
        : Result<DateOnly>.Accept(on ?? today);

    /// <summary>A document goes to the outside provider with those whom the centre has referred there.</summary>
    public static Result<Nothing> HasLetter(ApplicationState state) =>
        state == ApplicationState.Referred ? Nothing.Done : ApplicationErrors.WrongState(state);

    /// <summary>
    /// Submits an application. Seats and quotas are decided after it, by <see cref="Decide"/> or <see cref="Refer"/>.
    /// </summary>
    public static Result<TrainingApplication> Submit(
        Campaign campaign,
        ApplicationSubject subject,
        ApplicantFacts facts,
        DateOnly today
    )
    {
        if (facts.CourseProgrammeId is { } taught && taught != subject.ProgrammeId)
        {
            return ApplicationErrors.OtherProgramme;
        }

        if (!campaign.IsOpenOn(today))
        {
            return ApplicationErrors.CampaignClosed(campaign.OpensOn, campaign.ClosesOn);
        }

        if (campaign.Provider is null && subject.CourseId is null && campaign.Decision == CampaignDecision.ByArrival)
        {
            return ApplicationErrors.CourseMissing;
        }

        if (campaign.Provider is not null && subject.CourseId is not null)
        {
            return ApplicationErrors.CourseOfOutsideProvider;
        }

        if (facts.Refusal is { } refusal)
        {
            return refusal;
        }

        var application = new TrainingApplication
        {
            CampaignId = campaign.Id,
            ProgrammeId = subject.ProgrammeId,
            CourseId = subject.CourseId,
            OrganisationId = subject.OrganisationId,
            EmployeeId = subject.EmployeeId,
            HalfYear = subject.HalfYear,
            SubmittedOn = today,
        };
        application.Raise(new ApplicationSubmitted(application.Id, campaign.Id, application.OrganisationId));
        return application;
    }

    /// <summary>
    /// Puts the employee on the course: a seat when the course and the quota have one left, else the waiting list.
    /// </summary>
    /// <param name="course">A course whose row the caller holds.</param>
    /// <param name="quota">The quota that decides, its row held.</param>
    /// <param name="facts">What is on file of the employee and the course.</param>
    /// <param name="today">The day of the decision.</param>
    public Result<Enrolment> Decide(Course course, HeldQuota quota, EnrolmentFacts facts, DateOnly today)
    {
        if (quota.Outside)
        {
            return ApplicationErrors.OutsideNotApproved;
        }

        if (State != ApplicationState.Submitted)
        {
            return ApplicationErrors.WrongState(State);
        }

        if (course.ProgrammeId != ProgrammeId)
        {
            return ApplicationErrors.OtherProgramme;
        }

        var (row, allowed) = (quota.Row, quota.HasLeft);
        var enrolled = course.Enrol(new SentEmployee(EmployeeId, OrganisationId, today), HalfYear, facts, allowed);
        if (!enrolled.Succeeded(out var enrolment, out var error))
        {
            return error;
        }

        (CourseId, EnrolmentId, Arrival, QuotaId) = (course.Id, enrolment.Id, enrolment.Arrival, row?.Id);
        DecidedOn = today;
        if (enrolment.State == EnrolmentState.Enrolled)
        {
            row?.Take();
            (State, Lacks) = (ApplicationState.Approved, null);
            return enrolment;
        }

        State = ApplicationState.Waiting;
        Lacks = allowed ? ApplicationLack.Seat : ApplicationLack.Quota;
        return enrolled.Warn(
            !allowed ? ApplicationErrors.WaitsForQuota(row?.Limit ?? 0, enrolment.Arrival)
            : course.SeatsFree > 0 ? ApplicationErrors.WaitsBehindTeam(course.SeatsFree, enrolment.Arrival)
            : ApplicationErrors.WaitsForSeat(course.Capacity, enrolment.Arrival)
        );
    }

    /// <summary>The course on which it is decided: the one that the centre names, else the one applied for.</summary>
    /// <param name="named">The course that the centre names.</param>
    /// <param name="outside">The campaign is for an outside provider, to whom people are referred.</param>
    public Result<Guid> ChooseCourse(Guid? named, bool outside) =>
        (named ?? CourseId) is { } course ? Result<Guid>.Accept(course)
        : outside ? ApplicationErrors.OutsideNotApproved
        : ApplicationErrors.CourseMissing;

    /// <summary>Frees the seat, or the place on the waiting list.</summary>
    /// <param name="course">The course on which it is; null: on none.</param>
    /// <param name="enrolment">The seat or place; null: none.</param>
    /// <param name="reason">Why.</param>
    /// <param name="next">The course to which the employee goes instead; null: to none.</param>
    /// <param name="today">The day.</param>
    public Result<Nothing> Leave(Course? course, Enrolment? enrolment, string? reason, Guid? next, DateOnly today)
    {
        if (next is not null && next == CourseId)
        {
            return ApplicationErrors.SameCourse;
        }

        if (enrolment?.State == EnrolmentState.Completed)
        {
            return ApplicationErrors.LearnerCompleted;
        }

        return course is not null && enrolment?.State is EnrolmentState.Enrolled or EnrolmentState.Waiting
            ? course.Withdraw(enrolment, reason, today)
            : Nothing.Done;
    }

    /// <summary>The employee got a seat off the waiting list.</summary>
    public void Promote(Quota? quota, DateOnly today)
    {
        quota?.Take();
        (State, Lacks, DecidedOn) = (ApplicationState.Approved, null, today);

        // Not always the one for which it waited: a quota may have been set since.
        QuotaId = quota?.Id;
    }

    /// <summary>Refers the employee to an outside provider.</summary>
    public Result<Nothing> Refer(
        Campaign campaign,
        Quota? quota,
        string referralNumber,
        DateOnly today,
        ReferralTerms? terms = null
    )
    {
        if (terms is { StartsOn: { } first, EndsOn: { } last } && last < first)
        {
            return ApplicationErrors.ReferralEndsBeforeStart(first);
        }

        if (campaign.Provider is null)
        {
            return ApplicationErrors.OwnCoursesNeedNoReferral;
        }

        if (State != ApplicationState.Submitted)
        {
            return ApplicationErrors.WrongState(State);
        }

        if (campaign.ByQuota && quota is not { HasLeft: true })
        {
            return ApplicationErrors.NoQuotaLeft(quota?.Limit ?? 0);
        }

        quota?.Take();
        (State, QuotaId, ReferralNumber, DecidedOn) = (ApplicationState.Referred, quota?.Id, referralNumber, today);
        Referral = terms;
        return Nothing.Done;
    }

    /// <summary>Refuses an application that has not been decided.</summary>
    public Result<Nothing> Refuse(string reason, DateOnly today)
    {
        if (State != ApplicationState.Submitted)
        {
            return ApplicationErrors.WrongState(State);
        }

        (State, Reason, DecidedOn) = (ApplicationState.Refused, reason, today);
        return Nothing.Done;
    }

    /// <summary>Takes an application back. Its seat or place is taken from the course by the caller.</summary>
    public Result<Nothing> Withdraw(Quota? quota, string? reason)
    {
        if (!IsActive)
        {
            return ApplicationErrors.WrongState(State);
        }

        Free(quota);
        (State, Lacks, Reason) = (ApplicationState.Withdrawn, null, reason);
        return Nothing.Done;
    }

    /// <summary>Takes back a withdrawal: the learner has his seat again, and the quota is used again.</summary>
    public Result<Nothing> Reinstate(Quota? quota)
    {
        if (State != ApplicationState.Withdrawn || EnrolmentId is null)
        {
            return ApplicationErrors.WrongState(State);
        }

        if (quota is { HasLeft: false })
        {
            return ApplicationErrors.NoQuotaLeft(quota.Limit);
        }

        quota?.Take();
        (State, Reason) = (ApplicationState.Approved, null);
        return Nothing.Done;
    }

    /// <summary>Makes it undecided again: the course was cancelled, or the employee is to go to the next one.</summary>
    public Result<Nothing> Return(Quota? quota)
    {
        if (State is not (ApplicationState.Waiting or ApplicationState.Approved or ApplicationState.Submitted))
        {
            return ApplicationErrors.WrongState(State);
        }

        Free(quota);
        (State, Lacks, DecidedOn, EnrolmentId) = (ApplicationState.Submitted, null, null, null);
        (Arrival, QuotaId, CourseId) = (null, null, null);
        return Nothing.Done;
    }

    private void Free(Quota? quota)
    {
        if (HoldsQuota)
        {
            quota?.Release();
        }
    }
}

/// <summary>An organisation has applied.</summary>
public sealed record ApplicationSubmitted(Guid SubjectId, Guid CampaignId, Guid OrganisationId) : IDomainEvent;
