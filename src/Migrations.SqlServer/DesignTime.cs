using MethodCenter.Infrastructure.Persistence.Providers.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace MethodCenter.Migrations.SqlServer;

/// <summary>The context for <c>eng/add-migration</c>, which opens no database.</summary>
public sealed class DesignTime : IDesignTimeDbContextFactory<SqlServerMethodCenterContext>
{
    public SqlServerMethodCenterContext CreateDbContext(string[] args) =>
        new(
            new DbContextOptionsBuilder<SqlServerMethodCenterContext>()
                .UseSqlServer(
                    "Server=localhost",
                    database => database.MigrationsAssembly(typeof(DesignTime).Assembly.FullName)
                )
                .Options
        );
}
