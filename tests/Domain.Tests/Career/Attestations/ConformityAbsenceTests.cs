using MethodCenter.Domain.Career.Attestations;
using static MethodCenter.Domain.Tests.Career.Attestations.TeacherCareer;

namespace MethodCenter.Domain.Tests.Career.Attestations;

public sealed class ConformityAbsenceTests
{
    private static readonly CareerFacts Veteran = CareerFacts.None.Working("01.09.2010");

    [Theory]
    [InlineData(AbsenceCause.ParentalLeave, ConformityExemptionReason.ParentalLeave)]
    [InlineData(AbsenceCause.MaternityLeave, ConformityExemptionReason.MaternityLeave)]
    public void After_the_return_of_10_January_2025_the_earliest_day_is_10_January_2027(
        AbsenceCause cause,
        ConformityExemptionReason reason
    )
    {
        var facts = Veteran.Absent(cause, "15.03.2022", "09.01.2025");

        var last = facts.Conformity("09.01.2027");
        last.Exemption!.Reason.ShouldBe(reason);
        ShouldBeDue(last, "10.01.2027", "ATT-4");
        var first = facts.Conformity("10.01.2027");
        first.Exemption.ShouldBeNull();
        ShouldBeDue(first, "10.01.2027", "ATT-4");
    }

    [Fact]
    public void A_leave_without_end_leaves_no_due_day()
    {
        var facts = Veteran.Absent(AbsenceCause.ParentalLeave, "15.03.2022", null);

        facts.Conformity("14.03.2022").Exemption.ShouldBeNull();
        var status = facts.Conformity("15.03.2022");
        status.Exemption!.Reason.ShouldBe(ConformityExemptionReason.ParentalLeave);
        status.NextDue.ShouldBeNull();
    }

    [Fact]
    public void Pregnancy_exempts_for_its_own_days_and_the_leave_after_it_for_longer()
    {
        var pregnant = Veteran.Absent(AbsenceCause.Pregnancy, "01.02.2024", "31.07.2024");
        pregnant.Conformity("31.07.2024").Exemption!.Reason.ShouldBe(ConformityExemptionReason.Pregnancy);
        pregnant.Conformity("31.07.2024").Rule.Code.ShouldBe("ATT-4");
        ShouldBeDue(pregnant.Conformity("01.08.2024"), "01.08.2024", "ATT-4");

        var onLeave = pregnant
            .Absent(AbsenceCause.MaternityLeave, "01.08.2024", "18.12.2024")
            .Absent(AbsenceCause.ParentalLeave, "19.12.2024", "09.01.2025");
        ShouldBeDue(onLeave.Conformity("01.05.2024"), "10.01.2027", "ATT-4");
    }

    [Fact]
    public void An_illness_of_more_than_four_months_exempts_for_a_year_after_the_return()
    {
        var facts = Veteran.Absent(AbsenceCause.LongIllness, "01.01.2024", "01.05.2024");

        facts.Conformity("01.05.2025").Exemption!.Reason.ShouldBe(ConformityExemptionReason.LongIllness);
        facts.Conformity("02.05.2025").Exemption.ShouldBeNull();
        ShouldBeDue(facts.Conformity("01.06.2024"), "02.05.2025", "ATT-4");
    }

    [Fact]
    public void An_illness_of_exactly_four_months_does_not_exempt()
    {
        var facts = Veteran.Absent(AbsenceCause.LongIllness, "01.01.2024", "30.04.2024");

        facts.Conformity("30.04.2024").Exemption.ShouldBeNull();
        ShouldBeDue(facts.Conformity("01.06.2024"), "01.09.2012", "ATT-3");
    }

    [Fact]
    public void An_illness_that_goes_on_exempts_once_it_has_lasted_longer_than_four_months()
    {
        var facts = Veteran.Absent(AbsenceCause.LongIllness, "01.01.2024", null);

        facts.Conformity("30.04.2024").Exemption.ShouldBeNull();
        facts.Conformity("01.05.2024").Exemption!.Reason.ShouldBe(ConformityExemptionReason.LongIllness);
    }

    [Fact]
    public void Two_illnesses_that_follow_each_other_are_one_and_a_working_day_parts_them()
    {
        var inRow = Veteran
            .Absent(AbsenceCause.LongIllness, "01.01.2024", "29.02.2024")
            .Absent(AbsenceCause.LongIllness, "01.03.2024", "10.05.2024");
        inRow.Conformity("01.06.2024").Exemption!.Reason.ShouldBe(ConformityExemptionReason.LongIllness);

        var parted = Veteran
            .Absent(AbsenceCause.LongIllness, "01.01.2024", "29.02.2024")
            .Absent(AbsenceCause.LongIllness, "02.03.2024", "10.05.2024");
        parted.Conformity("01.06.2024").Exemption.ShouldBeNull();
    }

    [Fact]
    public void A_centre_may_change_the_terms_after_leave_and_illness()
    {
        var leave = Veteran.Absent(AbsenceCause.ParentalLeave, "15.03.2022", "09.01.2025");
        leave
            .Conformity("01.06.2025", CentreSays(AttestationNorms.ConformityAfterLeaveYears, "1"))
            .NextDue!.On.ShouldBe(Day("10.01.2026"));

        var ill = Veteran.Absent(AbsenceCause.LongIllness, "01.01.2024", "30.04.2024");
        ill.Conformity("01.06.2024", CentreSays(AttestationNorms.LongIllnessMonths, "3"))
            .NextDue!.On.ShouldBe(Day("01.05.2025"));
        var longer = Veteran.Absent(AbsenceCause.LongIllness, "01.01.2024", "31.05.2024");
        longer
            .Conformity("01.06.2024", CentreSays(AttestationNorms.ConformityAfterIllnessYears, "2"))
            .NextDue!.On.ShouldBe(Day("01.06.2026"));
    }

    [Fact]
    public void The_exemption_that_lasts_longest_is_named_and_exemptions_in_a_row_add_up()
    {
        var facts = Facts(Granted(AttestationKind.First, "10.05.2019"))
            .Working("01.09.2010")
            .Absent(AbsenceCause.MaternityLeave, "01.05.2024", "17.09.2024");

        var status = facts.Conformity("05.05.2024");
        status.Exemption!.Reason.ShouldBe(ConformityExemptionReason.MaternityLeave);
        ShouldBeDue(facts.Conformity("01.03.2024"), "18.09.2026", "ATT-4");
    }

    [Fact]
    public void An_absence_that_ends_before_it_begins_changes_nothing()
    {
        var facts = Veteran.Absent(AbsenceCause.ParentalLeave, "09.01.2025", "15.03.2022");

        ShouldBeDue(facts.Conformity("01.06.2025"), "01.09.2012", "ATT-3");
    }

    private static void ShouldBeDue(ConformityStatus status, string day, string rule)
    {
        status.NextDue.ShouldNotBeNull();
        status.NextDue.On.ShouldBe(Day(day));
        status.NextDue.Rule.Code.ShouldBe(rule);
    }
}
