using MethodCenter.Domain.Territory.Employees;

namespace MethodCenter.Application.Territory.Employees;

/// <summary>
/// Loads the persons to whom the rows of a staff list refer, with their places of work. Four queries for a chunk, and one
/// more where it names new persons.
/// </summary>
internal sealed class EmployeeMatch(ITerritoryStore store, PersonMatch persons, LikeNames likeNames)
{
    private readonly Dictionary<Guid, Employee> _employees = [];

    /// <summary>Reads everyone to whom the rows may refer; what was read for an earlier chunk is forgotten.</summary>
    public async Task LoadAsync(
        IReadOnlyList<Candidate> candidates,
        string? source,
        CancellationToken cancellationToken
    )
    {
        _employees.Clear();
        Guid[] ids = [.. await persons.LoadAsync([.. candidates.Select(one => one.Clue)], source, cancellationToken)];
        if (ids.Length > 0)
        {
            var found = await store
                .Employees.Include(employee => employee.Employments)
                .Where(employee => ids.Contains(employee.Id))
                .ToListAsync(cancellationToken);
            foreach (var employee in found)
            {
                _employees.Add(employee.Id, employee);
            }
        }

        await likeNames.LoadAsync(
            [
                .. candidates
                    .Select(one => one.Clue)
                    .Where(clue => persons.Find(clue).Succeeded(out var found, out _) && found.Id is null),
            ],
            cancellationToken
        );
    }

    /// <inheritdoc cref="PersonMatch.ByProtectedData"/>
    public bool ByProtectedData => persons.ByProtectedData;

    /// <summary>Whom a row means; null: somebody new.</summary>
    public Result<Found> Find(Candidate candidate)
    {
        if (!persons.Find(candidate.Clue).Succeeded(out var found, out var error))
        {
            return error;
        }

        if (found.Id is not { } id)
        {
            if (likeNames.Find(candidate.Clue) is { } like)
            {
                candidate.Row.Refuse(EmployeeErrors.NearMatch, "lastName", like);
                return new Found(null, ByKey: false);
            }

            if (found.SameName)
            {
                candidate.Row.Warn(EmployeeWarnings.SameName);
            }

            return new Found(null, ByKey: false);
        }

        // A person who is on file but invisible to the caller is not registered a second time.
        return !_employees.TryGetValue(id, out var employee)
            ? found.By == FoundBy.Key
                ? ExternalKeyErrors.Taken
                : EmployeeErrors.SnilsTaken
            : new Found(employee, found.By == FoundBy.Key);
    }

    /// <summary>A later row of the chunk may mean the same person.</summary>
    public void Remember(Candidate candidate, Employee employee)
    {
        persons.Remember(candidate.Clue, employee);
        likeNames.Remember(employee);
        _employees.TryAdd(employee.Id, employee);
    }
}

/// <summary>Whom a row means.</summary>
/// <param name="Employee">The person on file; null: somebody new.</param>
/// <param name="ByKey">The source's key names the person already.</param>
internal sealed record Found(Employee? Employee, bool ByKey);

/// <summary>What is accepted and doubtful about a person.</summary>
internal static class EmployeeWarnings
{
    public static readonly Warning SameName = new("employee.same-name");

    /// <summary>Birth date, sex or СНИЛС were given by somebody who may not write them.</summary>
    public static readonly Warning ProtectedLeftOut = new("employee.protected-left-out");

    /// <summary>Key or number are one person's, the name in the row is not his.</summary>
    public static readonly Warning OtherName = new("employee.other-name");
}
