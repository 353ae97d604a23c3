using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Ports;
using MethodCenter.Domain.Common;
using MethodCenter.Domain.Organizations.Employees;
using Microsoft.EntityFrameworkCore;

namespace MethodCenter.Application.Organizations.Employees;

/// <summary>Finds the persons whom the rows of a chunk mean, those on file and those whom earlier rows of it have made.</summary>
/// <remarks>
/// By the key of the source, by СНИЛС, else by name, birth date and organisation together; by the name alone nobody is
/// ever taken for another. Four queries for a chunk.
/// </remarks>
internal sealed class EmployeeMatch(IOrganizationStore store, IExternalKeys keys)
{
    public const string Resource = "employees";

    private readonly Dictionary<string, Guid> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<Snils, Guid> _bySnils = [];
    private readonly Dictionary<string, List<Namesake>> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, Employee> _employees = [];

    /// <summary>Reads everyone whom the rows may mean; what was read for an earlier chunk is forgotten.</summary>
    public async Task LoadAsync(
        IReadOnlyList<Candidate> candidates,
        string? source,
        CancellationToken cancellationToken
    )
    {
        _byKey.Clear();
        _bySnils.Clear();
        _byName.Clear();
        _employees.Clear();
        HashSet<Guid> meant = [];
        if (source is not null)
        {
            string[] texts = [.. candidates.Select(one => one.Row.Value.Key).OfType<string>().Distinct()];
            foreach (var (key, id) in await keys.FindManyAsync(Resource, source, texts, cancellationToken))
            {
                _byKey.Add(key, id);
                meant.Add(id);
            }
        }

        await LoadSnilsAsync(candidates, meant, cancellationToken);
        await LoadNamesAsync(candidates, meant, cancellationToken);
        if (meant.Count > 0)
        {
            Guid[] ids = [.. meant];
            var found = await store
                .Employees.Include(employee => employee.Employments)
                .Where(employee => ids.Contains(employee.Id))
                .ToListAsync(cancellationToken);
            foreach (var employee in found)
            {
                _employees.Add(employee.Id, employee);
            }
        }
    }

    /// <summary>Whom a row means; null: somebody new.</summary>
    public Result<Found> Find(Candidate candidate)
    {
        var (key, snils) = (candidate.Row.Value.Key, candidate.Snils);
        Guid? bearer = snils is { } number && _bySnils.TryGetValue(number, out var known) ? known : null;
        if (key is not null && _byKey.TryGetValue(key, out var byKey))
        {
            return !_employees.TryGetValue(byKey, out var keyed) ? ExternalKeyErrors.Taken
                : bearer is { } other && other != byKey ? EmployeeErrors.SnilsTaken
                : new Found(keyed, ByKey: true);
        }

        if (bearer is { } id)
        {
            return _employees.TryGetValue(id, out var numbered)
                ? new Found(numbered, ByKey: false)
                : EmployeeErrors.SnilsTaken;
        }

        return FindByName(candidate);
    }

    /// <summary>A later row of the chunk may mean the same person.</summary>
    public void Remember(Candidate candidate, Employee employee)
    {
        if (candidate.Row.Value.Key is { } key)
        {
            _byKey.TryAdd(key, employee.Id);
        }

        if (candidate.Snils is { } snils)
        {
            _bySnils.TryAdd(snils, employee.Id);
        }

        if (_employees.TryAdd(employee.Id, employee))
        {
            NamesakesOf(employee.NameKey)
                .Add(
                    new Namesake(
                        employee.Id,
                        employee.NameKey,
                        employee.BirthDate,
                        employee.Snils,
                        [candidate.Organisation.Id]
                    )
                );
        }
    }

    private Result<Found> FindByName(Candidate candidate)
    {
        if (!_byName.TryGetValue(candidate.NameKey, out var namesakes))
        {
            return new Found(null, ByKey: false);
        }

        var (birthDate, snils) = (candidate.Body.BirthDate, candidate.Snils);
        var colleagues = namesakes.FindAll(one => one.OrganisationIds.Contains(candidate.Organisation.Id));
        var same = colleagues.FindAll(one =>
            birthDate is not null
            && one.BirthDate == birthDate
            && (one.Snils is null || snils is null || one.Snils == snils)
        );
        if (same.Count > 1)
        {
            return EmployeeErrors.SeveralFit;
        }

        if (same.Count == 1)
        {
            return _employees.TryGetValue(same[0].Id, out var employee)
                ? new Found(employee, ByKey: false)
                : new Found(null, ByKey: false);
        }

        if (colleagues.Count > 0)
        {
            candidate.Row.Warn(new Warning("employee.same-name"));
        }

        return new Found(null, ByKey: false);
    }

    private async Task LoadSnilsAsync(
        IReadOnlyList<Candidate> candidates,
        HashSet<Guid> meant,
        CancellationToken cancellationToken
    )
    {
        Snils?[] numbers = [.. candidates.Where(one => one.Snils is not null).Select(one => one.Snils).Distinct()];
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
            _bySnils.Add(bearer.Snils!.Value, bearer.Id);
            meant.Add(bearer.Id);
        }
    }

    private async Task LoadNamesAsync(
        IReadOnlyList<Candidate> candidates,
        HashSet<Guid> meant,
        CancellationToken cancellationToken
    )
    {
        string[] names =
        [
            .. candidates
                .Where(one =>
                    (one.Row.Value.Key is not { } key || !_byKey.ContainsKey(key))
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
        foreach (var namesake in found)
        {
            NamesakesOf(namesake.NameKey).Add(namesake);
        }

        foreach (var candidate in candidates)
        {
            if (_byName.TryGetValue(candidate.NameKey, out var namesakes))
            {
                meant.UnionWith(
                    namesakes
                        .Where(one =>
                            one.BirthDate is not null
                            && one.BirthDate == candidate.Body.BirthDate
                            && one.OrganisationIds.Contains(candidate.Organisation.Id)
                        )
                        .Select(one => one.Id)
                );
            }
        }
    }

    private List<Namesake> NamesakesOf(string nameKey)
    {
        if (!_byName.TryGetValue(nameKey, out var namesakes))
        {
            _byName.Add(nameKey, namesakes = []);
        }

        return namesakes;
    }

    private sealed record Namesake(
        Guid Id,
        string NameKey,
        DateOnly? BirthDate,
        Snils? Snils,
        IReadOnlyList<Guid> OrganisationIds
    );
}

/// <summary>Whom a row means.</summary>
/// <param name="Employee">The person on file; null: somebody new.</param>
/// <param name="ByKey">The source's key names the person already.</param>
internal sealed record Found(Employee? Employee, bool ByKey);
