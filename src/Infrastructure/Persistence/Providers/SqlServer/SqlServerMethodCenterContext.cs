using MethodCenter.Infrastructure.Office.Changes;

namespace MethodCenter.Infrastructure.Persistence.Providers.SqlServer;

/// <summary>The model on SQL Server.</summary>
public sealed class SqlServerMethodCenterContext(DbContextOptions<SqlServerMethodCenterContext> options)
    : MethodCenterDbContext(options)
{
    public override IDatabaseDialect Dialect => SqlServerDialect;

    /// <summary>What tests replace: how rows reach the server past the commands of EF.</summary>
    internal SqlServerDialect SqlServerDialect { get; init; } = SqlServerDialect.Instance;

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);

        foreach (
            var id in modelBuilder
                .Model.GetEntityTypes()
                .SelectMany(type => type.GetProperties())
                .Where(property => (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(Guid))
        )
        {
            id.SetJsonValueReaderWriterType(typeof(HexadecimalIds));
        }

        // Without the column of its own condition an index with a condition does not answer for it.
        var waiting = modelBuilder.Entity<ChangeEntry>().HasIndex(change => change.Id, ChangeEntry.WaitingIndex);
        SqlServerIndexBuilderExtensions.IncludeProperties(waiting, change => change.Position);
    }
}
