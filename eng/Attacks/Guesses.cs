namespace MethodCenter.Attacks;

/// <summary>What an attacker has inferred, and whether it is true more often than a guess would be.</summary>
internal sealed class Guesses
{
    private const double Chance = 0.01;
    private readonly Dictionary<string, (int Made, int Right, double Luck)> _ways = [];
    private int _tried;

    /// <summary>Notes an inference by one way.</summary>
    /// <param name="way">How it was made.</param>
    /// <param name="choices">Among how many values a guess would choose.</param>
    /// <param name="truth">The value.</param>
    /// <param name="inferred">What the attacker takes for it; null: he cannot tell.</param>
    public void Note<T>(string way, int choices, T truth, T? inferred)
        where T : struct
    {
        _tried++;
        var (made, right, _) = _ways.GetValueOrDefault(way);
        if (inferred is { } value)
        {
            _ways[way] = (made + 1, right + (value.Equals(truth) ? 1 : 0), 1.0 / choices);
        }
    }

    /// <summary>The one among several whose answer differs from all others, which agree.</summary>
    public static int? OddOne(IReadOnlyList<string> answers)
    {
        var groups = answers.Select((answer, place) => (answer, place)).GroupBy(one => one.answer).ToList();
        return groups.Count == 2 && groups.Find(group => group.Count() == 1) is { } odd ? odd.Single().place : null;
    }

    public Verdict Judge()
    {
        var learnt = _ways
            .Where(way => Luck(way.Value.Made, way.Value.Right, way.Value.Luck) < Chance)
            .Select(way => $"{way.Key}: {way.Value.Right} of {way.Value.Made} true")
            .ToList();
        return learnt.Count > 0
            ? new Verdict(false, string.Join("; ", learnt))
            : new Verdict(
                true,
                $"{_tried} questions, {_ways.Values.Sum(way => way.Made)} inferences, none better than a guess"
            );
    }

    /// <summary>How probable it is that guesses are true so often.</summary>
    private static double Luck(int made, int right, double luck)
    {
        var sum = 0.0;
        for (var times = right; times <= made; times++)
        {
            var ways = 1.0;
            for (var one = 0; one < times; one++)
            {
                ways *= (double)(made - one) / (times - one);
            }

            sum += ways * Math.Pow(luck, times) * Math.Pow(1 - luck, made - times);
        }

        return sum;
    }
}
