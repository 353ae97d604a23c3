using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Common.Models;

namespace MethodCenter.Application.Territory.Employees;

/// <summary>
/// Imports entries of people's histories, which never change: what is on file has to be the same in the file, and what was
/// annulled may stand there only as it was.
/// </summary>
/// <typeparam name="TRow">A row of the file.</typeparam>
/// <typeparam name="TWanted">A row whose references are found.</typeparam>
/// <typeparam name="TDetails">The entry on file, as the commands answer with it.</typeparam>
/// <typeparam name="TKey">What makes two entries one.</typeparam>
internal abstract class HistoryImporter<TRow, TWanted, TDetails, TKey>(
    PersonDirectory persons,
    RowCommands commands,
    Error recordedOtherwise,
    Error annulmentNotByFile
) : CommandImporter<TRow, TWanted, TDetails>(commands)
    where TRow : PersonRow, new()
    where TWanted : WantedEntry<TRow>
    where TDetails : DetailsModel
    where TKey : notnull
{
    private readonly Dictionary<TKey, TDetails> _known = [];

    /// <summary>What was annulled; of one key there may be several.</summary>
    private readonly Dictionary<TKey, List<TDetails>> _annulled = [];

    protected override async Task LoadAsync(
        IReadOnlyList<TWanted> found,
        string? source,
        CancellationToken cancellationToken
    )
    {
        _known.Clear();
        _annulled.Clear();
        await persons.LoadAsync([.. found.Select(one => one.Person)], [], source, cancellationToken);
        HashSet<Guid> employeeIds = [];
        foreach (var one in found)
        {
            if (persons.Find(one.Person).Succeeded(out var person, out _))
            {
                employeeIds.Add(person.Id);
            }
        }

        if (employeeIds.Count > 0)
        {
            foreach (var entry in await ReadAsync(employeeIds, found, cancellationToken))
            {
                Add(entry);
            }
        }
    }

    protected override RowPlan<TDetails>? Plan(TWanted wanted)
    {
        if (persons.FindPerson(wanted.Row, wanted.Person) is not { } person)
        {
            return null;
        }

        var key = KeyOf(wanted, person.Id);
        if (IsAnnulled(wanted))
        {
            return PlanAnnulled(wanted, key);
        }

        if (!_known.TryGetValue(key, out var known))
        {
            var plan = new RowPlan<TDetails>(known: null);
            Begin(plan, wanted, person.Id);
            return plan;
        }

        foreach (var column in Differences(wanted, known))
        {
            wanted.Row.Refuse(recordedOtherwise, column);
        }

        return wanted.Row.Refused ? null : new RowPlan<TDetails>(known);
    }

    /// <inheritdoc cref="PersonRows.TakePerson"/>
    protected PersonClue? TakePerson(
        ImportRow<TRow> row,
        Guid? organisationId,
        string? source,
        bool anywhere = false
    ) => persons.TakePerson(row, organisationId, source, anywhere);

    protected override void Remember(TWanted wanted, TDetails details) => Add(details);

    /// <summary>Reads the entries of people that may be those of the rows.</summary>
    protected abstract Task<List<TDetails>> ReadAsync(
        HashSet<Guid> employeeIds,
        IReadOnlyList<TWanted> found,
        CancellationToken cancellationToken
    );

    protected abstract TKey KeyOf(TWanted wanted, Guid employeeId);

    protected abstract TKey KeyOf(TDetails details);

    protected abstract bool IsAnnulled(TWanted wanted);

    protected abstract bool IsAnnulled(TDetails details);

    /// <summary>Plans the command that records the entry.</summary>
    protected abstract void Begin(RowPlan<TDetails> plan, TWanted wanted, Guid employeeId);

    /// <summary>The columns that say something else than what is on file; an empty cell says nothing.</summary>
    protected abstract IEnumerable<string> Differences(TWanted wanted, TDetails known);

    private RowPlan<TDetails>? PlanAnnulled(TWanted wanted, TKey key)
    {
        if (
            _annulled.TryGetValue(key, out var annulled)
            && annulled.Find(one => !Differences(wanted, one).Any()) is { } known
        )
        {
            return new RowPlan<TDetails>(known);
        }

        wanted.Row.RefuseBy(annulmentNotByFile);
        return null;
    }

    private void Add(TDetails details)
    {
        var key = KeyOf(details);
        if (!IsAnnulled(details))
        {
            _known[key] = details;
        }
        else if (_annulled.TryGetValue(key, out var annulled))
        {
            annulled.Add(details);
        }
        else
        {
            _annulled.Add(key, [details]);
        }
    }
}

/// <summary>A row that means an entry of a person's history.</summary>
internal abstract record WantedEntry<TRow>(ImportRow<TRow> Row, PersonClue Person) : Wanted<TRow>(Row)
    where TRow : class, new();
