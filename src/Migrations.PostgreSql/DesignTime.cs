using MethodCenter.Infrastructure.Persistence;
using MethodCenter.Infrastructure.Persistence.Providers.PostgreSql;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace MethodCenter.Migrations.PostgreSql;

/// <summary>The context for <c>eng/add-migration</c>, which opens no database.</summary>
/// <remarks><c>--without-filters</c>: as the compiled model is written, which takes its filters from its own code.</remarks>
public sealed class DesignTime : IDesignTimeDbContextFactory<PostgreSqlMethodCenterContext>
{
    public PostgreSqlMethodCenterContext CreateDbContext(string[] args) =>
        new(
            new DbContextOptionsBuilder<PostgreSqlMethodCenterContext>()
                .UseNpgsql(
                    "Host=localhost",
                    database => database.MigrationsAssembly(typeof(DesignTime).Assembly.FullName)
                )
                .AddInterceptors(ReferredRows.Interceptor)
                .Options
        )
        {
            WithoutFilters = args.Contains("--without-filters"),
        };
}
