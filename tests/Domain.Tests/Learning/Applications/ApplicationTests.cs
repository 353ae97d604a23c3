using MethodCenter.Domain.Learning.Applications;
using MethodCenter.Domain.Learning.Campaigns;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Territory.Positions;
using MethodCenter.Domain.Tests.Learning.Quotas;

namespace MethodCenter.Domain.Tests.Learning.Applications;

public sealed class ApplicationTests
{
    private static readonly DateOnly Today = new(2026, 10, 5);

    [Theory]
    [InlineData("2026-10-05", "2026-10-05", null)]
    [InlineData("2026-10-06", "2026-12-31", "application.campaign-closed")]
    [InlineData("2026-09-01", "2026-10-04", "application.campaign-closed")]
    public void A_campaign_takes_applications_from_its_first_day_to_its_last(string from, string to, string? code) =>
        (Submit(Open(from, to)).Error?.Code).ShouldBe(code);

    [Fact]
    public void A_campaign_does_not_close_before_it_opens() =>
        Campaign.Register(Card("2026-10-02", "2026-10-01")).Error.ShouldBe(CampaignErrors.ClosesBeforeOpening);

    [Fact]
    public void Seats_of_another_provider_are_not_given_by_arrival() =>
        Campaign
            .Register(Card("2026-09-01", "2026-12-31") with { Provider = "АППО" })
            .Error.ShouldBe(CampaignErrors.OutsideByArrival);

    [Fact]
    public void Rules_under_which_somebody_has_applied_stay()
    {
        var campaign = Open("2026-09-01", "2026-12-31");
        var card = Card("2026-09-01", "2027-01-31");

        campaign.UpdateCard(card with { ByQuota = false }, taken: 1).Error!.Code.ShouldBe("campaign.already-applied");
        campaign.UpdateCard(card, taken: 1).Refused.ShouldBeFalse();
        campaign.UpdateCard(card with { ByQuota = false }, taken: 0).Refused.ShouldBeFalse();
    }

    [Theory]
    [InlineData(null, false, null)]
    [InlineData("2026-10-05", false, null)]
    [InlineData("2026-10-04", true, null)]
    [InlineData("2026-10-04", false, "application.backdated")]
    [InlineData("2026-10-06", true, "application.in-future")]
    public void Only_the_centre_enters_what_came_on_paper_before(string? on, bool byCentre, string? code)
    {
        var day = on is null ? (DateOnly?)null : DateOnly.Parse(on);

        var dated = TrainingApplication.DayOf(day, byCentre, Today);

        (dated.Error?.Code).ShouldBe(code);
        if (code is null)
        {
            dated.Value.ShouldBe(day ?? Today);
        }
    }

    [Fact]
    public void Programme_or_course_is_named()
    {
        ApplicationSubject.Check(null, null).Error.ShouldBe(ApplicationErrors.SubjectMissing);
        ApplicationSubject.Check(Guid.NewGuid(), null).Refused.ShouldBeFalse();
        ApplicationSubject.Check(null, Guid.NewGuid()).Refused.ShouldBeFalse();
    }

    [Fact]
    public void Programme_and_course_belong_together()
    {
        var facts = new ApplicantFacts { CourseProgrammeId = Guid.NewGuid() };

        Submit(Open("2026-10-06", "2026-12-31"), facts: facts).Error.ShouldBe(ApplicationErrors.OtherProgramme);
    }

    [Theory]
    [InlineData(ApplicationState.Submitted)]
    [InlineData(ApplicationState.Waiting)]
    [InlineData(ApplicationState.Approved)]
    [InlineData(ApplicationState.Refused)]
    [InlineData(ApplicationState.Withdrawn)]
    public void Only_who_was_referred_has_a_letter(ApplicationState state)
    {
        TrainingApplication.HasLetter(state).Error!.Code.ShouldBe("application.wrong-state");
        TrainingApplication.HasLetter(ApplicationState.Referred).Refused.ShouldBeFalse();
    }

    [Fact]
    public void By_arrival_a_course_is_named() =>
        Submit(Open("2026-09-01", "2026-12-31"), course: null).Error.ShouldBe(ApplicationErrors.CourseMissing);

    [Fact]
    public void None_of_the_positions_is_of_the_audience()
    {
        var (teacher, campaign) = (Guid.NewGuid(), Open("2026-09-01", "2026-12-31"));
        var facts = new ApplicantFacts
        {
            Audience = new ProgrammeAudience([PositionCategory.Managing], [teacher], null),
            Posts = [new ApplicantPost(Guid.NewGuid(), PositionCategory.Teaching)],
        };

        var refused = Submit(campaign, facts: facts).Error!;
        refused.Code.ShouldBe("application.wrong-audience");
        refused.Rule!.Code.ShouldBe("KRS-27");
        refused.Pointer.ShouldBe("/employeeId");
        var besides = new ApplicantPost(teacher, PositionCategory.Teaching);
        Submit(campaign, facts: facts with { Posts = [.. facts.Posts, besides] }).Refused.ShouldBeFalse();
        Submit(campaign, facts: facts with { Audience = new ProgrammeAudience([], [], "все") }).Refused.ShouldBeFalse();
    }

    [Fact]
    public void What_speaks_against_a_person_is_said_in_its_order()
    {
        var campaign = Open("2026-09-01", "2026-12-31");
        var rule = new RuleReference("DPO-7", "ст. 47", null);
        var all = new ApplicantFacts
        {
            AlreadyApplied = true,
            TrainedOn = Today,
            TrainedRule = rule,
            OverlappingCourse = 7,
        };

        Submit(campaign, facts: all).Error.ShouldBe(ApplicationErrors.AlreadyApplied);
        var trained = Submit(campaign, facts: all with { AlreadyApplied = false }).Error!;
        trained.Code.ShouldBe("application.already-trained");
        trained.Rule.ShouldBe(rule);
        Submit(campaign, facts: new ApplicantFacts { OverlappingCourse = 7 })
            .Error!.Code.ShouldBe("application.overlap");
    }

    [Fact]
    public void To_an_outside_provider_a_quota_is_used_by_the_referral()
    {
        var campaign = Outside();
        var quota = QuotaSamples.Of(campaign.Id, Guid.NewGuid(), Guid.NewGuid(), 1);
        var (one, two) = (Submit(campaign, course: null).Value, Submit(campaign, course: null).Value);

        one.Refer(campaign, quota, "1-Н", Today).Refused.ShouldBeFalse();
        two.Refer(campaign, quota, "2-Н", Today).Error!.Code.ShouldBe("application.no-quota-left");
        two.Refer(campaign, null, "2-Н", Today).Error!.Code.ShouldBe("application.no-quota-left");
        quota.Used.ShouldBe(1);
        quota.ChangeLimit(0).Error!.Code.ShouldBe("quota.below-used");
        one.Withdraw(quota, "уволился").Refused.ShouldBeFalse();
        quota.Used.ShouldBe(0);
        one.Withdraw(quota, "уволился").Error!.Code.ShouldBe("application.wrong-state");
    }

    [Fact]
    public void What_is_decided_is_not_refused_any_more()
    {
        var campaign = Outside();
        var application = Submit(campaign, course: null).Value;
        application.Refuse("нет мест", Today).Refused.ShouldBeFalse();

        application.Refuse("нет мест", Today).Error!.Code.ShouldBe("application.wrong-state");
        application.Return(null).Error!.Code.ShouldBe("application.wrong-state");
        application.IsActive.ShouldBeFalse();
    }

    private static Result<TrainingApplication> Submit(Campaign campaign) => Submit(campaign, Guid.NewGuid());

    private static Result<TrainingApplication> Submit(Campaign campaign, ApplicantFacts facts) =>
        Submit(campaign, Guid.NewGuid(), facts);

    private static Result<TrainingApplication> Submit(Campaign campaign, Guid? course, ApplicantFacts? facts = null) =>
        TrainingApplication.Submit(
            campaign,
            new ApplicationSubject(Guid.NewGuid(), course, Guid.NewGuid(), Guid.NewGuid(), null),
            facts ?? new ApplicantFacts(),
            Today
        );

    private static Campaign Open(string from, string to) => Campaign.Register(Card(from, to)).Value;

    private static Campaign Outside() =>
        Campaign
            .Register(Card("2026-09-01", "2026-12-31") with { Provider = "АППО", Decision = CampaignDecision.ByCentre })
            .Value;

    private static CampaignCard Card(string from, string to) =>
        new("Курсы", null, DateOnly.Parse(from), DateOnly.Parse(to), CampaignDecision.ByArrival, ByQuota: true);
}
