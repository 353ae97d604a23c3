using MethodCenter.Domain.Common.Norms;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Training.TrainingRecords;

namespace MethodCenter.Domain.Tests.Training.TrainingRecords;

/// <summary>When the next training is due (DPO-7).</summary>
public sealed class TrainingTermTests
{
    private static readonly NormSet Norms = new(TrainingNorms.All, []);

    /// <summary>As of 10.03.2026, with a window of six months: to 10.09.2026 inclusive.</summary>
    [Theory]
    [InlineData("2023-03-09", TrainingDueState.Overdue, "2026-03-09")]
    [InlineData("2023-03-10", TrainingDueState.Due, "2026-03-10")]
    [InlineData("2023-09-10", TrainingDueState.Due, "2026-09-10")]
    [InlineData("2023-09-11", TrainingDueState.Covered, "2026-09-11")]
    [InlineData("2024-02-29", TrainingDueState.Covered, "2027-02-28")]
    public void Three_years_after_the_last_one(string last, TrainingDueState state, string dueOn)
    {
        var term = TrainingTerm.On(new DateOnly(2026, 3, 10), Norms)!;

        term.StateOf(DateOnly.Parse(last)).ShouldBe(state);
        term.DueOn(DateOnly.Parse(last)).ShouldBe(DateOnly.Parse(dueOn));
    }

    [Fact]
    public void Who_was_never_trained_has_a_state_of_his_own() =>
        TrainingTerm.On(new DateOnly(2026, 3, 10), Norms)!.StateOf(null).ShouldBe(TrainingDueState.Never);

    /// <summary>Training of 29.02.2024 is due on 28.02.2027, as that of 28.02.2024 is.</summary>
    [Theory]
    [InlineData("2027-02-28", "2024-02-28", TrainingDueState.Due)]
    [InlineData("2027-02-28", "2024-02-29", TrainingDueState.Due)]
    [InlineData("2027-03-01", "2024-02-29", TrainingDueState.Overdue)]
    [InlineData("2028-02-29", "2025-02-28", TrainingDueState.Overdue)]
    [InlineData("2028-02-29", "2025-03-01", TrainingDueState.Due)]
    public void The_leap_day_is_due_on_the_last_of_February(string asOf, string last, TrainingDueState state) =>
        TrainingTerm.On(DateOnly.Parse(asOf), Norms)!.StateOf(DateOnly.Parse(last)).ShouldBe(state);

    /// <summary>What databases compare with says of every day the same as counting from it.</summary>
    [Fact]
    public void The_thresholds_agree_with_the_day_on_which_it_is_due()
    {
        for (var asOf = new DateOnly(2027, 2, 20); asOf < new DateOnly(2028, 9, 10); asOf = asOf.AddDays(1))
        {
            var term = TrainingTerm.On(asOf, Norms)!;
            for (var last = term.InTimeFrom.AddDays(-3); last < term.CoveredFrom.AddDays(3); last = last.AddDays(1))
            {
                var due = term.DueOn(last);
                term.StateOf(last)
                    .ShouldBe(
                        due < asOf ? TrainingDueState.Overdue
                        : due <= asOf.AddMonths(6) ? TrainingDueState.Due
                        : TrainingDueState.Covered
                    );
            }
        }
    }

    [Theory]
    [InlineData("2013-08-31", false)]
    [InlineData("2013-09-01", true)]
    public void The_law_is_in_force_since_2013(string asOf, bool known) =>
        (TrainingTerm.On(DateOnly.Parse(asOf), Norms) is not null).ShouldBe(known);

    [Fact]
    public void A_centre_may_set_both_norms_for_itself()
    {
        NormVersion[] own =
        [
            new(TrainingNorms.PeriodYears, "5", new DateOnly(2026, 1, 1), null, "DPO-7", "приказ 5"),
            new(TrainingNorms.WarningMonths, "0", new DateOnly(2026, 1, 1), null, "DPO-7", "приказ 5"),
        ];
        var norms = new NormSet(TrainingNorms.All, own);

        var before = TrainingTerm.On(new DateOnly(2025, 12, 31), norms)!;
        var since = TrainingTerm.On(new DateOnly(2026, 1, 1), norms)!;

        (before.Years, before.WarningMonths, before.Rule.Code).ShouldBe((3, 6, "DPO-7"));
        (since.Years, since.WarningMonths, since.Rule.Basis).ShouldBe((5, 0, "приказ 5"));
        since.StateOf(new DateOnly(2021, 1, 1)).ShouldBe(TrainingDueState.Due);
        since.StateOf(new DateOnly(2021, 1, 2)).ShouldBe(TrainingDueState.Covered);
    }

    [Fact]
    public void Only_additional_professional_education_counts() =>
        TrainingNorms.Counting.ShouldBe([ProgrammeKind.ProfessionalDevelopment, ProgrammeKind.Retraining]);
}
