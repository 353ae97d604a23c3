using MethodCenter.Infrastructure.Persistence.Providers.PostgreSql;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace MethodCenter.Migrations.PostgreSql;

/// <summary>The context for <c>eng/add-migration</c>, which opens no database.</summary>
public sealed class DesignTime : IDesignTimeDbContextFactory<PostgreSqlMethodCenterContext>
{
    public PostgreSqlMethodCenterContext CreateDbContext(string[] args) =>
        new(
            new DbContextOptionsBuilder<PostgreSqlMethodCenterContext>()
                .UseNpgsql(
                    "Host=localhost",
                    database => database.MigrationsAssembly(typeof(DesignTime).Assembly.FullName)
                )
                .Options
        );
}
