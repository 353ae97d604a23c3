using MethodCenter.Domain.Career.Attestations;
using MethodCenter.Domain.Career.Reports;
using MethodCenter.Domain.Tests.Career.Attestations;
using static MethodCenter.Domain.Tests.Career.Attestations.TeacherCareer;

namespace MethodCenter.Domain.Tests.Career.Reports;

/// <summary>Alerts at 12, 6 and 3 months (ATT-26).</summary>
public sealed class EndingTests
{
    [Theory]
    [InlineData("29.11.2025", EndingTerm.Overdue)]
    [InlineData("30.11.2025", EndingTerm.ThreeMonths)]
    [InlineData("28.02.2026", EndingTerm.ThreeMonths)]
    [InlineData("01.03.2026", EndingTerm.SixMonths)]
    [InlineData("30.05.2026", EndingTerm.SixMonths)]
    [InlineData("31.05.2026", EndingTerm.TwelveMonths)]
    [InlineData("30.11.2026", EndingTerm.TwelveMonths)]
    [InlineData("01.12.2026", null)]
    public void The_same_day_of_the_month_still_lies_within(string ends, EndingTerm? term) =>
        Ending.TermOf(Day(ends), Day("30.11.2025")).ShouldBe(term);

    [Fact]
    public void A_category_and_the_conformity_after_it_end_each_on_its_day()
    {
        var facts = Facts(Granted(AttestationKind.First, "10.04.2021")).Working("01.09.2010");

        Ending
            .Of(facts.On("01.03.2026"))
            .Select(ending => (ending.Kind, ending.On, ending.Term, ending.OrganisationId, ending.Rule.Code))
            .ShouldBe([
                (AttestationKind.First, Day("10.04.2026"), EndingTerm.ThreeMonths, null, "ATT-15"),
                (AttestationKind.Conformity, Day("11.04.2026"), EndingTerm.ThreeMonths, School, "ATT-5"),
            ]);
    }

    [Fact]
    public void A_category_without_end_never_ends_and_one_that_has_ended_is_not_listed() =>
        Ending
            .Of(
                Facts(Granted(AttestationKind.First, "10.04.2018"), Granted(AttestationKind.Highest, "10.04.2024"))
                    .Working("01.09.2010")
                    .On("01.03.2026")
            )
            .ShouldBeEmpty();

    [Fact]
    public void A_conformity_never_confirmed_is_overdue()
    {
        var ending = Ending.Of(CareerFacts.None.Working("01.09.2010").On("01.03.2026")).ShouldHaveSingleItem();

        (ending.Kind, ending.On, ending.Term).ShouldBe(
            (AttestationKind.Conformity, Day("01.09.2012"), EndingTerm.Overdue)
        );
    }
}
