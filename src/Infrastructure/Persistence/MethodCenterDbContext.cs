using MethodCenter.Application.Career;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Security;
using MethodCenter.Application.Improvement;
using MethodCenter.Application.Learning;
using MethodCenter.Application.Office;
using MethodCenter.Application.Office.Audit;
using MethodCenter.Application.Territory;
using MethodCenter.Domain.Career.Attestations;
using MethodCenter.Domain.Improvement.SupportProgrammes;
using MethodCenter.Domain.Learning.Applications;
using MethodCenter.Domain.Learning.Campaigns;
using MethodCenter.Domain.Learning.Certificates;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Learning.Feedback;
using MethodCenter.Domain.Learning.Frdo;
using MethodCenter.Domain.Learning.Orders;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Learning.Quotas;
using MethodCenter.Domain.Office.Audit;
using MethodCenter.Domain.Office.Imports;
using MethodCenter.Domain.Office.StatedFigures;
using MethodCenter.Domain.Office.Webhooks;
using MethodCenter.Domain.Teaching.Calendars;
using MethodCenter.Domain.Teaching.Journal;
using MethodCenter.Domain.Teaching.Lessons;
using MethodCenter.Domain.Teaching.Rooms;
using MethodCenter.Domain.Territory.Accounts;
using MethodCenter.Domain.Territory.Centres;
using MethodCenter.Domain.Territory.Employees;
using MethodCenter.Domain.Territory.Norms;
using MethodCenter.Domain.Territory.Organisations;
using MethodCenter.Domain.Territory.Positions;
using MethodCenter.Domain.Training.TrainingNeeds;
using MethodCenter.Domain.Training.TrainingPlans;
using MethodCenter.Domain.Training.TrainingRecords;
using MethodCenter.Infrastructure.Idempotency;
using MethodCenter.Infrastructure.Identity;
using MethodCenter.Infrastructure.Learning.Frdo;
using MethodCenter.Infrastructure.Leases;
using MethodCenter.Infrastructure.Office.Changes;
using MethodCenter.Infrastructure.Office.Imports;
using MethodCenter.Infrastructure.Persistence.Conventions;
using MethodCenter.Infrastructure.Persistence.Providers;

namespace MethodCenter.Infrastructure.Persistence;

/// <summary>The one model of the service; a sealed context type for each database carries its migrations.</summary>
public abstract class MethodCenterDbContext(DbContextOptions options)
    : DbContext(options),
        ITerritoryStore,
        ILearningStore,
        ICareerStore,
        IImprovementStore,
        IOfficeStore,
        IAuditTrail
{
    /// <summary>Whose rows are visible. A context of the pool serves one caller at a time.</summary>
    public Caller Caller { get; set; } = new();

    /// <summary>Opens the transaction of the unit of work that this context serves; null outside of one.</summary>
    internal Func<CancellationToken, Task>? BeginWriting { get; set; }

    public abstract IDatabaseDialect Dialect { get; }

    public DbSet<Centre> Centres => Set<Centre>();

    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<Employee> Employees => Set<Employee>();

    public DbSet<Employment> Employments => Set<Employment>();

    public DbSet<Position> Positions => Set<Position>();

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<CalendarLink> CalendarLinks => Set<CalendarLink>();

    public DbSet<CentreNorm> CentreNorms => Set<CentreNorm>();

    public DbSet<Programme> Programmes => Set<Programme>();

    public DbSet<ProgrammeEdition> ProgrammeEditions => Set<ProgrammeEdition>();

    public DbSet<ProgrammeReview> ProgrammeReviews => Set<ProgrammeReview>();

    public DbSet<Course> Courses => Set<Course>();

    public DbSet<Enrolment> Enrolments => Set<Enrolment>();

    public DbSet<Certificate> Certificates => Set<Certificate>();

    public DbSet<TrainingRecord> TrainingRecords => Set<TrainingRecord>();

    public DbSet<Campaign> Campaigns => Set<Campaign>();

    public DbSet<Quota> Quotas => Set<Quota>();

    public DbSet<TrainingApplication> Applications => Set<TrainingApplication>();

    public DbSet<FrdoPackage> FrdoPackages => Set<FrdoPackage>();

    public DbSet<FrdoRow> FrdoRows => Set<FrdoRow>();

    public DbSet<FrdoContent> FrdoContents => Set<FrdoContent>();

    public DbSet<Room> Rooms => Set<Room>();

    public DbSet<AcademicCalendar> AcademicCalendars => Set<AcademicCalendar>();

    public DbSet<Lesson> Lessons => Set<Lesson>();

    public DbSet<AttendanceMark> AttendanceMarks => Set<AttendanceMark>();

    public DbSet<FinalAssessment> FinalAssessments => Set<FinalAssessment>();

    public DbSet<FinalWork> FinalWorks => Set<FinalWork>();

    public DbSet<FeedbackQuestionnaire> FeedbackQuestionnaires => Set<FeedbackQuestionnaire>();

    public DbSet<CourseFeedback> CourseFeedback => Set<CourseFeedback>();

    public DbSet<TrainingNeed> TrainingNeeds => Set<TrainingNeed>();

    public DbSet<TrainingPlan> TrainingPlans => Set<TrainingPlan>();

    public DbSet<TrainingPlanEntry> TrainingPlanEntries => Set<TrainingPlanEntry>();

    public DbSet<Order> Orders => Set<Order>();

    public DbSet<Attestation> Attestations => Set<Attestation>();

    public DbSet<StatedFigure> StatedFigures => Set<StatedFigure>();

    public DbSet<Operation> Operations => Set<Operation>();

    public DbSet<OperationFinding> OperationFindings => Set<OperationFinding>();

    public DbSet<OperationPart> OperationParts => Set<OperationPart>();
    public DbSet<WebhookSubscription> WebhookSubscriptions => Set<WebhookSubscription>();

    public DbSet<WebhookDelivery> WebhookDeliveries => Set<WebhookDelivery>();

    public DbSet<SupportProgramme> SupportProgrammes => Set<SupportProgramme>();

    public DbSet<RiskEdition> RiskEditions => Set<RiskEdition>();

    public DbSet<Participation> Participations => Set<Participation>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    IQueryable<AuditEntry> IAuditTrail.Entries => AuditEntries.AsNoTracking();

    public DbSet<ChangeEntry> Changes => Set<ChangeEntry>();

    public DbSet<ChangeLog> ChangeLogs => Set<ChangeLog>();

    public DbSet<Lease> Leases => Set<Lease>();

    public DbSet<Numerator> Numerators => Set<Numerator>();

    public DbSet<ExternalKeyRow> ExternalKeys => Set<ExternalKeyRow>();

    public DbSet<IdempotencyRecord> IdempotencyRecords => Set<IdempotencyRecord>();

    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    public DbSet<SigningKey> SigningKeys => Set<SigningKey>();

    internal Guid CurrentCentreId => Caller.Scope.CentreId;

    internal bool AllOrganisations => Caller.Scope.AllOrganisations;

    internal Guid[] CurrentOrganisationIds => Caller.Scope.OrganisationIds;

    public async Task<Course?> HoldCourseAsync(Guid id, CancellationToken cancellationToken)
    {
        await HoldRowAsync("courses", id, cancellationToken);
        return await Courses.SingleOrDefaultAsync(course => course.Id == id, cancellationToken);
    }

    public Task HoldCoursesAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        HoldRowsAsync("courses", ids, cancellationToken);

    public Task HoldQuotasAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        HoldRowsAsync("quotas", ids, cancellationToken);

    public async Task<Quota?> HoldQuotaAsync(Guid id, CancellationToken cancellationToken)
    {
        await HoldRowAsync("quotas", id, cancellationToken);
        return await Quotas
            .IgnoreQueryFilters([QueryFilters.Organisations])
            .SingleOrDefaultAsync(quota => quota.Id == id, cancellationToken);
    }

    public async Task<Operation?> HoldOperationAsync(Guid id, CancellationToken cancellationToken)
    {
        await HoldRowAsync("operations", id, cancellationToken);
        return await Operations.SingleOrDefaultAsync(operation => operation.Id == id, cancellationToken);
    }

    public Task HoldEmployeeAsync(Guid id, CancellationToken cancellationToken) =>
        HoldRowAsync("employees", id, cancellationToken);

    public async Task<SupportProgramme?> HoldSupportProgrammeAsync(Guid id, CancellationToken cancellationToken)
    {
        await HoldRowAsync("support_programmes", id, cancellationToken);
        return await SupportProgrammes
            .Include(programme => programme.Cycles)
            .SingleOrDefaultAsync(programme => programme.Id == id, cancellationToken);
    }

    internal Task HoldWebhookSubscriptionAsync(Guid id, CancellationToken cancellationToken) =>
        HoldRowAsync("webhook_subscriptions", id, cancellationToken);

    /// <summary>Holds a row until the end of the transaction: who wants the same row waits.</summary>
    private async Task HoldRowAsync(string table, Guid id, CancellationToken cancellationToken)
    {
        await EnsureWritingAsync(cancellationToken);
        if (Dialect.HoldRow(table) is { } hold)
        {
            await Database.ExecuteSqlRawAsync(hold, [Dialect.IdParameter(id)], cancellationToken);
        }
    }

    private async Task HoldRowsAsync(string table, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        await EnsureWritingAsync(cancellationToken);
        if (ids.Count > 0 && Dialect.HoldRows(table, ids.Count) is { } hold)
        {
            await Database.ExecuteSqlRawAsync(hold, ids.Select(Dialect.IdParameter), cancellationToken);
        }
    }

    /// <summary>Opens the transaction of the unit of work; there must be one.</summary>
    internal Task EnsureWritingAsync(CancellationToken cancellationToken) =>
        BeginWriting?.Invoke(cancellationToken)
        ?? throw new InvalidOperationException("Nothing may be held or written outside of a unit of work.");

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(MethodCenterDbContext).Assembly);
        foreach (var type in modelBuilder.Model.GetEntityTypes().Select(type => type.ClrType).ToList())
        {
            if (typeof(Entity).IsAssignableFrom(type) && type != typeof(Centre))
            {
                Call(nameof(FilterByCentre), type, modelBuilder);
            }

            if (typeof(IOrganisationOwned).IsAssignableFrom(type))
            {
                Call(nameof(FilterByOrganisation), type, modelBuilder);
            }
        }

        modelBuilder.Entity<Centre>().HasQueryFilter(QueryFilters.Centre, centre => centre.Id == CurrentCentreId);
        modelBuilder
            .Entity<Organisation>()
            .HasQueryFilter(
                QueryFilters.Organisations,
                organisation => AllOrganisations || CurrentOrganisationIds.Contains(organisation.Id)
            );
        modelBuilder
            .Entity<Employee>()
            .HasQueryFilter(
                QueryFilters.Organisations,
                employee =>
                    AllOrganisations
                    || employee.Employments.Any(place => CurrentOrganisationIds.Contains(place.OrganisationId))
            );
        modelBuilder.ApplyNames(Dialect);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.ApplyTypes(Dialect);

    private void FilterByCentre<TEntity>(ModelBuilder modelBuilder)
        where TEntity : Entity =>
        modelBuilder
            .Entity<TEntity>()
            .HasQueryFilter(QueryFilters.Centre, entity => entity.CentreId == CurrentCentreId);

    private void FilterByOrganisation<TEntity>(ModelBuilder modelBuilder)
        where TEntity : class, IOrganisationOwned =>
        modelBuilder
            .Entity<TEntity>()
            .HasQueryFilter(
                QueryFilters.Organisations,
                entity => AllOrganisations || CurrentOrganisationIds.Contains(entity.OrganisationId)
            );

    private void Call(string method, Type type, ModelBuilder modelBuilder) =>
        typeof(MethodCenterDbContext)
            .GetMethod(method, System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!
            .MakeGenericMethod(type)
            .Invoke(this, [modelBuilder]);
}
