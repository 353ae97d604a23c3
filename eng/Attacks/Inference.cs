using System.Globalization;

namespace MethodCenter.Attacks;

/// <summary>
/// A methodist and the school, who may not read absences, ask what a teacher is attested for on many days. The last day
/// of an absence is known to all who work there: is its kind to be told from the day that is due next?
/// </summary>
internal sealed class Inference : Attack
{
    private const int OfEach = 4;
    private static readonly DateOnly Begin = new(2021, 9, 6);
    private static readonly DateOnly End = new(2022, 6, 30);

    /// <summary>When conformity is due after each kind (ATT-4): the next day, two years later, one year later.</summary>
    private static readonly (string Kind, DateOnly Due)[] Kinds =
    [
        ("pregnancy", End.AddDays(1)),
        ("parentalLeave", End.AddYears(2).AddDays(1)),
        ("longIllness", End.AddYears(1).AddDays(1)),
    ];

    public override string Point => "A2";

    public override string Title => "health by inference";

    public override async Task<Verdict> RunAsync(Scene scene)
    {
        await scene.CentreAsync();
        var (school, post) = (await scene.OrganisationAsync("school-1"), await scene.TeacherPostAsync());
        int?[] kinds = [.. Enumerable.Range(0, OfEach * (Kinds.Length + 1)).Select(Kind)];
        scene.Chance.Shuffle(kinds);
        var people = new List<(Teacher Person, int? Kind)>();
        foreach (var kind in kinds)
        {
            people.Add((await AbsentAsync(scene, school, post, kind), kind));
        }

        var guesses = new Guesses();
        var accounts = new[]
        {
            ("a methodist", await scene.HostileAsync("methodist")),
            ("a school", await scene.HostileAsync("schoolOperator", school)),
        };
        foreach (var (name, client) in accounts)
        {
            var present = await SeenAsync(client, await AbsentAsync(scene, school, post, null));
            foreach (var (person, kind) in people)
            {
                var seen = await SeenAsync(client, person);

                // Not being told at all is an inference too: whoever looks as the others do was there.
                guesses.Note<bool>($"that there was an absence, by {name}", 2, kind is not null, seen != present);
                if (kind is { } truth)
                {
                    guesses.Note($"its kind, by {name}", Kinds.Length, truth, KindOf(seen));
                }
            }
        }

        return guesses.Judge();
    }

    private static int? Kind(int number) => number < OfEach ? null : (number / OfEach) - 1;

    private static async Task<Teacher> AbsentAsync(Scene scene, Guid school, Guid post, int? kind)
    {
        var person = await scene.TeacherAsync(school, post);
        if (kind is { } number)
        {
            var card = await scene.Admin.GetAsync($"/employees/{person.Id}");
            var absence = new
            {
                kind = Kinds[number].Kind,
                from = $"{Begin:yyyy-MM-dd}",
                to = $"{End:yyyy-MM-dd}",
            };
            (await scene.Admin.PostAsync($"/employees/{person.Id}/absences", absence, card.ETag)).Made();
        }

        return person;
    }

    /// <summary>All that is said of the person on days before, within and after the absence.</summary>
    private static async Task<string> SeenAsync(Client client, Teacher person)
    {
        DateOnly[] days = [Begin.AddDays(-1), Begin, End, End.AddDays(1), End.AddMonths(6), End.AddMonths(18)];
        var said = new List<string>();
        foreach (var day in days)
        {
            said.Add((await client.GetAsync($"/employees/{person.Id}/qualification?on={day:yyyy-MM-dd}")).Text);
        }

        said.Add(
            (await client.GetAsync($"/employees/{person.Id}/absences")).Status.ToString(CultureInfo.InvariantCulture)
        );
        return string.Join('\n', said).Replace(person.Id.ToString(), "", StringComparison.Ordinal);
    }

    private static int? KindOf(string seen)
    {
        var found = Enumerable
            .Range(0, Kinds.Length)
            .Where(kind => seen.Contains($"\"nextDue\":\"{Kinds[kind].Due:yyyy-MM-dd}\"", StringComparison.Ordinal))
            .ToList();
        return found.Count == 1 ? found[0] : null;
    }
}
