using System.Buffers.Text;
using System.Collections.Frozen;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MethodCenter.Application.Common.Changes;
using MethodCenter.Application.Common.Ports;
using MethodCenter.Application.Common.Security;
using MethodCenter.Domain.Common.Norms;
using MethodCenter.Domain.Office.Audit;
using MethodCenter.Domain.Territory.Employees;
using MethodCenter.Domain.Territory.Norms;
using MethodCenter.Infrastructure.Office.Changes;
using MethodCenter.Infrastructure.Persistence.Bulk;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace MethodCenter.Infrastructure.Persistence;

/// <summary>The day of the caller's centre, or the one that its sandbox is asked to act on; in no centre, that of Moscow.</summary>
internal sealed class CentreClock(TimeProvider time, Caller caller) : IClock
{
    private static readonly TimeZoneInfo Moscow = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");

    public DateTimeOffset Now => time.GetUtcNow();

    public DateOnly Today => caller.Day ?? TrueDay;

    public DateOnly LatestDay => Today > TrueDay ? Today : TrueDay;

    private DateOnly TrueDay =>
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

/// <summary>Keys as the caller may name them: a source belongs to whoever may write it.</summary>
/// <remarks>
/// The sources of the centre are written by those who act in the whole centre. Who is limited to organisations has
/// sources of his own, whatever he calls them: the key that a school takes is never the one that the centre's sync
/// means. Under the centre's key he still finds what he may see.
/// </remarks>
internal sealed class ExternalKeys(MethodCenterDbContext database, BulkRows bulk) : IExternalKeys
{
    private const string Employees = "employees";

    public async Task<Guid?> FindAsync(string resource, ExternalKey key, CancellationToken cancellationToken) =>
        (await FindManyAsync(resource, key.Source, [key.Key], cancellationToken)).TryGetValue(key.Key, out var id)
            ? id
            : null;

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
        var found = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (
            var row in await Rows(resource, source)
                .Where(row => EF.Parameter(asked).Contains(row.Key))
                .Select(row => new
                {
                    row.Key,
                    row.Source,
                    row.SubjectId,
                })
                .ToListAsync(cancellationToken)
        )
        {
            // The own source comes before the centre's.
            if (row.Source != source || !found.ContainsKey(row.Key))
            {
                found[row.Key] = row.SubjectId;
            }
        }

        return found;
    }

    public IQueryable<BoundKey> Of(string resource, string? source) =>
        Rows(resource, source).Select(row => new BoundKey { Key = row.Key, Id = row.SubjectId });

    public void Bind(string resource, ExternalKey key, Guid id) => database.ExternalKeys.Add(Row(resource, key, id));

    public void BindNew(string resource, ExternalKey key, Guid id) => bulk.Add(Row(resource, key, id));

    private IQueryable<ExternalKeyRow> Rows(string resource, string? source)
    {
        var rows = database.ExternalKeys.Where(row => row.Resource == resource);
        if (database.AllOrganisations)
        {
            return rows.Where(row => row.Source == source);
        }

        // Under a key of the centre nobody is found whom the filter of employees hides.
        string[] own = source is null
            ? []
            : [.. database.CurrentOrganisationIds.Select(id => OwnedSource.Of(source, id))];
        return rows.Where(row =>
            own.Contains(row.Source)
            || (
                row.Source == source
                && (resource != Employees || database.Set<Employee>().Any(employee => employee.Id == row.SubjectId))
            )
        );
    }

    private ExternalKeyRow Row(string resource, ExternalKey key, Guid id) =>
        new()
        {
            Resource = resource,
            Source = database.AllOrganisations
                ? key.Source
                : OwnedSource.Of(key.Source, database.CurrentOrganisationIds.Min()),
            Key = key.Key,
            SubjectId = id,
        };
}

/// <summary>The source of an organisation: no request can name it, since a source has no «@».</summary>
internal static class OwnedSource
{
    private const int IdLength = 22;
    private const int MostLength = ExternalKey.SourceMaxLength - IdLength - 1;
    private const int HashBytes = 6;

    public static string Of(string source, Guid organisationId)
    {
        if (source.Length > MostLength)
        {
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes(source));
            var print = Convert.ToHexStringLower(hash.AsSpan(0, HashBytes));
            source = source[..(MostLength - print.Length)] + print;
        }

        return $"{source}@{Base64Url.EncodeToString(organisationId.ToByteArray(bigEndian: true))}";
    }
}

internal sealed class AuditLog(MethodCenterDbContext database, BulkRows bulk, IClock clock) : IAuditLog
{
    public void RecordIdentification(Guid employeeId, string field, string purpose) =>
        bulk.Add(
            Entry(
                "employee",
                employeeId,
                AuditKind.Read,
                JsonSerializer.Serialize(new[] { new { field } }),
                purpose.Length > AuditEntry.PurposeMaxLength ? purpose[..AuditEntry.PurposeMaxLength] : purpose
            )
        );

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
        database.AuditEntries.Add(Entry(subject, subjectId, kind, changes, purpose));

    private AuditEntry Entry(string subject, Guid subjectId, AuditKind kind, string changes, string? purpose) =>
        new()
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
        };
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
