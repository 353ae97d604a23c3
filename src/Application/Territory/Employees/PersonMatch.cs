using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Territory.Employees;

namespace MethodCenter.Application.Territory.Employees;

/// <summary>
/// Tells which persons the rows of a chunk mean, those on file and those whom earlier rows of it have made.
/// </summary>
/// <remarks>
/// By the key of the source, by СНИЛС, else by name, birth date and organisation together; by the name alone nobody is
/// ever taken for another. Three queries for a chunk.
/// </remarks>
internal sealed class PersonMatch(ITerritoryStore store, IExternalKeys keys)
{
    public const string Resource = "employees";

    private readonly Dictionary<string, Guid> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<Snils, Guid> _bySnils = [];
    private readonly Dictionary<string, List<Namesake>> _byName = new(StringComparer.Ordinal);

    /// <summary>Under which number and name a person stands above; a row may give him others.</summary>
    private readonly Dictionary<Guid, Snils> _numberOf = [];
    private readonly Dictionary<Guid, string> _nameOf = [];

    /// <summary>Reads who may be meant; what was read for an earlier chunk is forgotten.</summary>
    /// <returns>Their ids, also of persons whom the caller may not see.</returns>
    public async Task<IReadOnlySet<Guid>> LoadAsync(
        IReadOnlyList<PersonClue> clues,
        string? source,
        CancellationToken cancellationToken
    )
    {
        _byKey.Clear();
        _bySnils.Clear();
        _byName.Clear();
        _numberOf.Clear();
        _nameOf.Clear();
        HashSet<Guid> meant = [];
        string[] texts = [.. clues.Select(one => one.Key).OfType<string>().Distinct()];
        foreach (var (key, id) in await keys.FindManyAsync(Resource, source ?? "", texts, cancellationToken))
        {
            _byKey.Add(key, id);
            meant.Add(id);
        }

        await LoadSnilsAsync(clues, meant, cancellationToken);
        await LoadNamesAsync(clues, meant, cancellationToken);
        return meant;
    }

    /// <summary>Who is meant; null: nobody who is on file.</summary>
    public Result<FoundPerson> Find(PersonClue clue)
    {
        Guid? bearer = clue.Snils is { } number && _bySnils.TryGetValue(number, out var known) ? known : null;
        if (clue.Key is not null && _byKey.TryGetValue(clue.Key, out var byKey))
        {
            return bearer is { } other && other != byKey
                ? EmployeeErrors.SnilsTaken
                : new FoundPerson(byKey, FoundBy.Key, SameName: false);
        }

        return bearer is { } id ? new FoundPerson(id, FoundBy.Snils, SameName: false) : FindByName(clue);
    }

    /// <summary>A later row of the chunk may mean the same person.</summary>
    public void Remember(PersonClue clue, Employee employee)
    {
        if (clue.Key is { } key)
        {
            _byKey.TryAdd(key, employee.Id);
        }

        Forget(employee.Id);
        if (employee.Snils is { } snils)
        {
            Know(snils, employee.Id);
        }

        if (!_byName.TryGetValue(employee.NameKey, out var namesakes))
        {
            _byName.Add(employee.NameKey, namesakes = []);
        }

        _nameOf[employee.Id] = employee.NameKey;
        namesakes.Add(
            new Namesake(
                employee.Id,
                employee.NameKey,
                employee.BirthDate,
                employee.Snils,
                [.. employee.Employments.Select(place => place.OrganisationId)]
            )
        );
    }

    /// <summary>
    /// The row may have corrected number, name or birth date: a person with the former ones is somebody else.
    /// </summary>
    private void Forget(Guid id)
    {
        if (_numberOf.Remove(id, out var number))
        {
            _bySnils.Remove(number);
        }

        if (_nameOf.Remove(id, out var name) && _byName.TryGetValue(name, out var namesakes))
        {
            namesakes.RemoveAll(one => one.Id == id);
        }
    }

    private void Know(Snils number, Guid id)
    {
        if (_bySnils.TryAdd(number, id))
        {
            _numberOf[id] = number;
        }
    }

    private Result<FoundPerson> FindByName(PersonClue clue)
    {
        if (!_byName.TryGetValue(clue.NameKey, out var namesakes))
        {
            return new FoundPerson(null, FoundBy.Name, SameName: false);
        }

        var colleagues = namesakes.FindAll(one => WorksAt(one, clue.OrganisationId));
        var same = colleagues.FindAll(one =>
            IsBorn(one, clue.BirthDate) && (one.Snils is null || clue.Snils is null || one.Snils == clue.Snils)
        );
        return same.Count > 1
            ? EmployeeErrors.SeveralFit
            : new FoundPerson(
                same.Count == 1 ? same[0].Id : null,
                FoundBy.Name,
                SameName: same.Count == 0 && colleagues.Exists(one => MayBe(one, clue))
            );
    }

    private async Task LoadSnilsAsync(
        IReadOnlyList<PersonClue> clues,
        HashSet<Guid> meant,
        CancellationToken cancellationToken
    )
    {
        Snils?[] numbers = [.. clues.Where(one => one.Snils is not null).Select(one => one.Snils).Distinct()];
        if (numbers.Length == 0)
        {
            return;
        }

        // Also of persons whom the caller may not see: a number is one person's in the whole centre.
        var bearers = await store
            .Employees.IgnoreQueryFilters([QueryFilters.Organisations])
            .Where(employee => numbers.Contains(employee.Snils))
            .Select(employee => new { employee.Id, employee.Snils })
            .ToListAsync(cancellationToken);
        foreach (var bearer in bearers)
        {
            Know(bearer.Snils!.Value, bearer.Id);
            meant.Add(bearer.Id);
        }
    }

    private async Task LoadNamesAsync(
        IReadOnlyList<PersonClue> clues,
        HashSet<Guid> meant,
        CancellationToken cancellationToken
    )
    {
        string[] names =
        [
            .. clues
                .Where(one =>
                    one.NameKey.Length > 0
                    && (one.Key is not { } key || !_byKey.ContainsKey(key))
                    && (one.Snils is not { } number || !_bySnils.ContainsKey(number))
                )
                .Select(one => one.NameKey)
                .Distinct(StringComparer.Ordinal),
        ];
        if (names.Length == 0)
        {
            return;
        }

        var found = await store
            .Employees.Where(employee => EF.Parameter(names).Contains(employee.NameKey))
            .Select(employee => new Namesake(
                employee.Id,
                employee.NameKey,
                employee.BirthDate,
                employee.Snils,
                employee.Employments.Select(place => place.OrganisationId).ToList()
            ))
            .ToListAsync(cancellationToken);
        foreach (var group in found.GroupBy(one => one.NameKey))
        {
            _byName.Add(group.Key, [.. group]);
            foreach (var one in group)
            {
                _nameOf[one.Id] = one.NameKey;
            }
        }

        foreach (var clue in clues)
        {
            if (_byName.TryGetValue(clue.NameKey, out var namesakes))
            {
                meant.UnionWith(
                    namesakes
                        .Where(one => IsBorn(one, clue.BirthDate) && WorksAt(one, clue.OrganisationId))
                        .Select(one => one.Id)
                );
            }
        }
    }

    /// <summary>Nothing that both say of themselves tells them apart.</summary>
    private static bool MayBe(Namesake one, PersonClue clue) =>
        (one.BirthDate is null || clue.BirthDate is null || one.BirthDate == clue.BirthDate)
        && (one.Snils is null || clue.Snils is null || one.Snils == clue.Snils);

    private static bool IsBorn(Namesake one, DateOnly? birthDate) =>
        birthDate is not null && one.BirthDate == birthDate;

    private static bool WorksAt(Namesake one, Guid? organisationId) =>
        organisationId is { } id && one.OrganisationIds.Contains(id);

    private sealed record Namesake(
        Guid Id,
        string NameKey,
        DateOnly? BirthDate,
        Snils? Snils,
        IReadOnlyList<Guid> OrganisationIds
    );
}

/// <summary>What a row says of a person.</summary>
/// <param name="Key">Key of the source.</param>
/// <param name="Snils">СНИЛС.</param>
/// <param name="NameKey">Normal form of the full name; empty: none is given.</param>
/// <param name="BirthDate">Birth date.</param>
/// <param name="OrganisationId">A place of work.</param>
internal sealed record PersonClue(string? Key, Snils? Snils, string NameKey, DateOnly? BirthDate, Guid? OrganisationId);

/// <summary>By what a person was known.</summary>
internal enum FoundBy
{
    Key,
    Snils,
    Name,
}

/// <summary>Whom a row means.</summary>
/// <param name="Id">The person on file; null: nobody.</param>
/// <param name="By">By what.</param>
/// <param name="SameName">Nobody fits, but a colleague has the same name.</param>
internal sealed record FoundPerson(Guid? Id, FoundBy By, bool SameName);
