using MethodCenter.Application.Common.Datasets;
using MethodCenter.Domain.Territory.Employees;

namespace MethodCenter.Application.Territory.Employees;

/// <summary>
/// Finds the persons on file to whom rows refer. Nobody is registered: a person who is not found is not on file.
/// </summary>
internal sealed class PersonDirectory(ITerritoryStore store, PersonMatch match)
{
    private readonly Dictionary<Guid, PersonFacts> _known = [];

    /// <summary>Reads who may be meant, and some by id; what was read for an earlier chunk is forgotten.</summary>
    public async Task LoadAsync(
        IReadOnlyList<PersonClue> clues,
        IEnumerable<Guid> others,
        string? source,
        CancellationToken cancellationToken
    )
    {
        _known.Clear();
        Guid[] ids = [.. (await match.LoadAsync(clues, source, cancellationToken)).Union(others)];
        if (ids.Length == 0)
        {
            return;
        }

        // The default filter hides persons whom the caller may not see.
        var found = await store
            .SeenEmployees.Where(employee => ids.Contains(employee.Id))
            .Select(employee => new PersonFacts(employee.Id, employee.NameKey, employee.BirthDate))
            .ToListAsync(cancellationToken);
        foreach (var person in found)
        {
            _known.Add(person.Id, person);
        }
    }

    /// <inheritdoc cref="PersonMatch.ByProtectedData"/>
    public bool ByProtectedData => match.ByProtectedData;

    /// <summary>
    /// The person who is meant. A person whom the caller may not see is as unknown as one who is not on file.
    /// </summary>
    public Result<PersonFacts> Find(PersonClue clue) =>
        !match.Find(clue).Succeeded(out var found, out var error)
            ? error == EmployeeErrors.SnilsTaken
                ? EmployeeErrors.KeyOfAnother
                : error
            : found.Id is not { } id
                ? Unknown
                : _known.TryGetValue(id, out var person)
                    ? person
                    : Unknown;

    /// <summary>Someone who was asked for by id; null: not to be seen.</summary>
    public PersonFacts? Get(Guid id) => _known.GetValueOrDefault(id);

    private static Error Unknown => EmployeeErrors.Unknown("/employeeId");
}

/// <summary>What a row needs to know of a person.</summary>
internal sealed record PersonFacts(Guid Id, string NameKey, DateOnly? BirthDate);

internal static class PersonRows
{
    /// <summary>Reads what a row says of its person; null: the row was refused.</summary>
    /// <param name="persons">The persons on file.</param>
    /// <param name="row">The row.</param>
    /// <param name="organisationId">The organisation that the row names.</param>
    /// <param name="source">The source of keys.</param>
    /// <param name="anywhere">Whether the person need not work at that organisation.</param>
    public static PersonClue? TakePerson<TRow>(
        this PersonDirectory persons,
        ImportRow<TRow> row,
        Guid? organisationId,
        string? source,
        bool anywhere = false
    )
        where TRow : PersonRow, new()
    {
        var value = row.Value;
        row.TakeKey(value.EmployeeKey, "employeeKey", source, out var key);
        var snils = row.TakeSnils(value.Snils, "snils");
        var clue = new PersonClue(key?.Key, snils, value.NameKey, value.BirthDate, organisationId)
        {
            Anywhere = anywhere,
        };
        var named =
            value.LastName is not null && (value.Organisation is not null || (anywhere && persons.ByProtectedData));
        var identified = persons.ByProtectedData
            ? clue is not { Key: null, Snils: null } || (named && value.BirthDate is not null)
            : clue.Key is not null || named;
        if (!row.Refused && !identified)
        {
            row.Refuse(
                persons.ByProtectedData ? EmployeeErrors.NotIdentified : EmployeeErrors.NotNamed,
                value.IdentityColumn
            );
        }

        if (!persons.ByProtectedData && (value.BirthDate is not null || snils is not null))
        {
            row.Warn(EmployeeWarnings.ProtectedLeftOut, value.BirthDate is not null ? "birthDate" : "snils");
        }

        return row.Refused ? null : clue;
    }

    public static Snils? TakeSnils(this ImportRow row, string? text, string column)
    {
        if (text is null)
        {
            return null;
        }

        if (Snils.TryParse(text, out var snils))
        {
            return snils;
        }

        row.Refuse(EmployeeErrors.InvalidSnils, column, text);
        return null;
    }

    /// <summary>The person of a row; null: the row was refused.</summary>
    public static PersonFacts? FindPerson<TRow>(this PersonDirectory persons, ImportRow<TRow> row, PersonClue clue)
        where TRow : PersonRow, new()
    {
        if (!persons.Find(clue).Succeeded(out var person, out var error))
        {
            row.Refuse(error, row.Value.IdentityColumn);
            return null;
        }

        if (
            persons.ByProtectedData
            && clue.Key is not null
            && row.Value.LastName is not null
            && Employee.RefuseKeyOf(Bears(person.NameKey, clue.NameKey), person.BirthDate, clue.BirthDate) is { } other
        )
        {
            row.Refuse(other, row.Value.IdentityColumn);
            return null;
        }

        // Somebody has married, or the key belongs to another: a person should look.
        if (row.Value.LastName is not null && !Bears(person.NameKey, clue.NameKey))
        {
            row.Warn(EmployeeWarnings.OtherName, "lastName");
        }

        return person;
    }

    /// <summary>A row may leave out the last parts of a name.</summary>
    public static bool Bears(string nameKey, string written) =>
        nameKey.StartsWith(written, StringComparison.Ordinal)
        && (nameKey.Length == written.Length || nameKey[written.Length] == ' ');
}
