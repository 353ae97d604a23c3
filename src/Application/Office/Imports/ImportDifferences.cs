using System.Text.Json;
using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Office.Audit;
using MethodCenter.Domain.Office.Audit;

namespace MethodCenter.Application.Office.Imports;

/// <summary>Says how a file differs from the database: what is new, what would change, what the file does not name.</summary>
/// <remarks>What would change is read from the audit that the comparison itself has written and that is rolled back with it.</remarks>
internal sealed class ImportDifferences(IAuditTrail audit)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Notes at each row of a chunk whether it is new or what it would change; remembers the objects it names.</summary>
    /// <param name="rows">The rows of the chunk.</param>
    /// <param name="seen">The objects that the file names.</param>
    /// <param name="since">When the chunk was begun: what the audit holds since then, the comparison itself has written.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task NoteAsync(
        IReadOnlyList<ImportRow> rows,
        HashSet<Guid> seen,
        DateTimeOffset since,
        CancellationToken cancellationToken
    )
    {
        foreach (var row in rows.Where(row => row.SubjectId != Guid.Empty))
        {
            seen.Add(row.SubjectId);
            if (row.Outcome == RowOutcome.Created)
            {
                row.Differ("compare.new", null, new Dictionary<string, object?>());
            }
        }

        var changed = rows.Where(row => row.Outcome == RowOutcome.Changed).ToLookup(row => row.SubjectId);
        Guid[] ids = [.. changed.Select(group => group.Key)];
        if (ids.Length == 0)
        {
            return;
        }

        // A row may take several commands, each with an entry of its own.
        var entries = await audit
            .Entries.Where(entry =>
                EF.Parameter(ids).Contains(entry.SubjectId) && entry.Kind == AuditKind.Changed && entry.At >= since
            )
            .OrderBy(entry => entry.At)
            .Select(entry => new { entry.SubjectId, entry.Changes })
            .ToListAsync(cancellationToken);
        var told = entries.Select(entry => entry.SubjectId).ToHashSet();
        var made = rows.Where(row => row.Outcome == RowOutcome.Created).Select(row => row.SubjectId).ToHashSet();
        foreach (var group in changed.Where(group => !told.Contains(group.Key)))
        {
            // Nothing of the object itself is changed: an earlier row has made it, or it gets a key.
            var (code, column) = made.Contains(group.Key) ? ("compare.new", null) : ("compare.changed", "key");
            foreach (var row in group)
            {
                row.Differ(code, column, new Dictionary<string, object?> { ["fields"] = column });
            }
        }

        foreach (var group in entries.GroupBy(entry => entry.SubjectId))
        {
            var fields = group.SelectMany(entry =>
                JsonSerializer.Deserialize<List<Field>>(entry.Changes ?? "[]", Json)!
            );
            var names = string.Join(", ", fields.Select(field => field.Name).Distinct(StringComparer.Ordinal));
            foreach (var row in changed[group.Key])
            {
                row.Differ("compare.changed", null, new Dictionary<string, object?> { ["fields"] = names });
            }
        }
    }

    /// <summary>Notes the objects on file that the file did not name.</summary>
    public static async Task NoteMissingAsync(
        IImportSession session,
        HashSet<Guid> seen,
        ImportTally tally,
        CancellationToken cancellationToken
    )
    {
        if (tally.Unplaced > 0)
        {
            var warning = ImportWarnings.MissingUncertain.With("rows", tally.Unplaced);
            tally.Note(0, new RowFinding(FindingSeverity.Warning, null, warning.Code) { Params = warning.Params });
        }

        await foreach (var known in session.ReadKnownAsync().WithCancellation(cancellationToken))
        {
            if (!seen.Contains(known.Id))
            {
                tally.CountMissing();
                tally.Note(
                    0,
                    new RowFinding(FindingSeverity.Difference, null, "compare.missing") { Value = known.Name }
                );
            }
        }
    }

    private sealed record Field([property: System.Text.Json.Serialization.JsonPropertyName("field")] string Name);
}
