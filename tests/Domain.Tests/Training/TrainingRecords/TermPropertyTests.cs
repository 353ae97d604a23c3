using CsCheck;
using MethodCenter.Domain.Tests.Common;
using MethodCenter.Domain.Training.TrainingRecords;

namespace MethodCenter.Domain.Tests.Training.TrainingRecords;

/// <summary>Databases compare with thresholds; they must say of every day what counting from it says.</summary>
public sealed class TermPropertyTests
{
    private const int Times = 20_000;
    private static readonly RuleReference Rule = new("DPO-7", "ст. 47");

    [Fact]
    public void The_state_of_a_training_is_that_of_the_day_on_which_the_next_is_due() =>
        Gen.Select(Some.Day, Gen.Int[1, 20], Gen.Int[0, 60], Gen.Int[-400, 400])
            .Sample(
                (asOf, years, months, near) =>
                {
                    var term = new TrainingTerm(asOf, years, months, Rule);
                    var last = asOf.AddYears(-years).AddDays(near);
                    var due = term.DueOn(last);

                    term.StateOf(last)
                        .ShouldBe(
                            due < asOf ? TrainingDueState.Overdue
                            : due <= asOf.AddMonths(months) ? TrainingDueState.Due
                            : TrainingDueState.Covered
                        );
                },
                iter: Times
            );

    [Fact]
    public void Training_on_a_topic_counts_to_the_last_day_of_its_months() =>
        Gen.Select(Some.Day, Gen.Int[1, 240], Gen.Int[-40, 40])
            .Sample(
                (asOf, months, near) =>
                {
                    var completion = asOf.AddMonths(-months).AddDays(near);

                    (completion >= new TopicTerm(asOf, months, Rule).ValidFrom).ShouldBe(
                        completion.AddMonths(months) >= asOf
                    );
                },
                iter: Times
            );
}
