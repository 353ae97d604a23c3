using MethodCenter.Domain.Career.Attestations;
using MethodCenter.Domain.Territory.Employees;

namespace MethodCenter.Infrastructure.Demo;

/// <summary>A teacher of the Kemerovo demo before he has a name.</summary>
/// <param name="Age">Full years on the reference day.</param>
/// <param name="Experience">Full years of teaching on the reference day.</param>
internal sealed record KemerovoTeacher(int Age, int Experience, EducationLevel Education, AttestationKind Category);

/// <summary>Makes up teachers whose ages, experience, education and categories fall exactly as published.</summary>
/// <remarks>
/// The programme publishes four distributions of the same 286 people, but not how they hang together. What is made up
/// is only that, and within what a person can be: nobody began to teach before 19; higher education not before 22;
/// the highest category from ten years of experience, the first from three; conformity from two (ATT-4). Since every
/// teacher has one of the three, nobody has less than two years.
/// </remarks>
internal sealed class KemerovoStaff(Random random)
{
    private const int EarliestStart = 19;
    private const int HigherEducationFrom = 22;
    private const int Swaps = 3000;

    private static readonly DemoTable Published = DemoTable.Read("kemerovo-staff");

    public IReadOnlyList<KemerovoTeacher> Plan()
    {
        int[] ages = [.. Bands("age").SelectMany(Spread).Order()];
        var experience = Experience(ages);
        var (education, category) = (new EducationLevel[ages.Length], new AttestationKind[ages.Length]);
        Deal("education", education, (value, place) => MayHave(value, ages[place]));
        Deal("category", category, (value, place) => MayHold(value, experience[place]));
        KemerovoTeacher[] teachers =
        [
            .. ages.Select(
                (age, place) => new KemerovoTeacher(age, experience[place], education[place], category[place])
            ),
        ];
        random.Shuffle(teachers);
        return teachers;
    }

    /// <summary>The shorter experience to the younger, then as many exchanges as age allows.</summary>
    private int[] Experience(int[] ages)
    {
        DemoRow[] bands = [.. Bands("experience").SelectMany(band => Enumerable.Repeat(band, band.Number("teachers")))];
        for (var swap = 0; swap < Swaps; swap++)
        {
            var (left, right) = (random.Next(bands.Length), random.Next(bands.Length));
            if (Fits(bands[left], ages[right]) && Fits(bands[right], ages[left]))
            {
                (bands[left], bands[right]) = (bands[right], bands[left]);
            }
        }

        return
        [
            .. bands.Select(
                (band, place) =>
                    random.Next(band.Number("least"), Math.Min(band.Number("most"), ages[place] - EarliestStart) + 1)
            ),
        ];
    }

    /// <summary>Deals the values to people at random, the rarest sort of people first, each value as often as published.</summary>
    private void Deal<TValue>(string dimension, TValue[] to, Func<TValue, int, bool> may)
        where TValue : struct, Enum
    {
        List<int> left = [.. Enumerable.Range(0, to.Length)];
        foreach (var row in Bands(dimension).OrderBy(row => Enumerable.Range(0, to.Length).Count(Can(row))))
        {
            var value = row.Value<TValue>("value");
            int[] candidates = [.. left.Where(Can(row))];
            random.Shuffle(candidates);
            foreach (var place in candidates.Take(row.Number("teachers")))
            {
                to[place] = value;
                left.Remove(place);
            }
        }

        if (left.Count > 0)
        {
            throw new InvalidOperationException($"The published {dimension} does not fit the people made up.");
        }

        Func<int, bool> Can(DemoRow row) => place => may(row.Value<TValue>("value"), place);
    }

    private IEnumerable<int> Spread(DemoRow band) =>
        Enumerable
            .Range(0, band.Number("teachers"))
            .Select(_ => random.Next(band.Number("least"), band.Number("most") + 1));

    private static bool Fits(DemoRow band, int age) => band.Number("least") <= age - EarliestStart;

    private static bool MayHave(EducationLevel education, int age) =>
        education != EducationLevel.Higher || age >= HigherEducationFrom;

    private static bool MayHold(AttestationKind kind, int experience) =>
        kind switch
        {
            AttestationKind.Highest => experience >= 10,
            AttestationKind.First => experience >= 3,
            _ => true,
        };

    private static IEnumerable<DemoRow> Bands(string dimension) =>
        Published.Rows.Where(row => row["dimension"] == dimension);
}
