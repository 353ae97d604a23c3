using MethodCenter.Infrastructure.Persistence;
using MethodCenter.Infrastructure.Persistence.Providers.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace MethodCenter.Migrations.Sqlite;

/// <summary>The context for <c>eng/add-migration</c>, which opens no database.</summary>
/// <remarks><c>--without-filters</c>: as the compiled model is written, which takes its filters from its own code.</remarks>
public sealed class DesignTime : IDesignTimeDbContextFactory<SqliteMethodCenterContext>
{
    public SqliteMethodCenterContext CreateDbContext(string[] args) =>
        new(
            new DbContextOptionsBuilder<SqliteMethodCenterContext>()
                .UseSqlite(
                    "Data Source=:memory:",
                    database => database.MigrationsAssembly(typeof(DesignTime).Assembly.FullName)
                )
                .AddInterceptors(ReferredRows.Interceptor)
                .Options
        )
        {
            WithoutFilters = args.Contains("--without-filters"),
        };
}
