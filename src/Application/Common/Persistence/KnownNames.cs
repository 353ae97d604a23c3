namespace MethodCenter.Application.Common.Persistence;

/// <summary>A thing that is known by code and name.</summary>
internal sealed class KnownName
{
    public Guid Id { get; init; }

    public string Code { get; init; } = "";

    public string Name { get; init; } = "";

    public string NameKey { get; init; } = "";
}

/// <summary>Finds what is on file under the code or the name of something new.</summary>
internal static class KnownNames
{
    /// <summary>Who has these codes, case aside; one command, whose rows are ids and codes of their lengths.</summary>
    /// <remarks>
    /// Of an older version two codes may be on file that differ in case only: then each is found as it is written, and neither
    /// as it is not.
    /// </remarks>
    /// <returns>Ids by the codes as they were asked for.</returns>
    public static async Task<Dictionary<string, Guid>> FindByCodesAsync(
        this IQueryable<KnownName> all,
        IEnumerable<string> codes,
        CancellationToken cancellationToken
    )
    {
        var asked = codes.ToHashSet(StringComparer.Ordinal);
        int[] lengths = [.. asked.Select(code => code.Length).Distinct()];
        var near = await all.Where(one => lengths.Contains(one.Code.Length))
            .Select(one => new { one.Id, one.Code })
            .ToListAsync(cancellationToken);
        var alike = near.ToLookup(one => one.Code, StringComparer.OrdinalIgnoreCase);
        Dictionary<string, Guid> found = new(StringComparer.Ordinal);
        foreach (var code in asked)
        {
            var bearers = alike[code].ToList();
            if ((bearers.Find(one => one.Code == code) ?? (bearers is [var only] ? only : null)) is { } bearer)
            {
                found.Add(code, bearer.Id);
            }
        }

        return found;
    }

    /// <param name="all">What is on file.</param>
    /// <param name="self">The thing itself, if it is on file.</param>
    /// <param name="code">Its code; null: it is not to be compared.</param>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>Who has the code, case aside; and who has the name, as people compare names.</returns>
    public static async Task<(KnownName? ByCode, KnownName? ByName)> FindKnownAsync(
        this IQueryable<KnownName> all,
        Guid? self,
        string? code,
        string name,
        CancellationToken cancellationToken
    )
    {
        // No database folds the case of Russian letters as all the others do: codes of the length are compared here.
        var (key, length) = (SearchText.Normalize(name), code?.Length ?? -1);
        var near = await all.Where(one => one.NameKey == key || one.Code.Length == length)
            .OrderBy(one => one.Id)
            .ToListAsync(cancellationToken);
        near.RemoveAll(one => one.Id == self);
        return (
            near.Find(one => string.Equals(one.Code, code, StringComparison.OrdinalIgnoreCase)),
            key.Length == 0 ? null : near.Find(one => one.NameKey == key)
        );
    }
}
