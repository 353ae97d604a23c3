using MethodCenter.Domain.Common.Norms;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Territory.Positions;
using MethodCenter.Domain.Tests.Learning.Courses;

namespace MethodCenter.Domain.Tests.Learning.Programmes;

/// <summary>Content, editions and the internal expertise of programmes (KRS-27).</summary>
public sealed class ProgrammeExpertiseTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly NormSet Norms = ProgrammeTests.Norms;
    private static readonly NormSet Strict = new(
        [.. ProgrammeNorms.All, .. CourseNorms.All],
        [
            new NormVersion(
                ProgrammeNorms.ExpertiseRequired,
                "true",
                new DateOnly(2026, 1, 1),
                null,
                "KRS-27",
                "Положение № 7"
            ),
        ]
    );

    [Theory]
    [InlineData(16, 20, false)]
    [InlineData(16, 19, true)]
    [InlineData(17, 20, true)]
    public void The_hours_of_the_modules_add_up_to_those_of_the_programme(int first, int second, bool refused)
    {
        var card = Card() with { Modules = [new("Первый", first), new("Второй", second)] };

        var registered = Programme.Register("p", ProgrammeKind.ProfessionalDevelopment, card, Norms);

        (registered.Error?.Code).ShouldBe(refused ? "programme.other-hours" : null);
    }

    [Theory]
    [InlineData(false, false, ProgrammeStatus.Active)]
    [InlineData(true, false, ProgrammeStatus.Draft)]
    [InlineData(false, true, ProgrammeStatus.Draft)]
    public void It_begins_approved_unless_it_is_a_draft_or_the_centre_requires_the_expertise(
        bool draft,
        bool strict,
        ProgrammeStatus status
    ) =>
        Programme
            .Register("p", ProgrammeKind.ProfessionalDevelopment, Card(), strict ? Strict : Norms, draft)
            .Value.Status.ShouldBe(status);

    [Fact]
    public void What_was_approved_before_the_expertise_was_required_is_approved() =>
        Programme
            .Register(
                "p",
                ProgrammeKind.ProfessionalDevelopment,
                Card() with
                {
                    ApprovedOn = new DateOnly(2025, 12, 31),
                },
                Strict
            )
            .Value.Status.ShouldBe(ProgrammeStatus.Active);

    [Fact]
    public void A_change_of_what_is_taught_keeps_the_old_edition()
    {
        var programme = Approved(Norms);

        programme.UpdateCard(Card() with { Form = StudyForm.Distance }, Norms, Today).Refused.ShouldBeFalse();
        programme.Edition.ShouldBe(1);
        programme.UpdateCard(Card() with { Hours = 40 }, Norms, Today).Refused.ShouldBeFalse();
        programme.UpdateCard(Card() with { Hours = 40, Audience = Teachers }, Norms, Today).Refused.ShouldBeFalse();

        programme.Status.ShouldBe(ProgrammeStatus.Active);
        programme.Edition.ShouldBe(3);
        programme
            .Editions.Select(one => (one.Number, one.Hours, one.Audience))
            .ShouldBe([(1, 36, null), (2, 40, null)]);
    }

    [Fact]
    public void A_draft_has_no_editions()
    {
        var programme = Draft();

        programme.UpdateCard(Card() with { Title = "Иначе" }, Norms, Today).Refused.ShouldBeFalse();

        programme.Edition.ShouldBe(1);
        programme.Editions.ShouldBeEmpty();
    }

    [Fact]
    public void Where_the_expertise_is_required_the_next_edition_is_a_draft()
    {
        var programme = Approved(Norms);

        programme.UpdateCard(Card() with { Title = "Иначе" }, Strict, Today).Refused.ShouldBeFalse();

        programme.Status.ShouldBe(ProgrammeStatus.Draft);
        programme.Editions.Single().Title.ShouldBe("Программа");
    }

    [Fact]
    public void A_programme_passes_the_expertise_in_rounds_and_is_approved_by_an_act()
    {
        var programme = Draft();

        programme.Approve("1", Today, Norms, Today).Error!.Code.ShouldBe("programme.wrong-status");
        programme.SubmitForReview(Today.AddDays(-5)).Refused.ShouldBeFalse();
        programme.UpdateCard(Card(), Norms, Today).Error!.Code.ShouldBe("programme.wrong-status");
        programme.Approve("1", Today, Norms, Today).Error.ShouldBe(ProgrammeErrors.NotReviewed);
        programme.AddReview(Review("Первый", ReviewVerdict.Recommended), Today).Refused.ShouldBeFalse();
        programme.ReturnForRevision().Error.ShouldBe(ProgrammeErrors.NothingToReturn);
        programme.AddReview(Review("Второй", ReviewVerdict.Revision), Today).Refused.ShouldBeFalse();
        var against = programme.Approve("1", Today, Norms, Today).Error!;
        against.Code.ShouldBe("programme.not-recommended");
        against.Rule!.Code.ShouldBe("KRS-27");
        programme.ReturnForRevision().Refused.ShouldBeFalse();
        programme.Status.ShouldBe(ProgrammeStatus.Revision);

        programme.UpdateCard(Card() with { Hours = 38 }, Norms, Today).Refused.ShouldBeFalse();
        programme.SubmitForReview(Today.AddDays(-2)).Refused.ShouldBeFalse();
        programme.AddReview(Review("Второй", ReviewVerdict.Recommended), Today).Refused.ShouldBeFalse();
        programme.Approve("15-о", Today.AddDays(1), Norms, Today).Error.ShouldBe(ProgrammeErrors.ActInFuture);
        programme.Approve("15-о", Today.AddDays(-2), Norms, Today).Error!.Code.ShouldBe("programme.act-before-review");
        programme.Approve("15-о", Today, Norms, Today).Refused.ShouldBeFalse();

        programme.Status.ShouldBe(ProgrammeStatus.Active);
        (programme.ApprovalNumber, programme.ApprovedOn, programme.ReviewRound).ShouldBe(("15-о", Today, 2));
        programme.Edition.ShouldBe(1);
        programme
            .UpdateCard(Card() with { Hours = 38, ApprovedOn = Today.AddDays(-9) }, Norms, Today)
            .Error!.Code.ShouldBe("programme.approved-by-act");
        programme.SubmitForReview(Today).Error!.Code.ShouldBe("programme.wrong-status");
    }

    [Fact]
    public void A_review_has_a_day_criteria_and_a_verdict_that_does_not_contradict_them()
    {
        var programme = Draft();
        programme
            .AddReview(Review("Первый", ReviewVerdict.Recommended), Today)
            .Error!.Code.ShouldBe("programme.wrong-status");
        programme.SubmitForReview(Today.AddDays(-1)).Refused.ShouldBeFalse();
        var review = Review("Первый", ReviewVerdict.Recommended);

        Code(review with { ReviewedOn = Today.AddDays(1) }).ShouldBe("programme-review.outside-round");
        Code(review with { ReviewedOn = Today.AddDays(-2) }).ShouldBe("programme-review.outside-round");
        Code(review with { Criteria = [] }).ShouldBe("programme-review.no-criteria");
        Code(review with { Criteria = [new("Актуальность", CriterionVerdict.NotMet, null)] })
            .ShouldBe("programme-review.verdict-contradicts");
        Code(review).ShouldBeNull();
        Code(review with { ExpertName = "ПЕРВЫЙ", Verdict = ReviewVerdict.Rejected })
            .ShouldBe("programme-review.already-given");

        string? Code(ReviewEntry entry) => programme.AddReview(entry, Today).Error?.Code;
    }

    [Fact]
    public void A_course_is_of_an_approved_programme_and_keeps_its_edition()
    {
        var (programme, year) = (Approved(Norms), Domain.Common.AcademicYear.Starting(2026));
        programme.UpdateCard(Card() with { Hours = 40 }, Norms, Today).Refused.ShouldBeFalse();

        Course.Register(programme, year, 1, CourseTests.Plan(), Norms).Value.ProgrammeEdition.ShouldBe(2);
        Course.Register(Draft(), year, 2, CourseTests.Plan(), Norms).Error.ShouldBe(CourseErrors.ProgrammeNotApproved);
    }

    [Fact]
    public void An_audience_is_met_by_a_section_or_by_a_position()
    {
        var (teacher, director) = (Guid.NewGuid(), Guid.NewGuid());
        var mixed = new ProgrammeAudience([PositionCategory.Managing], [teacher], null);

        mixed.Includes(teacher, PositionCategory.Teaching).ShouldBeTrue();
        mixed.Includes(director, PositionCategory.Managing).ShouldBeTrue();
        mixed.Includes(Guid.NewGuid(), PositionCategory.Teaching).ShouldBeFalse();
        new ProgrammeAudience([], [], "учителя 5–9 классов").Includes(director, PositionCategory.Other).ShouldBeTrue();
    }

    [Fact]
    public void A_card_that_is_wrong_changes_nothing()
    {
        var programme = Approved(Norms);

        programme.UpdateCard(Card() with { Hours = 15 }, Norms, Today).Error!.Code.ShouldBe("programme.too-few-hours");
        (programme.Hours, programme.Edition).ShouldBe((36, 1));
    }

    [Fact]
    public void Only_what_is_under_review_is_returned()
    {
        var programme = Draft();

        programme.ReturnForRevision().Error!.Code.ShouldBe("programme.wrong-status");
        programme.Status.ShouldBe(ProgrammeStatus.Draft);
    }

    [Fact]
    public void The_norm_of_hours_is_that_of_the_day_of_the_act()
    {
        var programme = Draft();
        programme.SubmitForReview(Today.AddDays(-1));
        programme.AddReview(Review("Первый", ReviewVerdict.Recommended), Today);
        var own = new NormVersion(ProgrammeNorms.DevelopmentLeastHours, "72", Today, null, "DPO-2", "Приказ № 5");
        var norms = new NormSet(ProgrammeNorms.All, [own]);

        programme.Approve("1", Today, norms, Today).Error!.Rule!.Basis.ShouldBe("Приказ № 5");
        programme.Approve("1", Today.AddDays(-1), norms, Today).Refused.ShouldBeFalse();
    }

    private static ProgrammeAudience Teachers => new([PositionCategory.Teaching], [], null);

    private static ProgrammeCard Card() =>
        new("Программа", 36, ProgrammeLine.Thematic, StudyForm.FullTime, new DateOnly(2026, 3, 1));

    private static Programme Approved(NormSet norms) =>
        Programme.Register("p", ProgrammeKind.ProfessionalDevelopment, Card(), norms).Value;

    private static Programme Draft() =>
        Programme.Register("p", ProgrammeKind.ProfessionalDevelopment, Card(), Norms, draft: true).Value;

    private static ReviewEntry Review(string expert, ReviewVerdict verdict) =>
        new(
            null,
            expert,
            Today.AddDays(-1),
            [
                new("Актуальность", CriterionVerdict.Met, null),
                new("Учебный план", CriterionVerdict.PartlyMet, "Мало практики"),
            ],
            verdict,
            null
        );

    [Fact]
    public void One_expert_answers_for_a_review()
    {
        ProgrammeReview.CheckExpert(null, " ").Error.ShouldBe(ProgrammeReviewErrors.ExpertMissing);
        ProgrammeReview
            .CheckExpert(Guid.NewGuid(), "Иванова А. П.")
            .Error.ShouldBe(ProgrammeReviewErrors.ExpertMissing);
        ProgrammeReview.CheckExpert(Guid.NewGuid(), null).Refused.ShouldBeFalse();
        ProgrammeReview.CheckExpert(null, "Иванова А. П.").Refused.ShouldBeFalse();
    }
}
