namespace MethodCenter.Api.Http;

/// <summary>What somebody may have meant who wrote a name that is not known.</summary>
internal static class Nearest
{
    private const int MostShown = 12;
    private const int MostRead = 60;

    /// <summary>The known names, or of many those that are written most alike; in the order in which they are known.</summary>
    public static string Of(string given, IEnumerable<string> known)
    {
        var names = known.ToList();
        var meant = given.Length > MostRead ? given[..MostRead] : given;
        return string.Join(
            ", ",
            names.Count <= MostShown
                ? names
                : names
                    .Select((name, place) => (name, place, Distance: DistanceOf(meant, name)))
                    .OrderBy(one => one.Distance)
                    .Take(MostShown)
                    .OrderBy(one => one.place)
                    .Select(one => one.name)
        );
    }

    /// <summary>Levenshtein's, case aside.</summary>
    private static int DistanceOf(string one, string other)
    {
        Span<int> row = stackalloc int[other.Length + 1];
        for (var place = 0; place <= other.Length; place++)
        {
            row[place] = place;
        }

        foreach (var letter in one)
        {
            var diagonal = row[0]++;
            for (var place = 1; place <= other.Length; place++)
            {
                var replaced =
                    diagonal + (char.ToUpperInvariant(letter) == char.ToUpperInvariant(other[place - 1]) ? 0 : 1);
                diagonal = row[place];
                row[place] = Math.Min(replaced, Math.Min(row[place], row[place - 1]) + 1);
            }
        }

        return row[other.Length];
    }
}
