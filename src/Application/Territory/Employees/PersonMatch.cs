using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Tables;
using MethodCenter.Domain.Territory.Employees;

namespace MethodCenter.Application.Territory.Employees;

/// <summary>
/// Tells which persons the rows of a chunk mean, those on file and those whom earlier rows of it have made.
/// </summary>
/// <remarks>
/// By the key of the source, by СНИЛС, else by name, birth date and organisation together; by the name alone nobody is
/// ever taken for another. Where the organisation of a row need not be the place of work, name and birth date do, if but one
/// person bears them. Three queries for a chunk. Who may not read protected data does not identify by them either:
/// whatever he says of birth date and СНИЛС changes nothing in the answer, he names a key, or name and organisation.
/// </remarks>
internal sealed class PersonMatch(ITerritoryStore store, IExternalKeys keys, IdentificationLog log, Caller caller)
{
    public const string Resource = "employees";

    /// <summary>So many birth dates, and so many numbers, one name may have in a file: real namesakes are fewer.</summary>
    private const int MostGuesses = 5;

    private const string BirthDate = "birthDate";
    private const string Number = "snils";

    private readonly Dictionary<(string NameKey, Guid? OrganisationId), HashSet<DateOnly>> _birthDates = [];
    private readonly Dictionary<(string NameKey, Guid? OrganisationId), HashSet<Snils>> _numbers = [];
    private readonly HashSet<(string NameKey, Guid? OrganisationId)> _ambiguous = [];

    private readonly Dictionary<string, Guid> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<Snils, Guid> _bySnils = [];
    private readonly Dictionary<string, List<Namesake>> _byName = new(StringComparer.Ordinal);

    /// <summary>Under which number and name a person stands above; a row may give him others.</summary>
    private readonly Dictionary<Guid, Snils> _numberOf = [];
    private readonly Dictionary<Guid, string> _nameOf = [];

    /// <summary>Whether the caller may find out who is meant by birth date or СНИЛС.</summary>
    public bool ByProtectedData => caller.May(EmployeePermissions.ReadPersonalData);

    /// <summary>Reads who may be meant; what was read for an earlier chunk is forgotten.</summary>
    /// <returns>Their ids, also of persons whom the caller may not see.</returns>
    /// <exception cref="TableFileException">The file tries one name with many birth dates or numbers.</exception>
    public async Task<IReadOnlySet<Guid>> LoadAsync(
        IReadOnlyList<PersonClue> given,
        string? source,
        CancellationToken cancellationToken
    )
    {
        RefuseGuesses(given);
        IReadOnlyList<PersonClue> clues = ByProtectedData ? given : [.. given.Select(Permitted)];
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
    public Result<FoundPerson> Find(PersonClue given)
    {
        var clue = Permitted(given);
        Guid? bearer = clue.Snils is { } number && _bySnils.TryGetValue(number, out var known) ? known : null;
        if (clue.Key is not null && _byKey.TryGetValue(clue.Key, out var byKey))
        {
            if (bearer is not { } other || other == byKey)
            {
                return new FoundPerson(byKey, FoundBy.Key, SameName: false);
            }

            log.Note(other, Number);
            return EmployeeErrors.SnilsTaken;
        }

        if (bearer is { } told)
        {
            log.Note(told, Number);
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

        var name = caller.NameKeyOf(employee);
        if (!_byName.TryGetValue(name, out var namesakes))
        {
            _byName.Add(name, namesakes = []);
        }

        _nameOf[employee.Id] = name;
        namesakes.Add(
            new Namesake(
                employee.Id,
                name,
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

    private PersonClue Permitted(PersonClue clue) =>
        ByProtectedData ? clue : clue with { Snils = null, BirthDate = null };

    /// <summary>
    /// Whoever tries birth dates or numbers one after another would read from the answer which is right, however many
    /// files he takes for it: the file is refused as a whole, and nothing is said of its rows.
    /// </summary>
    private void RefuseGuesses(IReadOnlyList<PersonClue> clues)
    {
        _ambiguous.Clear();
        foreach (var clue in clues.Where(one => one.NameKey.Length > 0))
        {
            var who = (clue.NameKey, clue.OrganisationId);
            var dates = Count(_birthDates, who, clue.BirthDate);
            if (Math.Max(dates, Count(_numbers, who, clue.Snils)) > MostGuesses)
            {
                throw new TableFileException(EmployeeErrors.Guessed.With("most", MostGuesses), row: null);
            }

            // Told apart by what the caller may not identify by: neither is taken for the one on file.
            if (dates > 1)
            {
                _ambiguous.Add(who);
            }
        }
    }

    private static int Count<T>(
        Dictionary<(string NameKey, Guid? OrganisationId), HashSet<T>> known,
        (string NameKey, Guid? OrganisationId) who,
        T? value
    )
        where T : struct
    {
        if (value is not { } given)
        {
            return known.TryGetValue(who, out var before) ? before.Count : 0;
        }

        if (!known.TryGetValue(who, out var values))
        {
            known.Add(who, values = []);
        }

        values.Add(given);
        return values.Count;
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
        if (!ByProtectedData)
        {
            return colleagues.Count > 1 || _ambiguous.Contains((clue.NameKey, clue.OrganisationId))
                ? EmployeeErrors.SeveralFit
                : new FoundPerson(colleagues.Count == 1 ? colleagues[0].Id : null, FoundBy.Name, SameName: false);
        }

        bool IsMeant(Namesake one) =>
            IsBorn(one, clue.BirthDate) && (one.Snils is null || clue.Snils is null || one.Snils == clue.Snils);
        var same = colleagues.FindAll(IsMeant);
        if (same.Count == 0 && clue.Anywhere)
        {
            same = namesakes.FindAll(IsMeant);
        }

        foreach (var one in same)
        {
            log.Note(one.Id, BirthDate);
        }

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

        var found = await Bearers(names).ToListAsync(cancellationToken);
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
                        .Where(one =>
                            (!ByProtectedData || IsBorn(one, clue.BirthDate))
                            && (WorksAt(one, clue.OrganisationId) || (clue.Anywhere && ByProtectedData))
                        )
                        .Select(one => one.Id)
                );
            }
        }
    }

    /// <summary>Who bears one of the names; who is limited to organisations names a person as he knows him.</summary>
    private IQueryable<Namesake> Bearers(string[] names)
    {
        var (seen, all) = (store.SeenEmployees, store.Scope.AllOrganisations);
        var bearers = all
            ? store.Employees.Where(employee => EF.Parameter(names).Contains(employee.NameKey))
            : store.Employees.Where(employee =>
                seen.Any(one => one.Id == employee.Id && EF.Parameter(names).Contains(one.NameKey))
            );
        return bearers.Select(employee => new Namesake(
            employee.Id,
            all ? employee.NameKey : seen.First(one => one.Id == employee.Id).NameKey,
            employee.BirthDate,
            employee.Snils,
            employee.Employments.Select(place => place.OrganisationId).ToList()
        ));
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
