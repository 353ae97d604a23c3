using MethodCenter.Domain.Common.Norms;

namespace MethodCenter.Domain.Training.TrainingRecords;

/// <summary>For how long training on a topic counts, as the norm of a day sets it (KEM-38).</summary>
public sealed record TopicTerm(DateOnly AsOf, int Months, RuleReference Rule)
{
    public static TopicTerm On(DateOnly asOf, NormSet norms)
    {
        var norm = norms.Get(TrainingNorms.TopicMonths, asOf);
        return new TopicTerm(asOf, norm.AsWholeNumber()!.Value, norm.ToRule());
    }

    /// <summary>The earliest completion that still counts on the day: the last day of its term is the day itself.</summary>
    public DateOnly ValidFrom
    {
        get
        {
            var completion = AsOf.AddMonths(-Months);

            // Of the 31st, a month back may be the 28th, whose term ends before the day.
            return completion.AddMonths(Months) < AsOf ? completion.AddDays(1) : completion;
        }
    }
}
