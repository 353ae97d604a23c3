using MethodCenter.Domain.Common.Norms;
using MethodCenter.Domain.Improvement.SupportProgrammes;

namespace MethodCenter.Domain.Tests.Improvement.SupportProgrammes;

public sealed class SupportProgrammeTests
{
    private readonly SupportProgramme _programme = Support.Programme();

    [Fact]
    public void The_card_is_kept_and_the_name_gets_a_search_form()
    {
        _programme.ChangeCard(new SupportProgrammeCard("ESH", "«Эффективная  школа» — Ёлки", "Приказ № 1"));

        (_programme.Code, _programme.Name, _programme.Basis).ShouldBe(
            ("ESH", "«Эффективная  школа» — Ёлки", "Приказ № 1")
        );
        _programme.NameKey.ShouldBe("ЭФФЕКТИВНАЯ ШКОЛА-ЕЛКИ");
    }

    [Fact]
    public void A_cycle_keeps_the_edition_and_the_days_it_was_opened_with()
    {
        var cycle = _programme
            .OpenCycle(2021, Support.Edition2021(), new DateOnly(2020, 12, 1), new DateOnly(2021, 11, 30))
            .Value;

        (cycle.Year, cycle.EditionCode).ShouldBe((2021, "2021"));
        cycle.Period.ShouldBe(new Period(new DateOnly(2020, 12, 1), new DateOnly(2021, 11, 30)));
        ((IPart)cycle).RootId.ShouldBe(_programme.Id);
        _programme.FindCycle(2021).ShouldBeSameAs(cycle);
        _programme.Events[^1].ShouldBe(new SupportCycleOpened(_programme.Id, cycle.Id, 2021, "2021"));
    }

    [Fact]
    public void A_year_has_one_cycle()
    {
        _programme
            .OpenCycle(2022, Support.Edition2022(), Support.CycleStart, Support.CycleEnd)
            .ShouldRefuse("support-programme.cycle-exists", ErrorKind.Conflict, "/year", ("year", 2022));
        _programme.Cycles.Count.ShouldBe(1);
    }

    [Fact]
    public void A_cycle_does_not_end_before_it_starts()
    {
        _programme
            .OpenCycle(2023, Support.Edition2022(), new DateOnly(2023, 3, 2), new DateOnly(2023, 3, 1))
            .ShouldRefuse(
                "support-programme.cycle-ends-before-start",
                ErrorKind.Unprocessable,
                "/endsOn",
                ("startsOn", new DateOnly(2023, 3, 2))
            );
    }

    [Fact]
    public void A_cycle_may_last_one_day()
    {
        var day = new DateOnly(2023, 3, 2);

        _programme.OpenCycle(2023, Support.Edition2022(), day, day).Refused.ShouldBeFalse();
    }

    [Theory]
    [InlineData(2022, false)]
    [InlineData(2023, true)]
    [InlineData(2024, true)]
    [InlineData(2025, false)]
    public void The_days_of_a_cycle_touch_its_year(int year, bool accepted)
    {
        var programme = SupportProgramme.Register(new SupportProgrammeCard("500+", "Проект «500+»"));
        var (startsOn, endsOn) = (new DateOnly(2023, 12, 1), new DateOnly(2024, 12, 31));

        var result = programme.OpenCycle(year, Support.Edition2022(), startsOn, endsOn);

        result.Refused.ShouldBe(!accepted);
        if (!accepted)
        {
            result.ShouldRefuse(
                "support-programme.cycle-outside-year",
                ErrorKind.Unprocessable,
                "/year",
                ("year", year),
                ("startsOn", startsOn),
                ("endsOn", endsOn)
            );
        }
    }

    [Fact]
    public void Every_shipped_norm_value_is_one_its_definition_accepts_and_names_its_basis()
    {
        SupportProgrammeNorms.All.Length.ShouldBe(2);
        foreach (var definition in SupportProgrammeNorms.All)
        {
            foreach (var edition in definition.Editions)
            {
                edition.Code.ShouldBe(definition.Code);
                definition.Accepts(edition.Value).ShouldBeTrue();
                edition.Basis.Length.ShouldBeInRange(20, RuleReference.BasisMaxLength);
            }
        }
    }

    [Fact]
    public void The_limit_of_schools_is_a_choice_of_the_centre_and_may_be_lifted()
    {
        var limit = SupportProgrammeNorms.All.Single(norm => norm.Code == SupportProgrammeNorms.SchoolsPerCurator);

        limit.Editions.Single().Value.ShouldBe("5");
        limit.Editions.Single().Confidence.ShouldBe(NormConfidence.Local);
        limit.Accepts(null).ShouldBeTrue();
        limit.Accepts("0").ShouldBeFalse();
    }

    [Fact]
    public void The_least_number_of_priorities_cannot_be_lifted()
    {
        var least = SupportProgrammeNorms.All.Single(norm => norm.Code == SupportProgrammeNorms.PriorityRisksLeast);

        least.Editions.Single().Value.ShouldBe("1");
        least.Accepts(null).ShouldBeFalse();
        least.Accepts("0").ShouldBeFalse();
    }
}
