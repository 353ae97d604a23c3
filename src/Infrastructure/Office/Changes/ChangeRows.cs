using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using MethodCenter.Application.Common.Changes;
using MethodCenter.Application.Common.Ports;
using MethodCenter.Domain.Improvement.SupportProgrammes;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Office.Audit;
using MethodCenter.Domain.Territory.Employees;
using MethodCenter.Domain.Territory.Organisations;
using MethodCenter.Infrastructure.Persistence.Conventions;

namespace MethodCenter.Infrastructure.Office.Changes;

/// <summary>Makes the rows that tell of a change of one aggregate: for the audit and for the change feed.</summary>
/// <remarks>It neither asks nor fills the change tracker, so bulk statements may use it as well.</remarks>
internal sealed class ChangeRows(MethodCenterDbContext database, IClock clock)
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
    private static readonly ConcurrentDictionary<Type, string> Names = new();

    /// <param name="root">What was changed.</param>
    /// <param name="kind">What became of it.</param>
    /// <param name="changes">JSON of the changed fields; null: a new object, which its own row shows.</param>
    public AuditEntry Audit(AggregateRoot root, AuditKind kind, string? changes) =>
        new()
        {
            At = clock.Now,
            AccountId = database.Caller.Account?.Id,
            UseCase = database.Caller.UseCase ?? "Service",
            Subject = NameOf(root.GetType()),
            SubjectId = root.Id,
            Kind = kind,
            Changes = changes,
            TraceId = Activity.Current?.TraceId.ToString(),
        };

    /// <param name="root">What was changed.</param>
    /// <param name="kind">What became of it.</param>
    /// <param name="version">Its revision after the change.</param>
    /// <param name="events">Names of the domain events that it raised, see <see cref="NameOf"/>.</param>
    /// <param name="centreId">The centre that owns it.</param>
    public ChangeEntry Change(
        AggregateRoot root,
        ChangeKind kind,
        int version,
        IReadOnlyCollection<string> events,
        Guid centreId
    ) => Make(root, kind, version, centreId, Join(events), null);

    /// <summary>The code of an object has changed.</summary>
    public ChangeEntry CodeChange(AggregateRoot root, int version, string? from, string? to, Guid centreId) =>
        Make(
            root,
            ChangeKind.KeyChanged,
            version,
            centreId,
            null,
            JsonSerializer.Serialize(new { code = new { from, to } }, Json)
        );

    /// <summary>A neighbouring system has given its own name to an object that was there before.</summary>
    public ChangeEntry KeyBinding(AggregateRoot root, int version, ExternalKey key, Guid centreId)
    {
        // A neighbour may use the number of a person as its key; of such a key only the source is published.
        var told = Snils.TryParse(key.Key, out _) ? null : key.Key;
        return Make(
            root,
            ChangeKind.KeyChanged,
            version,
            centreId,
            null,
            JsonSerializer.Serialize(new { source = key.Source, key = told }, Json)
        );
    }

    /// <summary>«EmployeeEnrolled» → «employee-enrolled».</summary>
    public static string NameOf(Type type) =>
        Names.GetOrAdd(type, static known => NameConventions.Snake(known.Name).Replace('_', '-'));

    private ChangeEntry Make(
        AggregateRoot root,
        ChangeKind kind,
        int version,
        Guid centreId,
        string? events,
        string? keys
    ) =>
        new()
        {
            CentreId = centreId,
            Type = ChangeTypes.Of(root.GetType()).Name,
            SubjectId = root.Id,
            ParentId = ParentOf(root),
            Kind = kind,
            Version = version,
            OrganisationId = OrganisationOf(root),
            OccurredAt = clock.Now,
            Events = events,
            Keys = keys,
        };

    private static Guid? ParentOf(AggregateRoot root) =>
        root switch
        {
            Enrolment enrolment => enrolment.CourseId,
            Team team => team.CourseId,
            Participation participation => participation.SupportProgrammeId,
            _ => null,
        };

    private static Guid? OrganisationOf(AggregateRoot root) =>
        root switch
        {
            IOrganisationOwned owned => owned.OrganisationId,
            Organisation organisation => organisation.Id,
            _ => null,
        };

    /// <summary>Whole names only: of very many events the last are left out.</summary>
    private static string? Join(IReadOnlyCollection<string> events)
    {
        var joined = string.Join(',', events.Distinct(StringComparer.Ordinal));
        if (joined.Length > ChangeEntry.EventsMaxLength)
        {
            joined = joined[..joined.LastIndexOf(',', ChangeEntry.EventsMaxLength)];
        }

        return joined.Length == 0 ? null : joined;
    }
}
