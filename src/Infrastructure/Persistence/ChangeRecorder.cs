using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using MethodCenter.Application.Common.Changes;
using MethodCenter.Application.Common.Ports;
using MethodCenter.Domain.Office.Audit;
using MethodCenter.Domain.Territory.Centres;
using MethodCenter.Infrastructure.Office.Changes;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace MethodCenter.Infrastructure.Persistence;

/// <summary>Prepares tracked changes for the save: owner, revision, audit, change log. All of it in the one transaction.</summary>
internal sealed class ChangeRecorder(MethodCenterDbContext database, ChangeRows rows)
{
    // The natural key of those aggregates that have one.
    private const string Code = "Code";
    private static readonly ConcurrentDictionary<PropertyInfo, bool> Personal = new();
    private readonly Dictionary<Guid, List<string>> _raised = [];

    /// <summary>Remembers a domain event for the change that its aggregate is about to make.</summary>
    public void Note(AggregateRoot root, IDomainEvent domainEvent)
    {
        if (!_raised.TryGetValue(root.Id, out var names))
        {
            _raised.Add(root.Id, names = []);
        }

        names.Add(ChangeRows.NameOf(domainEvent.GetType()));
    }

    /// <summary>Names of the events that an aggregate has raised since the last save.</summary>
    public IReadOnlyList<string> EventsOf(Guid rootId) => _raised.GetValueOrDefault(rootId) ?? [];

    /// <summary>What was noted is saved, or is not going to be.</summary>
    public void Forget() => _raised.Clear();

    /// <summary>Stamps the owner and the revision; one audit entry and one change of the feed for each changed aggregate.</summary>
    /// <remarks>The caller has detected the changes.</remarks>
    public void Record()
    {
        var entries = database
            .ChangeTracker.Entries<Entity>()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .ToList();
        var changes = new Dictionary<Guid, List<FieldChange>>();
        foreach (var entry in entries)
        {
            if (entry.State == EntityState.Added)
            {
                StampOwner(entry);
            }

            var root = entry.Entity is IPart part ? part.RootId : entry.Entity.Id;
            if (!changes.TryGetValue(root, out var fields))
            {
                changes.Add(root, fields = []);
            }

            // Of a new root the audit holds no fields.
            if (entry is not { State: EntityState.Added, Entity: AggregateRoot })
            {
                fields.AddRange(Describe(entry));
            }
        }

        foreach (var entry in database.ChangeTracker.Entries<AggregateRoot>().ToList())
        {
            if (!changes.TryGetValue(entry.Entity.Id, out var fields))
            {
                continue;
            }

            var version = entry.Property(nameof(AggregateRoot.Version));
            version.CurrentValue = (int)version.OriginalValue! + 1;
            Audit(entry.Entity, KindOf(entry.State), fields);
            Tell(entry, (int)version.CurrentValue);
        }

        TellOfBindings();
    }

    private static AuditKind KindOf(EntityState state) =>
        state switch
        {
            EntityState.Added => AuditKind.Created,
            EntityState.Deleted => AuditKind.Deleted,
            _ => AuditKind.Changed,
        };

    private void StampOwner(EntityEntry<Entity> entry) =>
        entry.Property(nameof(Entity.CentreId)).CurrentValue =
            entry.Entity is Centre ? entry.Entity.Id : database.CurrentCentreId;

    private void Audit(AggregateRoot root, AuditKind kind, List<FieldChange> fields)
    {
        // What a new object holds, its own row shows; the audit need not hold it again.
        string? changes = kind == AuditKind.Created ? null : JsonSerializer.Serialize(fields, ChangeRows.Json);
        if (changes?.Length > AuditEntry.ChangesMaxLength)
        {
            changes = JsonSerializer.Serialize(
                fields.Select(field => new FieldChange(field.Field)).Distinct().Take(100),
                ChangeRows.Json
            );
        }

        var appended = database.AuditEntries.Add(rows.Audit(root, kind, changes));
        appended.Property(entry => entry.CentreId).CurrentValue = CentreOf(root);
    }

    private void Tell(EntityEntry<AggregateRoot> entry, int version)
    {
        var (root, centreId) = (entry.Entity, CentreOf(entry.Entity));
        var kind = entry.State switch
        {
            EntityState.Added => ChangeKind.Created,
            EntityState.Deleted => ChangeKind.Deleted,
            _ => ChangeKind.Changed,
        };
        var events = _raised.GetValueOrDefault(root.Id) ?? [];
        database.Changes.Add(rows.Change(root, kind, version, events, centreId));
        if (
            entry.State == EntityState.Modified
            && entry.Metadata.FindProperty(Code) is { } key
            && entry.Property(key) is { IsModified: true } code
        )
        {
            database.Changes.Add(
                rows.CodeChange(root, version, Text(code.OriginalValue), Text(code.CurrentValue), centreId)
            );
        }
    }

    /// <summary>Keys that neighbours have given to what was there before; to what is new they come with the creation.</summary>
    private void TellOfBindings()
    {
        foreach (var binding in database.ChangeTracker.Entries<ExternalKeyRow>().ToList())
        {
            if (binding is not { State: EntityState.Added, Entity: var row })
            {
                continue;
            }

            var subject =
                database
                    .ChangeTracker.Entries<AggregateRoot>()
                    .FirstOrDefault(entry => entry.Entity.Id == row.SubjectId)
                ?? throw new InvalidOperationException("Load what an external key is bound to.");
            if (subject.State is EntityState.Modified or EntityState.Unchanged)
            {
                var (root, key) = (subject.Entity, new ExternalKey(row.Source, row.Key));
                database.Changes.Add(rows.KeyBinding(root, root.Version, key, CentreOf(root)));
            }
        }
    }

    private Guid CentreOf(AggregateRoot root) => root is Centre ? root.Id : database.CurrentCentreId;

    private static IEnumerable<FieldChange> Describe(EntityEntry<Entity> entry)
    {
        var prefix = entry.Entity is IPart ? ChangeRows.NameOf(entry.Entity.GetType()) : null;
        if (prefix is not null && entry.State != EntityState.Modified)
        {
            yield return new FieldChange(prefix) { To = entry.State == EntityState.Added ? "added" : "removed" };
            yield break;
        }

        foreach (var property in entry.Properties.Where(property => property.IsModified))
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(property.Metadata.Name);
            var field = prefix is null ? name : $"{prefix}.{name}";
            yield return IsPersonal(property)
                ? new FieldChange(field)
                : new FieldChange(field) { From = Text(property.OriginalValue), To = Text(property.CurrentValue) };
        }

        foreach (
            var complex in entry.ComplexProperties.SelectMany(complex =>
                complex.Properties.Where(property => property.IsModified)
            )
        )
        {
            yield return new FieldChange(JsonNamingPolicy.CamelCase.ConvertName(complex.Metadata.Name))
            {
                From = Text(complex.OriginalValue),
                To = Text(complex.CurrentValue),
            };
        }
    }

    private static bool IsPersonal(PropertyEntry property) =>
        property.Metadata.PropertyInfo is { } info
        && Personal.GetOrAdd(info, static member => member.IsDefined(typeof(PersonalDataAttribute)));

    private static string? Text(object? value)
    {
        var text = value switch
        {
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            TimeOnly time => time.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
            DateTimeOffset instant => instant.UtcDateTime.ToString(
                "yyyy-MM-dd'T'HH:mm:ss.fff'Z'",
                CultureInfo.InvariantCulture
            ),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture),
        };
        return text?.Length > 200 ? text[..200] + "…" : text;
    }

    private sealed record FieldChange(string Field)
    {
        [System.Text.Json.Serialization.JsonIgnore(
            Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull
        )]
        public string? From { get; init; }

        [System.Text.Json.Serialization.JsonIgnore(
            Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull
        )]
        public string? To { get; init; }
    }
}
