using System.Collections.Frozen;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using MethodCenter.Application.Common.Changes;
using MethodCenter.Application.Common.Ports;
using MethodCenter.Application.Common.Security;
using MethodCenter.Domain.Common.Norms;
using MethodCenter.Domain.Office.Audit;
using MethodCenter.Domain.Territory.Norms;
using MethodCenter.Infrastructure.Office.Changes;
using MethodCenter.Infrastructure.Persistence.Bulk;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace MethodCenter.Infrastructure.Persistence;

/// <summary>The day of the caller's centre; in no centre, that of Moscow.</summary>
internal sealed class CentreClock(TimeProvider time, Caller caller) : IClock
{
    private static readonly TimeZoneInfo Moscow = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");

    public DateTimeOffset Now => time.GetUtcNow();

    public DateOnly Today =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Now, caller.Centre?.Zone ?? Moscow).DateTime);
}

/// <summary>The shipped norms with those of the caller's centre before them. Read once in a request.</summary>
internal sealed class CentreNorms(
    MethodCenterDbContext database,
    CompiledReads compiled,
    FrozenDictionary<string, NormDefinition> definitions,
    NormSet shipped
) : INorms
{
    private NormSet? _normSet;

    public IReadOnlyDictionary<string, NormDefinition> Definitions => definitions;

    public async Task<NormSet> GetAsync(CancellationToken cancellationToken)
    {
        if (_normSet is null)
        {
            var own = new List<NormVersion>();
            await foreach (var norm in compiled.Rows<CentreNorm>()(database).WithCancellation(cancellationToken))
            {
                own.Add(norm.ToVersion());
            }

            _normSet = own.Count == 0 ? shipped : shipped.With(own);
        }

        return _normSet;
    }
}

internal sealed class Numerators(MethodCenterDbContext database) : INumerators
{
    public Task<int> NextAsync(string sequence, CancellationToken cancellationToken) =>
        NextAsync(sequence, 1, cancellationToken);

    public async Task<int> NextAsync(string sequence, int count, CancellationToken cancellationToken)
    {
        CentreGuard.CheckNumerator(database.CurrentCentreId);
        await database.EnsureWritingAsync(cancellationToken);

        // As a plain command: the pipeline of queries would look at it anew each time, behind the gate of the writers.
        var command = database
            .GetService<IRawSqlCommandBuilder>()
            .Build(
                database.Dialect.NextNumber,
                [
                    database.Dialect.IdParameter(EntityId.New()),
                    database.Dialect.IdParameter(database.CurrentCentreId),
                    sequence,
                    count,
                ],
                database.Model
            );
        await using var reader = await command.RelationalCommand.ExecuteReaderAsync(
            new RelationalCommandParameterObject(
                database.GetService<IRelationalConnection>(),
                command.ParameterValues,
                readerColumns: null,
                database,
                database.GetService<IRelationalCommandDiagnosticsLogger>(),
                CommandSource.FromSqlQuery
            ),
            cancellationToken
        );
        await reader.ReadAsync(cancellationToken);
        return Convert.ToInt32(reader.DbDataReader.GetValue(0), CultureInfo.InvariantCulture) - count + 1;
    }
}

internal sealed class ExternalKeys(MethodCenterDbContext database, BulkRows bulk) : IExternalKeys
{
    public async Task<Guid?> FindAsync(string resource, ExternalKey key, CancellationToken cancellationToken) =>
        await database
            .ExternalKeys.Where(row => row.Resource == resource && row.Source == key.Source && row.Key == key.Key)
            .Select(row => (Guid?)row.SubjectId)
            .SingleOrDefaultAsync(cancellationToken);

    public async Task<IReadOnlyDictionary<string, Guid>> FindManyAsync(
        string resource,
        string source,
        IReadOnlyCollection<string> keys,
        CancellationToken cancellationToken
    )
    {
        if (keys.Count == 0)
        {
            return FrozenDictionary<string, Guid>.Empty;
        }

        string[] asked = [.. keys];
        return await database
            .ExternalKeys.Where(row =>
                row.Resource == resource && row.Source == source && EF.Parameter(asked).Contains(row.Key)
            )
            .ToDictionaryAsync(row => row.Key, row => row.SubjectId, StringComparer.Ordinal, cancellationToken);
    }

    public IQueryable<BoundKey> Of(string resource, string? source) =>
        database
            .ExternalKeys.Where(row => row.Resource == resource && row.Source == source)
            .Select(row => new BoundKey { Key = row.Key, Id = row.SubjectId });

    public void Bind(string resource, ExternalKey key, Guid id) => database.ExternalKeys.Add(Row(resource, key, id));

    public void BindNew(string resource, ExternalKey key, Guid id) => bulk.Add(Row(resource, key, id));

    private static ExternalKeyRow Row(string resource, ExternalKey key, Guid id) =>
        new()
        {
            Resource = resource,
            Source = key.Source,
            Key = key.Key,
            SubjectId = id,
        };
}

internal sealed class AuditLog(MethodCenterDbContext database, IClock clock) : IAuditLog
{
    public void RecordRead(string subject, Guid subjectId, IReadOnlyList<string> fields, string purpose) =>
        Add(
            subject,
            subjectId,
            AuditKind.Read,
            JsonSerializer.Serialize(fields.Select(field => new { field })),
            purpose
        );

    public void RecordBulkChange(string subject, Guid subjectId, string field, int rows) =>
        Add(subject, subjectId, AuditKind.Changed, JsonSerializer.Serialize(new[] { new { field, rows } }), null);

    private void Add(string subject, Guid subjectId, AuditKind kind, string changes, string? purpose) =>
        database.AuditEntries.Add(
            new AuditEntry
            {
                At = clock.Now,
                AccountId = database.Caller.Account?.Id,
                UseCase = database.Caller.UseCase ?? "Service",
                Subject = subject,
                SubjectId = subjectId,
                Kind = kind,
                Changes = changes,
                Purpose = purpose,
                TraceId = Activity.Current?.TraceId.ToString(),
            }
        );
}

internal sealed class BulkChanges(MethodCenterDbContext database, ChangeRows rows) : IBulkChanges
{
    public async Task TellAsync<TRoot>(IQueryable<TRoot> changing, CancellationToken cancellationToken)
        where TRoot : AggregateRoot
    {
        foreach (var root in await changing.AsNoTracking().ToListAsync(cancellationToken))
        {
            database.Changes.Add(rows.Change(root, ChangeKind.Changed, root.Version + 1, [], root.CentreId));
        }
    }
}
