using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using MethodCenter.Application.Common.Ports;
using MethodCenter.Domain.Common;
using MethodCenter.Domain.Office.Audit;
using MethodCenter.Domain.Organizations.Centres;
using MethodCenter.Infrastructure.Outbox;
using MethodCenter.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace MethodCenter.Infrastructure.Persistence;

/// <summary>Prepares tracked changes for the save: owner, revision, audit, outbox. All of it in the one transaction.</summary>
internal sealed class ChangeRecorder(MethodCenterDbContext database, IClock clock)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
    private static readonly ConcurrentDictionary<PropertyInfo, bool> Personal = new();
    private static readonly ConcurrentDictionary<Type, string> Names = new();

    /// <summary>Adds a message for a domain event.</summary>
    public void Publish(IDomainEvent domainEvent) =>
        database.OutboxMessages.Add(
            new OutboxMessage
            {
                Id = EntityId.New(),
                CentreId = database.CurrentCentreId,
                Type = NameOf(domainEvent.GetType()),
                SubjectId = domainEvent.SubjectId,
                Payload = JsonSerializer.Serialize(domainEvent, domainEvent.GetType(), Json),
                OccurredAt = clock.Now,
            }
        );

    /// <summary>Stamps the owner and the revision, and writes one audit entry for each changed aggregate.</summary>
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

            fields.AddRange(Describe(entry));
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
        }
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
        string? changes = kind == AuditKind.Created ? null : JsonSerializer.Serialize(fields, Json);
        if (changes?.Length > AuditEntry.ChangesMaxLength)
        {
            changes = JsonSerializer.Serialize(
                fields.Select(field => new FieldChange(field.Field)).Distinct().Take(100),
                Json
            );
        }

        var appended = database.AuditEntries.Add(
            new AuditEntry
            {
                At = clock.Now,
                AccountId = database.Caller.Account?.Id,
                UseCase = database.Caller.UseCase ?? "Service",
                Subject = NameOf(root.GetType()),
                SubjectId = root.Id,
                Kind = kind,
                Changes = changes,
                TraceId = Activity.Current?.TraceId.ToString(),
            }
        );
        appended.Property(entry => entry.CentreId).CurrentValue = root is Centre ? root.Id : database.CurrentCentreId;
    }

    private static IEnumerable<FieldChange> Describe(EntityEntry<Entity> entry)
    {
        var prefix = entry.Entity is IPart ? NameOf(entry.Entity.GetType()) : null;
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
        var text = Convert.ToString(value, CultureInfo.InvariantCulture);
        return text?.Length > 200 ? text[..200] + "…" : text;
    }

    /// <summary>«EmployeeEnrolled» → «employee-enrolled».</summary>
    private static string NameOf(Type type) =>
        Names.GetOrAdd(type, static known => NameConventions.Snake(known.Name).Replace('_', '-'));

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
