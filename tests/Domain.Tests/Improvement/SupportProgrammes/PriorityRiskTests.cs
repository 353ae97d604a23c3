using MethodCenter.Domain.Improvement.SupportProgrammes;

namespace MethodCenter.Domain.Tests.Improvement.SupportProgrammes;

public sealed class PriorityRiskTests
{
    private const string Disability = "Высокая доля обучающихся с ОВЗ";
    private const string Equipment = "Низкий уровень оснащения школы";

    private readonly Participation _school = Support.Participation(ParticipationState.Profiled);

    [Fact]
    public void A_school_that_takes_all_its_high_risks_gives_no_reasons()
    {
        Choose(Support.Numbers(Support.HighFactors)).Refused.ShouldBeFalse();

        _school.State.ShouldBe(ParticipationState.Planned);
        _school.PrioritiesChosenOn.ShouldBe(Support.Planned);
        _school.CountRisks().ShouldBe(new RiskProfileCounts(5, 4, 1, Priority: 5));
        Priorities().ShouldBe(Support.HighFactors);
        var raised = _school.Events.ShouldHaveSingleItem().ShouldBeOfType<PriorityRisksChosen>();
        (raised.SubjectId, raised.OrganisationId).ShouldBe((_school.Id, Support.School));
        raised.Factors.ShouldBe(Support.HighFactors);
    }

    [Fact]
    public void A_medium_risk_may_be_chosen_and_may_be_left_out_without_a_reason()
    {
        Choose([.. Support.Numbers(Support.HighFactors), Support.Number(3)]).Refused.ShouldBeFalse();

        Priorities().ShouldBe([1, 2, 3, 4, 5, 9]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    public void A_low_risk_is_chosen_only_with_a_reason(string? reason)
    {
        Choose([.. Support.Numbers(Support.HighFactors), Support.Number(7, reason)])
            .ShouldRefuse(
                "participation.low-risk-needs-reason",
                ErrorKind.Unprocessable,
                "/choices/5/reason",
                ("factor", Disability)
            )
            .Rule!.Code.ShouldBe("RISK-6");
    }

    [Fact]
    public void The_reason_of_a_low_risk_is_kept_trimmed()
    {
        Choose([.. Support.Numbers(Support.HighFactors), Support.Number(7, " Открывается класс ")])
            .Refused.ShouldBeFalse();

        var low = _school.RiskAssessments.Single(risk => risk.FactorNumber == 7);
        (low.IsPriority, low.Reason).ShouldBe((true, "Открывается класс"));
    }

    [Fact]
    public void A_high_risk_is_not_left_out_in_silence()
    {
        Choose(Support.Numbers(2, 4, 5, 9))
            .ShouldRefuse(
                "participation.high-risk-needs-reason",
                ErrorKind.Unprocessable,
                "/leftOut",
                ("factor", Equipment)
            )
            .Rule!.Code.ShouldBe("RISK-6");
    }

    [Fact]
    public void A_high_risk_is_not_left_out_with_a_blank_reason()
    {
        Choose(Support.Numbers(2, 4, 5, 9), Support.Number(3, "есть"), Support.Number(1, " "))
            .ShouldRefuse(
                "participation.high-risk-needs-reason",
                ErrorKind.Unprocessable,
                "/leftOut/1/reason",
                ("factor", Equipment)
            );
    }

    [Fact]
    public void A_high_risk_may_be_left_out_with_a_reason_which_is_kept()
    {
        Choose(Support.Numbers(2, 4, 5, 9), Support.Number(1, "Ремонт по другой программе")).Refused.ShouldBeFalse();

        var high = _school.RiskAssessments.Single(risk => risk.FactorNumber == 1);
        (high.IsPriority, high.Reason).ShouldBe((false, "Ремонт по другой программе"));
    }

    [Fact]
    public void A_choice_of_nothing_is_refused_even_with_reasons()
    {
        Choose([], [.. Support.HighFactors.Select(number => Support.Number(number, "Нет средств"))])
            .ShouldRefuse(
                "participation.too-few-priority-risks",
                ErrorKind.Unprocessable,
                "/choices",
                ("least", 1),
                ("given", 0)
            )
            .Rule!.Code.ShouldBe("RISK-6");
    }

    [Fact]
    public void One_risk_is_enough_when_the_other_high_ones_are_explained()
    {
        Choose([Support.Number(1)], [.. new[] { 2, 4, 5, 9 }.Select(number => Support.Number(number, "Позже"))])
            .Refused.ShouldBeFalse();

        Priorities().ShouldBe([1]);
    }

    [Theory]
    [InlineData("2022-03-25", 5, false)]
    [InlineData("2022-06-01", 5, true)]
    [InlineData("2022-06-01", 6, false)]
    public void The_least_number_is_the_one_in_force_on_the_day(string day, int chosen, bool refused)
    {
        var norms = Support.Norms(
            Support.CentreNorm(SupportProgrammeNorms.PriorityRisksLeast, "6", new DateOnly(2022, 6, 1))
        );
        int[] numbers = [.. Support.HighFactors, 3];

        _school
            .ChoosePriorityRisks(Support.Numbers(numbers[..chosen]), [], DateOnly.Parse(day), norms)
            .Refused.ShouldBe(refused);
    }

    [Fact]
    public void A_choice_is_matched_by_name_whatever_its_number_says()
    {
        var byName = new RiskDecision(new RiskFactorReference("низкий уровень вовлеченности родителей", 1));

        Choose([.. Support.Numbers(Support.HighFactors), byName]).Refused.ShouldBeFalse();

        Priorities().ShouldBe([1, 2, 4, 5, 9, 10]);
    }

    [Fact]
    public void A_factor_that_is_not_in_the_profile_is_refused_in_either_list()
    {
        Choose([.. Support.Numbers(Support.HighFactors), Support.Number(11)])
            .ShouldRefuse(
                "participation.factor-unknown",
                ErrorKind.Unprocessable,
                "/choices/5/factor",
                ("factor", "11"),
                ("edition", "2022")
            );
        Choose(Support.Numbers(Support.HighFactors), new RiskDecision(new RiskFactorReference("Скука"), "Так"))
            .ShouldRefuse(
                "participation.factor-unknown",
                ErrorKind.Unprocessable,
                "/leftOut/0/factor",
                ("factor", "Скука"),
                ("edition", "2022")
            );
    }

    [Fact]
    public void A_factor_stands_once_in_one_of_the_two_lists()
    {
        var high = Support.Numbers(Support.HighFactors);

        Choose([.. high, new RiskDecision(new RiskFactorReference(Equipment))])
            .ShouldRefuse(
                "participation.factor-repeated",
                ErrorKind.Unprocessable,
                "/choices/5/factor",
                ("factor", Equipment)
            );
        Choose(high, Support.Number(3, "а"), Support.Number(1, "б"))
            .ShouldRefuse(
                "participation.factor-repeated",
                ErrorKind.Unprocessable,
                "/leftOut/1/factor",
                ("factor", Equipment)
            );
        Choose(high, Support.Number(7, "а"), Support.Number(7, "б"))
            .ShouldRefuse(
                "participation.factor-repeated",
                ErrorKind.Unprocessable,
                "/leftOut/1/factor",
                ("factor", Disability)
            );
    }

    [Fact]
    public void A_decision_without_a_factor_is_refused()
    {
        Choose([new RiskDecision(new RiskFactorReference(null))])
            .ShouldRefuse("participation.factor-not-named", ErrorKind.Unprocessable, "/choices/0/factor");
    }

    [Fact]
    public void All_missing_reasons_are_reported_together_and_nothing_changes()
    {
        var error = Choose([Support.Number(4), Support.Number(5), Support.Number(9), Support.Number(7)])
            .ShouldRefuse("participation.risks-refused", ErrorKind.Unprocessable, null, ("count", 3));

        error
            .Fields.Select(field => (field.Code, field.Pointer))
            .ShouldBe([
                ("participation.high-risk-needs-reason", "/leftOut"),
                ("participation.high-risk-needs-reason", "/leftOut"),
                ("participation.low-risk-needs-reason", "/choices/3/reason"),
            ]);
        _school.State.ShouldBe(ParticipationState.Profiled);
        _school.CountRisks().Priority.ShouldBe(0);
        _school.Events.ShouldBeEmpty();
    }

    [Fact]
    public void A_choice_is_not_dated_before_the_profile()
    {
        _school
            .ChoosePriorityRisks(
                Support.Numbers(Support.HighFactors),
                [],
                Support.Profiled.AddDays(-1),
                Support.Norms()
            )
            .ShouldRefuse(
                "participation.day-too-early",
                ErrorKind.Unprocessable,
                "/on",
                ("earliest", Support.Profiled)
            );
        _school
            .ChoosePriorityRisks(Support.Numbers(Support.HighFactors), [], Support.Profiled, Support.Norms())
            .Refused.ShouldBeFalse();
    }

    [Fact]
    public void A_choice_is_not_dated_before_the_assignment_when_the_profile_is_older()
    {
        var school = Support.Participation();
        var old = Support.Assigned.AddDays(-100);
        school.RecordRiskProfile(Support.Edition2022(), Support.KemerovoEntries(), "ФИОКО", old);

        school
            .ChoosePriorityRisks(
                Support.Numbers(Support.HighFactors),
                [],
                Support.Assigned.AddDays(-1),
                Support.Norms()
            )
            .ShouldRefuse(
                "participation.day-too-early",
                ErrorKind.Unprocessable,
                "/on",
                ("earliest", Support.Assigned)
            );
    }

    [Fact]
    public void A_second_choice_replaces_the_first_with_its_reasons()
    {
        Choose([.. Support.Numbers(Support.HighFactors), Support.Number(7, "Причина")]);

        Choose(Support.Numbers(2, 4, 5, 9), Support.Number(1, "Ремонт окончен")).Refused.ShouldBeFalse();

        _school.State.ShouldBe(ParticipationState.Planned);
        Priorities().ShouldBe([2, 4, 5, 9]);
        _school.RiskAssessments.Single(risk => risk.FactorNumber == 7).Reason.ShouldBeNull();
    }

    private Result<Nothing> Choose(IReadOnlyList<RiskDecision> choices, params RiskDecision[] leftOut) =>
        _school.ChoosePriorityRisks(choices, leftOut, Support.Planned, Support.Norms());

    private IEnumerable<int> Priorities() =>
        _school.RiskAssessments.Where(risk => risk.IsPriority).Select(risk => risk.FactorNumber);
}
