namespace MethodCenter.Domain.Learning.Applications;

public static class ApplicationErrors
{
    public static readonly Error NotFound = Error.NotFound("application.not-found");

    /// <summary>One application for a programme in a campaign.</summary>
    public static readonly Error AlreadyApplied = Error.Conflict("application.already-applied").At("/employeeId");

    public static readonly Error CourseMissing = Error.Unprocessable("application.course-missing").At("/courseId");

    public static readonly Error CourseOfOutsideProvider = Error
        .Unprocessable("application.course-of-outside-provider")
        .At("/courseId");

    public static readonly Error SubjectMissing = Error.Unprocessable("application.subject-missing").At("/programmeId");

    public static readonly Error InFuture = Error.Unprocessable("application.in-future").At("/on");

    /// <summary>Only the centre enters what came on paper.</summary>
    public static readonly Error Backdated = Error.Unprocessable("application.backdated").At("/on");

    public static readonly Error OtherProgramme = Error.Unprocessable("application.other-programme").At("/courseId");

    /// <summary>The programme names its audience, and none of his positions is in it.</summary>
    public static readonly Error WrongAudience = Error
        .Unprocessable("application.wrong-audience")
        .At("/employeeId")
        .By(new RuleReference("KRS-27", "Дополнительная профессиональная программа: целевая аудитория"));

    public static readonly Error OwnCoursesNeedNoReferral = Error.Conflict("application.own-courses-need-no-referral");

    public static readonly Error OutsideNotApproved = Error.Conflict("application.outside-not-approved");

    public static readonly Error SameCourse = Error.Unprocessable("application.same-course").At("/courseId");

    public static Error CampaignClosed(DateOnly from, DateOnly to) =>
        Error.Conflict("application.campaign-closed").With("from", from).With("to", to);

    /// <summary>A person who has been trained has used the quota for good.</summary>
    public static readonly Error LearnerCompleted = Error.Conflict("application.learner-completed");

    public static Error WrongState(ApplicationState state) =>
        Error.Conflict("application.wrong-state").With("state", state);

    public static Error NoQuotaLeft(int limit) => Error.Conflict("application.no-quota-left").With("limit", limit);

    public static Error AlreadyTrained(DateOnly on, RuleReference? rule)
    {
        var error = Error.Unprocessable("application.already-trained").With("on", on).At("/employeeId");
        return rule is null ? error : error.By(rule);
    }

    public static Error AlreadyOnCourse(int course) =>
        Error.Conflict("application.already-on-course").With("course", course).At("/employeeId");

    public static Error Overlap(int course) =>
        Error.Conflict("application.overlap").With("course", course).At("/employeeId");

    /// <summary>Decisions are made by requests of their own, not by a cell of a table.</summary>
    public static Error StateNotByFile(ApplicationState state) =>
        Error.Unprocessable("application.state-not-by-file").With("state", state).At("/state");

    /// <summary>What came out differs from what the row says.</summary>
    public static Warning OtherState(ApplicationState state) =>
        new Warning("application.other-state").With("state", state);

    public static Warning WaitsForSeat(int capacity, int arrival) =>
        new Warning("application.waits-for-seat").With("capacity", capacity).With("arrival", arrival);

    /// <summary>Seats are free, but a team waits for more of them, and nobody passes it.</summary>
    public static Warning WaitsBehindTeam(int seatsFree, int arrival) =>
        new Warning("application.waits-behind-team").With("seatsFree", seatsFree).With("arrival", arrival);

    public static Warning WaitsForQuota(int limit, int arrival) =>
        new Warning("application.waits-for-quota").With("limit", limit).With("arrival", arrival);

    public static Error ReferralEndsBeforeStart(DateOnly startsOn) =>
        Error.Unprocessable("application.referral-term").With("startsOn", startsOn).At("/endsOn");
}
