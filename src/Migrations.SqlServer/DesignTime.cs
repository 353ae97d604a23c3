using MethodCenter.Infrastructure.Persistence;
using MethodCenter.Infrastructure.Persistence.Providers.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace MethodCenter.Migrations.SqlServer;

/// <summary>The context for <c>eng/add-migration</c>, which opens no database.</summary>
/// <remarks><c>--without-filters</c>: as the compiled model is written, which takes its filters from its own code.</remarks>
public sealed class DesignTime : IDesignTimeDbContextFactory<SqlServerMethodCenterContext>
{
    public SqlServerMethodCenterContext CreateDbContext(string[] args) =>
        new(
            new DbContextOptionsBuilder<SqlServerMethodCenterContext>()
                .UseSqlServer(
                    "Server=localhost",
                    database => database.MigrationsAssembly(typeof(DesignTime).Assembly.FullName)
                )
                .AddInterceptors(ReferredRows.Interceptor)
                .Options
        )
        {
            WithoutFilters = args.Contains("--without-filters"),
        };
}
