using MethodCenter.Domain.Common.Norms;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Teaching.Lessons;
using MethodCenter.Domain.Training.TrainingRecords;

namespace MethodCenter.Domain.Tests.Training.TrainingRecords;

/// <summary>For how long training on a topic counts (KEM-38), and what teaching rates teach (SPB-22).</summary>
public sealed class TopicTermTests
{
    /// <summary>The last day of the term is the day itself.</summary>
    [Theory]
    [InlineData("2026-11-22", "36", "2023-11-22")]
    [InlineData("2026-03-31", "1", "2026-03-01")]
    [InlineData("2028-02-29", "36", "2025-03-01")]
    [InlineData("2027-02-28", "36", "2024-02-28")]
    public void The_term_is_in_months_of_the_norm(string asOf, string months, string from)
    {
        var own = new NormVersion(
            TrainingNorms.TopicMonths,
            months,
            new DateOnly(2020, 1, 1),
            null,
            "DPO-7",
            "Приказ",
            NormConfidence.Local
        );
        var term = TopicTerm.On(DateOnly.Parse(asOf), new NormSet(TrainingNorms.All, [own]));

        term.ValidFrom.ShouldBe(DateOnly.Parse(from));
        term.ValidFrom.AddMonths(term.Months).ShouldBeGreaterThanOrEqualTo(term.AsOf);
        term.ValidFrom.AddDays(-1).AddMonths(term.Months).ShouldBeLessThan(term.AsOf.AddDays(1));
    }

    /// <summary>16 programmes of 72 hours are two rates of 8 groups.</summary>
    [Fact]
    public void Two_rates_teach_sixteen_groups_of_72_hours()
    {
        var norms = new NormSet(TeachingNorms.All, []);
        var plans = Enum.GetValues<ProgrammeLine>()
            .Select(line => TeachingPlan.Of(line, AcademicYear.Starting(2019), norms))
            .ToList();

        plans.Sum(plan => plan.Groups).ShouldBe(16);
        plans.Sum(plan => plan.Hours).ShouldBe(16 * 72);
        plans[0].RatesOf(16 * 72).ShouldBe(2m);
        plans[0].RatesOf(36).ShouldBe(0.06m);
    }
}
