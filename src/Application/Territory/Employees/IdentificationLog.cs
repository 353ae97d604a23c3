namespace MethodCenter.Application.Territory.Employees;

/// <summary>Who was recognised by protected data since the last note of it: each goes into the audit (PD-4).</summary>
/// <remarks>
/// A check is rolled back with all that it wrote, and it has told whose data they are all the same; so whoever ends the
/// work takes the log along into the transaction that stays.
/// </remarks>
internal sealed class IdentificationLog(IAuditLog audit)
{
    /// <summary>So many entries are written at once.</summary>
    public const int MostAtOnce = 1000;

    private readonly Dictionary<Guid, HashSet<string>> _told = [];
    private readonly Queue<(Guid Id, string Field)> _waiting = [];

    public bool IsEmpty => _waiting.Count == 0;

    public void Note(Guid employeeId, string field)
    {
        if (!_told.TryGetValue(employeeId, out var fields))
        {
            _told.Add(employeeId, fields = []);
        }

        if (fields.Add(field))
        {
            _waiting.Enqueue((employeeId, field));
        }
    }

    /// <summary>Hands entries to the next save of the unit of work, at most <see cref="MostAtOnce"/>.</summary>
    /// <returns>What was handed over, to be given back to <see cref="Return"/> where the save came to nothing.</returns>
    public IReadOnlyList<(Guid Id, string Field)> Write(string purpose)
    {
        List<(Guid Id, string Field)> written = [];
        while (written.Count < MostAtOnce && _waiting.TryDequeue(out var one))
        {
            audit.RecordIdentification(one.Id, one.Field, purpose);
            written.Add(one);
        }

        return written;
    }

    /// <summary>Takes over what another log has noted, of work that was done apart.</summary>
    public void Take(IdentificationLog other)
    {
        while (other._waiting.TryDequeue(out var one))
        {
            Note(one.Id, one.Field);
        }
    }

    public void Return(IReadOnlyList<(Guid Id, string Field)> unwritten)
    {
        foreach (var one in unwritten)
        {
            _waiting.Enqueue(one);
        }
    }
}
