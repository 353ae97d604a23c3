using MethodCenter.Domain.Career.Attestations;
using MethodCenter.Domain.Common.Norms;
using static MethodCenter.Domain.Tests.Career.Attestations.TeacherCareer;

namespace MethodCenter.Domain.Tests.Career.Attestations;

public sealed class TermTests
{
    [Theory]
    [InlineData(AttestationKind.First)]
    [InlineData(AttestationKind.Highest)]
    public void A_category_decided_on_31_August_2023_lasts_five_years(AttestationKind kind)
    {
        var term = Term(kind, "31.08.2023");

        term.Until.ShouldBe(Day("31.08.2028"));
        term.Rule.Code.ShouldBe("ATT-15");
        term.Rule.Basis.ShouldContain("276");
        term.Rule.Edition.ShouldBeNull();
    }

    [Theory]
    [InlineData(AttestationKind.First, "01.09.2023", "ATT-15")]
    [InlineData(AttestationKind.Highest, "01.09.2023", "ATT-15")]
    [InlineData(AttestationKind.Highest, "01.09.2029", "ATT-15")]
    [InlineData(AttestationKind.Methodist, "01.09.2023", "ATT-23")]
    [InlineData(AttestationKind.Mentor, "01.09.2023", "ATT-23")]
    public void A_category_decided_since_1_September_2023_has_no_end(
        AttestationKind kind,
        string decidedOn,
        string rule
    )
    {
        var term = Term(kind, decidedOn);

        term.Until.ShouldBeNull();
        term.Rule.Code.ShouldBe(rule);
        term.Rule.Edition.ShouldBe(Day("01.09.2023"));
    }

    [Fact]
    public void Five_years_from_29_February_end_on_28_February()
    {
        Term(AttestationKind.First, "29.02.2016").Until.ShouldBe(Day("31.12.2021"));
        Term(AttestationKind.First, "29.02.2012").Until.ShouldBe(Day("28.02.2017"));
    }

    [Fact]
    public void A_centre_may_hold_that_the_last_day_is_the_eve()
    {
        var norms = CentreSays(AttestationNorms.LastDayInclusive, "false");

        Term(AttestationKind.First, "31.08.2023", norms).Until.ShouldBe(Day("30.08.2028"));
        Term(AttestationKind.First, "01.09.2023", norms).Until.ShouldBeNull();
    }

    [Fact]
    public void A_centre_may_set_another_term()
    {
        var norms = CentreSays(AttestationNorms.ValidityYears, "3", "01.01.2022");

        Term(AttestationKind.First, "31.12.2021", norms).Until.ShouldBe(Day("31.12.2026"));
        var term = Term(AttestationKind.First, "01.01.2022", norms);
        term.Until.ShouldBe(Day("01.01.2025"));
        term.Rule.Basis.ShouldBe("Приказ ИМЦ № 7");
    }

    [Theory]
    [InlineData("31.03.2015", "31.03.2020", "ATT-15")]
    [InlineData("01.04.2015", "31.12.2021", "ATT-16")]
    [InlineData("20.05.2015", "31.12.2021", "ATT-16")]
    [InlineData("01.09.2015", "31.12.2021", "ATT-16")]
    [InlineData("01.10.2016", "31.12.2021", "ATT-16")]
    [InlineData("02.10.2016", "02.10.2021", "ATT-15")]
    public void Terms_that_ran_out_in_the_epidemic_were_extended_to_the_end_of_2021(
        string decidedOn,
        string until,
        string rule
    )
    {
        var term = Term(AttestationKind.Highest, decidedOn);

        term.Until.ShouldBe(Day(until));
        term.Rule.Code.ShouldBe(rule);
    }

    [Theory]
    [InlineData("31.03.2015", "31.03.2020", null)]
    [InlineData("01.04.2015", "31.12.2020", "193")]
    [InlineData("31.08.2015", "31.12.2020", "193")]
    [InlineData("01.09.2015", "31.12.2021", "713")]
    [InlineData("02.09.2015", "31.12.2021", "713")]
    public void Without_chaining_order_193_extends_to_the_end_of_2020_only(
        string decidedOn,
        string until,
        string? order
    )
    {
        var term = Term(AttestationKind.Highest, decidedOn, CentreSays(AttestationNorms.ExtensionChains, "false"));

        term.Until.ShouldBe(Day(until));
        term.Rule.Basis.ShouldContain(order ?? "276");
    }

    [Fact]
    public void A_centre_may_say_that_there_was_no_extension()
    {
        var norms = CentreSays(AttestationNorms.ExtendedTo, null);

        Term(AttestationKind.First, "20.05.2015", norms).Until.ShouldBe(Day("20.05.2020"));
    }

    [Fact]
    public void An_extension_never_shortens_a_term()
    {
        var norms = CentreSays(AttestationNorms.ExtendedTo, "2020-12-31");

        var term = Term(AttestationKind.First, "20.05.2018", norms);
        term.Until.ShouldBe(Day("20.05.2023"));
        term.Rule.Code.ShouldBe("ATT-15");
    }

    [Theory]
    [InlineData("31.08.2023", "31.08.2028")]
    [InlineData("01.09.2023", "01.09.2028")]
    [InlineData("20.05.2015", "20.05.2020")]
    [InlineData("29.02.2024", "28.02.2029")]
    public void The_next_conformity_is_due_five_years_later_under_either_order(string decidedOn, string due)
    {
        var term = Term(AttestationKind.Conformity, decidedOn);

        term.Until.ShouldBe(Day(due));
        term.Rule.Code.ShouldBe("ATT-3");
    }

    private static AttestationTerm Term(AttestationKind kind, string decidedOn, NormSet? norms = null) =>
        AttestationRules.ValidUntil(kind, Day(decidedOn), norms ?? Norms);
}
