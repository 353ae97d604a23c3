using MethodCenter.Domain.Territory.Employees;

namespace MethodCenter.Application.Territory.Employees;

/// <summary>Finds colleagues whose names look like those of persons who are not on file.</summary>
/// <remarks>
/// A birth date or a number that differs tells two persons apart only for those who may read such data: to others the answer
/// would tell what they may not know.
/// </remarks>
internal sealed class LikeNames(ITerritoryStore store, Caller caller)
{
    private const int MostShown = 5;

    private readonly Dictionary<string, List<Colleague>> _byLikeness = new(StringComparer.Ordinal);

    /// <summary>Reads who may be meant by persons who are not on file.</summary>
    public async Task LoadAsync(IReadOnlyList<PersonClue> strangers, CancellationToken cancellationToken)
    {
        _byLikeness.Clear();
        string[] likenesses =
        [
            .. strangers.Select(one => NameLikeness.Of(one.NameKey)).Distinct(StringComparer.Ordinal),
        ];
        if (likenesses.Length == 0)
        {
            return;
        }

        var found = await store
            .Employees.Where(employee => EF.Parameter(likenesses).Contains(employee.LikeKey))
            .Select(employee => new
            {
                employee.LikeKey,
                Colleague = new Colleague(
                    employee.Id,
                    employee.NameKey,
                    employee.LastName + " " + employee.FirstName + " " + employee.Patronymic,
                    employee.BirthDate,
                    employee.Snils,
                    employee.Employments.Select(place => place.OrganisationId).ToList()
                ),
            })
            .ToListAsync(cancellationToken);
        foreach (var one in found)
        {
            Add(one.LikeKey, one.Colleague);
        }
    }

    /// <summary>The names of colleagues who may be the person; null: there is none.</summary>
    public string? Find(PersonClue clue)
    {
        if (
            clue.OrganisationId is not { } organisationId
            || !_byLikeness.TryGetValue(NameLikeness.Of(clue.NameKey), out var colleagues)
        )
        {
            return null;
        }

        var names = colleagues
            .Where(one =>
                one.NameKey != clue.NameKey && one.OrganisationIds.Contains(organisationId) && !IsAnother(one, clue)
            )
            .Select(one => one.FullName.Trim())
            .Take(MostShown)
            .ToList();
        return names.Count == 0 ? null : string.Join("; ", names);
    }

    /// <summary>A later row of the chunk may look like this person.</summary>
    public void Remember(Employee employee)
    {
        if (_byLikeness.TryGetValue(employee.LikeKey, out var colleagues))
        {
            colleagues.RemoveAll(one => one.Id == employee.Id);
        }

        Add(
            employee.LikeKey,
            new Colleague(
                employee.Id,
                employee.NameKey,
                $"{employee.LastName} {employee.FirstName} {employee.Patronymic}",
                employee.BirthDate,
                employee.Snils,
                [.. employee.Employments.Select(place => place.OrganisationId)]
            )
        );
    }

    private bool IsAnother(Colleague one, PersonClue clue) =>
        caller.May(EmployeePermissions.ReadPersonalData)
        && (
            (one.BirthDate is { } born && clue.BirthDate is { } given && born != given)
            || (one.Snils is { } number && clue.Snils is { } other && number != other)
        );

    private void Add(string likeness, Colleague colleague)
    {
        if (!_byLikeness.TryGetValue(likeness, out var colleagues))
        {
            _byLikeness.Add(likeness, colleagues = []);
        }

        colleagues.Add(colleague);
    }

    private sealed record Colleague(
        Guid Id,
        string NameKey,
        string FullName,
        DateOnly? BirthDate,
        Snils? Snils,
        IReadOnlyList<Guid> OrganisationIds
    );
}
