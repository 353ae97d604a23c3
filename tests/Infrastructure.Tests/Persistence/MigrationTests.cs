using MethodCenter.Infrastructure.Tests.Persistence.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace MethodCenter.Infrastructure.Tests.Persistence;

/// <summary>The migrations of the three databases.</summary>
public sealed class MigrationTests
{
    public static TheoryData<DatabaseProvider> Providers => Models.Providers;

    [Theory]
    [MemberData(nameof(Providers))]
    public void The_snapshot_is_the_model(DatabaseProvider provider)
    {
        using var database = Models.Open(provider);

        database.Database.HasPendingModelChanges().ShouldBeFalse("run eng/add-migration NAME");
    }

    [Fact]
    public void All_three_have_the_same_migrations()
    {
        var names = Enum.GetValues<DatabaseProvider>()
            .Select(provider =>
            {
                using var database = Models.Open(provider);
                return database.Database.GetMigrations().Select(id => id[(id.IndexOf('_') + 1)..]).ToList();
            })
            .ToList();

        names[0].ShouldNotBeEmpty();
        names[1].ShouldBe(names[0]);
        names[2].ShouldBe(names[0]);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void The_script_from_nothing_makes_every_table(DatabaseProvider provider)
    {
        using var database = Models.Open(provider);
        var script = database.GetService<IMigrator>().GenerateScript();

        foreach (var table in database.Model.GetEntityTypes().Select(type => type.GetTableName()!))
        {
            script.ShouldContain(
                provider switch
                {
                    DatabaseProvider.Sqlite => $"CREATE TABLE \"{table}\"",
                    DatabaseProvider.PostgreSql => $"CREATE TABLE {table} (",
                    _ => $"CREATE TABLE [{table}]",
                }
            );
        }
    }

    [Fact]
    public void The_script_for_SQL_Server_parses()
    {
        using var database = Models.Open(DatabaseProvider.SqlServer);
        var migrator = database.GetService<IMigrator>();

        var batches = TSql.Batches(migrator.GenerateScript())
            .Concat(TSql.Batches(migrator.GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent)))
            .ToList();

        batches.Count.ShouldBeGreaterThan(2);
        batches.ShouldAllBe(batch => TSql.Faults(batch).Count == 0);
    }
}
