using MethodCenter.Domain.Career.Attestations;
using static MethodCenter.Domain.Tests.Career.Attestations.TeacherCareer;

namespace MethodCenter.Domain.Tests.Career.Attestations;

public sealed class ConformityTests
{
    [Fact]
    public void The_next_is_due_five_years_after_the_last()
    {
        var facts = Facts(
                Granted(AttestationKind.Conformity, "10.03.2016"),
                Granted(AttestationKind.Conformity, "10.03.2021")
            )
            .Working("01.09.2010");

        var status = facts.Conformity("01.06.2023");

        ShouldBeDue(status, "10.03.2026", "ATT-3");
        status.Last!.DecidedOn.ShouldBe(Day("10.03.2021"));
        status.Valid.ShouldBeTrue();
        status.Exemption.ShouldBeNull();
        status.Rule.Code.ShouldBe("ATT-3");
    }

    [Fact]
    public void It_is_valid_to_the_due_day_and_overdue_since_then()
    {
        var facts = Facts(Granted(AttestationKind.Conformity, "10.03.2016")).Working("01.09.2010");

        facts.Conformity("10.03.2021").Valid.ShouldBeTrue();
        var later = facts.Conformity("11.03.2021");
        later.Valid.ShouldBeFalse();
        ShouldBeDue(later, "10.03.2021", "ATT-3");
    }

    [Fact]
    public void A_negative_decision_is_not_valid_and_starts_the_five_years_too()
    {
        var facts = Facts(Refused(AttestationKind.Conformity, "10.03.2021")).Working("01.09.2010");

        var status = facts.Conformity("01.06.2023");

        status.Valid.ShouldBeFalse();
        ShouldBeDue(status, "10.03.2026", "ATT-3");
    }

    [Fact]
    public void Without_a_record_it_is_due_after_two_years_in_the_post()
    {
        var facts = CareerFacts.None.Working("01.09.2022");

        var last = facts.Conformity("31.08.2024");
        last.Exemption!.Reason.ShouldBe(ConformityExemptionReason.ShortTenure);
        last.Exemption.Rule.Code.ShouldBe("ATT-4");
        last.Rule.Code.ShouldBe("ATT-4");
        last.NextDue!.On.ShouldBe(Day("01.09.2024"));
        var due = facts.Conformity("01.09.2024");
        due.Exemption.ShouldBeNull();
        ShouldBeDue(due, "01.09.2024", "ATT-3");
        ShouldBeDue(facts.Conformity("05.05.2025"), "01.09.2024", "ATT-3");
    }

    [Fact]
    public void A_centre_may_ask_for_longer_tenure()
    {
        var facts = CareerFacts.None.Working("01.09.2022");
        var norms = CentreSays(AttestationNorms.ConformityYearsInPost, "3");

        var status = facts.Conformity("01.09.2024", norms);

        status.Exemption!.Reason.ShouldBe(ConformityExemptionReason.ShortTenure);
        ShouldBeDue(status, "01.09.2025", "ATT-0");
    }

    [Fact]
    public void Tenure_begins_anew_with_another_employer_whose_decision_does_not_count()
    {
        var facts = Facts(Granted(AttestationKind.Conformity, "10.03.2021") with { OrganisationId = OtherSchool })
            .Working("01.09.2015", "31.08.2023", OtherSchool)
            .Working("01.09.2023");

        var status = facts.Conformity("01.06.2024");

        status.Last.ShouldBeNull();
        status.Exemption!.Reason.ShouldBe(ConformityExemptionReason.ShortTenure);
        status.NextDue!.On.ShouldBe(Day("01.09.2025"));
    }

    [Fact]
    public void A_conformity_of_an_earlier_spell_of_work_does_not_count()
    {
        var facts = Facts(Granted(AttestationKind.Conformity, "10.03.2020"))
            .Working("01.09.2015", "31.08.2020")
            .Working("01.09.2021");

        var status = facts.Conformity("01.06.2024");

        status.Last.ShouldBeNull();
        status.Valid.ShouldBeFalse();
        ShouldBeDue(status, "01.09.2023", "ATT-3");
    }

    [Fact]
    public void Tenure_runs_through_employments_without_a_free_day_between()
    {
        var renewed = CareerFacts.None.Working("01.09.2023").Working("01.09.2015", "31.08.2023");
        renewed.Conformity("01.06.2024").Exemption.ShouldBeNull();
        ShouldBeDue(renewed.Conformity("01.06.2024"), "01.09.2017", "ATT-3");

        var broken = CareerFacts.None.Working("01.09.2023").Working("01.09.2015", "30.08.2023");
        broken.Conformity("01.06.2024").NextDue!.On.ShouldBe(Day("01.09.2025"));
    }

    [Fact]
    public void A_valid_category_exempts_and_conformity_is_due_the_day_after_it_expires()
    {
        var facts = Facts(Granted(AttestationKind.First, "10.05.2019")).Working("01.09.2010");

        var last = facts.Conformity("10.05.2024");
        last.Exemption!.Reason.ShouldBe(ConformityExemptionReason.Category);
        last.Exemption.Rule.Code.ShouldBe("ATT-4");
        ShouldBeDue(last, "11.05.2024", "ATT-5");
        var next = facts.Conformity("11.05.2024");
        next.Exemption.ShouldBeNull();
        ShouldBeDue(next, "11.05.2024", "ATT-5");
        ShouldBeDue(facts.Conformity("01.01.2025"), "11.05.2024", "ATT-5");
    }

    [Fact]
    public void A_category_without_end_leaves_no_due_day()
    {
        var facts = Facts(Granted(AttestationKind.First, "10.10.2023")).Working("01.09.2010");

        var status = facts.Conformity("01.06.2024");

        status.NextDue.ShouldBeNull();
        status.Exemption!.Period.To.ShouldBeNull();
        status.Rule.Code.ShouldBe("ATT-4");
    }

    [Fact]
    public void A_conformity_that_outlasts_the_category_is_not_due_earlier()
    {
        var facts = Facts(
                Granted(AttestationKind.First, "10.05.2017"),
                Granted(AttestationKind.Conformity, "10.03.2021")
            )
            .Working("01.09.2010");

        ShouldBeDue(facts.Conformity("01.06.2023"), "10.03.2026", "ATT-3");
    }

    [Fact]
    public void A_category_of_another_post_does_not_exempt_unless_the_centre_says_so()
    {
        var facts = Facts(Granted(AttestationKind.First, "10.10.2023", Psychologist)).Working("01.09.2010");

        facts.Conformity("01.06.2024").Exemption.ShouldBeNull();
        facts
            .Conformity("01.06.2024", CentreSays(AttestationNorms.ConformityCategorySamePosition, "false"))
            .Exemption!.Reason.ShouldBe(ConformityExemptionReason.Category);
    }

    [Fact]
    public void Who_does_not_work_there_has_no_conformity_there()
    {
        var facts = CareerFacts.None.Working("01.09.2010", "31.08.2023");

        ConformityRules.Status(School, Teacher, Day("31.08.2023"), facts, Norms).ShouldNotBeNull();
        ConformityRules.Status(School, Teacher, Day("01.09.2023"), facts, Norms).ShouldBeNull();
        ConformityRules.Status(School, Psychologist, Day("31.08.2023"), facts, Norms).ShouldBeNull();
    }

    private static void ShouldBeDue(ConformityStatus status, string day, string rule)
    {
        status.NextDue.ShouldNotBeNull();
        status.NextDue.On.ShouldBe(Day(day));
        status.NextDue.Rule.Code.ShouldBe(rule);
    }
}
