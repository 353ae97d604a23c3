using MethodCenter.Domain.Learning.Applications;
using MethodCenter.Domain.Learning.Campaigns;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Learning.Quotas;
using MethodCenter.Domain.Tests.Learning.Enrolments;
using MethodCenter.Domain.Tests.Learning.Quotas;
using MethodCenter.Domain.Tests.Teaching.Timetables;

namespace MethodCenter.Domain.Tests.Learning.Applications;

/// <summary>What becomes of an application once it is submitted.</summary>
public sealed class ApplicationDecisionTests
{
    private static readonly DateOnly Today = new(2019, 10, 1);
    private static readonly Guid Organisation = Guid.NewGuid();
    private readonly Programme _programme = School.Programme();
    private readonly Campaign _own = Register(null);
    private readonly Campaign _outside = Register("АППО");

    [Fact]
    public void It_is_decided_once()
    {
        var course = Course();
        var application = Submit();
        Decide(application, course).Value.State.ShouldBe(EnrolmentState.Enrolled);

        Decide(application, course).Error!.Code.ShouldBe("application.wrong-state");
        course.SeatsTaken.ShouldBe(1);
    }

    [Fact]
    public void Only_a_course_of_its_programme_is_given() =>
        Decide(Submit(), School.Course()).Error.ShouldBe(ApplicationErrors.OtherProgramme);

    [Fact]
    public void For_the_courses_of_an_outside_provider_nobody_gets_a_seat_of_the_centre()
    {
        var (application, course) = (Submit(_outside, null).Value, Course());

        application
            .Decide(course, new HeldQuota(null, Needed: false, Outside: true), new EnrolmentFacts(), Today)
            .Error.ShouldBe(ApplicationErrors.OutsideNotApproved);
        course.SeatsTaken.ShouldBe(0);
    }

    [Fact]
    public void It_is_decided_on_the_course_that_the_centre_names_else_on_the_one_applied_for()
    {
        var (course, other) = (Guid.NewGuid(), Guid.NewGuid());
        var application = Submit(_own, course).Value;

        application.ChooseCourse(other, outside: false).Value.ShouldBe(other);
        application.ChooseCourse(null, outside: false).Value.ShouldBe(course);
        Submit().ChooseCourse(null, outside: false).Error.ShouldBe(ApplicationErrors.CourseMissing);
        Submit().ChooseCourse(null, outside: true).Error.ShouldBe(ApplicationErrors.OutsideNotApproved);
    }

    [Fact]
    public void A_seat_is_left_for_another_course_and_not_for_the_same()
    {
        var (application, course) = (Submit(), Course());
        var enrolment = Decide(application, course).Value;

        application.Leave(course, enrolment, null, next: course.Id, Today).Error.ShouldBe(ApplicationErrors.SameCourse);
        course.SeatsTaken.ShouldBe(1);
        application.Leave(course, enrolment, null, next: Guid.NewGuid(), Today).Refused.ShouldBeFalse();
        (course.SeatsTaken, enrolment.State).ShouldBe((0, EnrolmentState.Withdrawn));
    }

    [Fact]
    public void Who_has_completed_the_course_keeps_what_he_has_used()
    {
        var (application, course) = (Submit(), Course());
        var enrolment = Decide(application, course).Value;
        course.CompleteLearner(enrolment).Refused.ShouldBeFalse();

        application
            .Leave(course, enrolment, "Болезнь", next: null, Today)
            .Error.ShouldBe(ApplicationErrors.LearnerCompleted);
    }

    [Fact]
    public void What_is_on_no_course_has_nothing_to_leave() =>
        Submit().Leave(null, null, "Болезнь", next: null, Today).Refused.ShouldBeFalse();

    [Fact]
    public void What_the_course_refuses_is_refused_and_the_application_stays_undecided()
    {
        var (application, quota) = (Submit(), Quota(limit: 1));

        var refused = Decide(application, School.Course(programme: _programme, open: false), quota);

        refused.Error!.Code.ShouldBe("enrolment.registration-not-open");
        (application.State, quota.Used).ShouldBe((ApplicationState.Submitted, 0));
    }

    /// <summary>Three of four seats are free, and a team of four waits for them.</summary>
    [Fact]
    public void Who_waits_behind_a_team_is_told_so_and_not_that_all_seats_are_taken()
    {
        var course = Course(capacity: 4);
        Decide(Submit(), course);
        course.EnrolTeam(4).ShouldAllBe(one => one.State == EnrolmentState.Waiting);

        var waits = Decide(Submit(), course).Warnings.Single();

        (waits.Code, waits.Params["seatsFree"], waits.Params["arrival"]).ShouldBe(
            ("application.waits-behind-team", 3, 6)
        );
    }

    [Fact]
    public void Who_finds_no_seat_is_told_that_he_waits_for_one()
    {
        var course = Course(capacity: 1);
        Decide(Submit(), course);
        var application = Submit();

        var waits = Decide(application, course).Warnings.Single();

        (waits.Code, waits.Params["arrival"]).ShouldBe(("application.waits-for-seat", 2));
        (application.State, application.Lacks).ShouldBe((ApplicationState.Waiting, ApplicationLack.Seat));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Who_finds_a_seat_but_no_quota_is_told_that_he_waits_for_one(bool none)
    {
        var application = Submit();

        var waits = Decide(application, Course(), none ? null : Quota(limit: 0), byQuota: true).Warnings.Single();

        waits.Code.ShouldBe("application.waits-for-quota");
        (application.State, application.Lacks).ShouldBe((ApplicationState.Waiting, ApplicationLack.Quota));
    }

    [Fact]
    public void Who_gets_a_seat_is_told_nothing() => Decide(Submit(), Course()).Warnings.ShouldBeEmpty();

    [Fact]
    public void An_outside_provider_has_no_courses_of_ours() =>
        Submit(_outside, Guid.NewGuid()).Error.ShouldBe(ApplicationErrors.CourseOfOutsideProvider);

    [Fact]
    public void Nobody_is_referred_to_the_centre_itself() =>
        Submit().Refer(_own, null, "1-Н", Today).Error.ShouldBe(ApplicationErrors.OwnCoursesNeedNoReferral);

    [Fact]
    public void Nobody_is_referred_twice()
    {
        var application = Submit(_outside, null).Value;
        application.Refer(_outside, Quota(limit: 2), "1-Н", Today).Refused.ShouldBeFalse();

        application.Refer(_outside, Quota(limit: 2), "2-Н", Today).Error!.Code.ShouldBe("application.wrong-state");
        application.ReferralNumber.ShouldBe("1-Н");
    }

    [Theory]
    [InlineData("2026-12-01", null)]
    [InlineData("2026-11-30", "application.referral-term")]
    public void The_training_of_a_referral_ends_not_before_it_begins(string last, string? code)
    {
        var application = Submit(_outside, null).Value;
        var terms = new ReferralTerms(new DateOnly(2026, 12, 1), DateOnly.Parse(last), null, null, null, null);

        (application.Refer(_outside, Quota(limit: 2), "1-Н", Today, terms).Error?.Code).ShouldBe(code);

        application.Referral.ShouldBe(code is null ? terms : null);
    }

    [Fact]
    public void Who_is_on_a_course_of_the_programme_already_does_not_apply_for_another() =>
        Submit(_own, Guid.NewGuid(), new ApplicantFacts { OnCourse = 3, OverlappingCourse = 7 })
            .Error!.Code.ShouldBe("application.already-on-course");

    [Fact]
    public void A_withdrawal_is_taken_back_with_its_quota()
    {
        var (application, quota) = (Submit(), Quota(limit: 1));
        Decide(application, Course(), quota);
        application.Reinstate(quota).Error!.Code.ShouldBe("application.wrong-state");
        application.Withdraw(quota, "Болезнь").Refused.ShouldBeFalse();

        application.Reinstate(quota).Refused.ShouldBeFalse();

        (application.State, application.Reason, quota.Used).ShouldBe((ApplicationState.Approved, null, 1));
    }

    [Fact]
    public void Who_withdrew_before_he_had_a_seat_has_none_to_come_back_to()
    {
        var application = Submit();
        application.Withdraw(null, "Передумал").Refused.ShouldBeFalse();

        application.Reinstate(null).Error!.Code.ShouldBe("application.wrong-state");
    }

    [Fact]
    public void A_quota_that_was_given_away_does_not_come_back()
    {
        var (application, quota, course) = (Submit(), Quota(limit: 1), Course());
        Decide(application, course, quota);
        application.Withdraw(quota, "Болезнь");
        Decide(Submit(), course, quota);

        application.Reinstate(quota).Error!.Code.ShouldBe("application.no-quota-left");
        (application.State, quota.Used).ShouldBe((ApplicationState.Withdrawn, 1));
    }

    private static Campaign Register(string? provider) =>
        Campaign
            .Register(
                new CampaignCard(
                    "Курсы",
                    provider,
                    Today,
                    Today,
                    CampaignDecision.ByCentre,
                    ByQuota: provider is not null
                )
            )
            .Value;

    private Course Course(int capacity = 25) => School.Course(capacity: capacity, programme: _programme);

    private Quota Quota(int limit) => QuotaSamples.Of(_own.Id, _programme.Id, Organisation, limit);

    private TrainingApplication Submit() => Submit(_own, null).Value;

    private Result<TrainingApplication> Submit(Campaign campaign, Guid? course, ApplicantFacts? facts = null) =>
        TrainingApplication.Submit(
            campaign,
            new ApplicationSubject(_programme.Id, course, Organisation, Guid.NewGuid(), null),
            facts ?? new ApplicantFacts(),
            Today
        );

    private static Result<Enrolment> Decide(
        TrainingApplication application,
        Course course,
        Quota? quota = null,
        bool byQuota = false
    ) => application.Decide(course, new HeldQuota(quota, byQuota, Outside: false), new EnrolmentFacts(), Today);
}
