using MethodCenter.Application.Career;
using MethodCenter.Application.Common.Security;
using MethodCenter.Application.Improvement;
using MethodCenter.Application.Office;
using MethodCenter.Application.Office.Audit;
using MethodCenter.Application.Teaching;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Training;
using MethodCenter.Domain.Office.Audit;
using MethodCenter.Infrastructure.Idempotency;
using MethodCenter.Infrastructure.Identity;
using MethodCenter.Infrastructure.Leases;
using MethodCenter.Infrastructure.Office.Changes;
using MethodCenter.Infrastructure.Persistence.Conventions;
using MethodCenter.Infrastructure.Persistence.Providers;

namespace MethodCenter.Infrastructure.Persistence;

/// <summary>The one model of the service; a sealed context type for each database carries its migrations.</summary>
public abstract class MethodCenterDbContext(DbContextOptions options)
    : DbContext(options),
        ITerritoryStore,
        ITeachingStore,
        ITrainingStore,
        ICareerStore,
        IImprovementStore,
        IOfficeStore,
        IAuditTrail
{
    /// <summary>Whose rows are visible. A context of the pool serves one caller at a time.</summary>
    public Caller Caller { get; set; } = new();

    public DataScope Scope => Caller.Scope;

    /// <summary>Opens the transaction of the unit of work that this context serves; null outside of one.</summary>
    internal Func<CancellationToken, Task>? BeginWriting { get; set; }

    /// <summary>For the generator of the compiled model, which cannot write filters down: <see cref="CompiledModels"/>.</summary>
    public bool WithoutFilters { get; init; }

    public abstract IDatabaseDialect Dialect { get; }

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    IQueryable<AuditEntry> IAuditTrail.Entries => AuditEntries.AsNoTracking();

    public DbSet<ChangeEntry> Changes => Set<ChangeEntry>();

    public DbSet<ChangeLog> ChangeLogs => Set<ChangeLog>();

    public DbSet<ChangeGap> ChangeGaps => Set<ChangeGap>();

    public DbSet<Lease> Leases => Set<Lease>();

    public DbSet<Numerator> Numerators => Set<Numerator>();

    public DbSet<ExternalKeyRow> ExternalKeys => Set<ExternalKeyRow>();

    public DbSet<IdempotencyRecord> IdempotencyRecords => Set<IdempotencyRecord>();

    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    public DbSet<SigningKey> SigningKeys => Set<SigningKey>();

    internal Guid CurrentCentreId => Caller.Scope.CentreId;

    internal bool AllOrganisations => Caller.Scope.AllOrganisations;

    internal Guid[] CurrentOrganisationIds => Caller.Scope.OrganisationIds;

    public async Task HoldAsync<TRoot>(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
        where TRoot : Entity, IHeld
    {
        await EnsureWritingAsync(cancellationToken);
        var table = Model.FindEntityType(typeof(TRoot))!.GetTableName()!;
        if (ids.Count == 1 && Dialect.HoldRow(table) is { } one)
        {
            await Database.ExecuteSqlRawAsync(one, [Dialect.IdParameter(ids.Single())], cancellationToken);
        }
        else if (ids.Count > 1 && Dialect.HoldRows(table, ids.Count) is { } several)
        {
            await Database.ExecuteSqlRawAsync(several, ids.Select(Dialect.IdParameter), cancellationToken);
        }
    }

    /// <summary>Opens the transaction of the unit of work; there must be one.</summary>
    internal Task EnsureWritingAsync(CancellationToken cancellationToken) =>
        BeginWriting?.Invoke(cancellationToken)
        ?? throw new InvalidOperationException("Nothing may be held or written outside of a unit of work.");

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        CentreGuard.Check(ChangeTracker);
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess,
        CancellationToken cancellationToken = default
    )
    {
        CentreGuard.Check(ChangeTracker);
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(MethodCenterDbContext).Assembly);
        if (!WithoutFilters)
        {
            foreach (
                var (entity, name, condition) in RowFilters.Of([
                    .. modelBuilder.Model.GetEntityTypes().Select(type => type.ClrType),
                ])
            )
            {
                modelBuilder.Entity(entity).HasQueryFilter(name, condition);
            }
        }

        modelBuilder.ApplyNames(Dialect);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.ApplyTypes(Dialect);
}
