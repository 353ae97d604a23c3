using MethodCenter.Application.Common.Changes;
using MethodCenter.Application.Common.Ports;
using MethodCenter.Domain.Common;
using MethodCenter.Domain.Office.Audit;
using MethodCenter.Domain.Territory.Accounts;
using MethodCenter.Infrastructure.Office.Changes;
using MethodCenter.Infrastructure.Persistence;
using MethodCenter.Infrastructure.Persistence.Bulk;
using MethodCenter.Infrastructure.Tests.Persistence.SqlServer;
using MethodCenter.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Infrastructure.Tests.Persistence;

/// <summary>No save writes a row whose centre is empty, on any database.</summary>
public sealed class CentreGuardTests
{
    /// <summary>Rows of a centre and no accounts: those of system administrators stand outside of every centre.</summary>
    public static TheoryData<DatabaseProvider, string> Tables
    {
        get
        {
            var data = new TheoryData<DatabaseProvider, string>();
            foreach (var provider in Enum.GetValues<DatabaseProvider>())
            {
                using var database = Models.Open(provider);
                foreach (
                    var type in database
                        .Model.GetEntityTypes()
                        .Where(type =>
                            type.FindProperty("CentreId") is not null
                            && type.ClrType != typeof(Account)
                            && !type.ClrType.IsAssignableTo(typeof(IPartOf<Account>))
                        )
                )
                {
                    data.Add(provider, type.GetTableName()!);
                }
            }

            return data;
        }
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task A_row_without_its_centre_is_not_saved(DatabaseProvider provider, string table)
    {
        await using var database = Models.Open(provider);
        foreach (var state in new[] { EntityState.Added, EntityState.Modified })
        {
            database.ChangeTracker.Clear();
            Track(database, table).State = state;

            var refusal = await Should.ThrowAsync<InvalidOperationException>(() => database.SaveChangesAsync(Cancel));
            refusal.Message.ShouldContain("without the centre");
            Should.Throw<InvalidOperationException>(() => database.SaveChanges()).Message.ShouldBe(refusal.Message);
        }
    }

    [Fact]
    public void Only_accounts_and_what_is_told_of_them_stand_outside_of_every_centre()
    {
        using var database = Models.Open(DatabaseProvider.Sqlite);
        database.Add(Account.RegisterSystemAdministrator("system", "Администратор", "test"));
        database.Add(new AuditEntry { Subject = "account", UseCase = "x" });
        database.Add(new ChangeEntry { Type = ChangeTypes.Of(typeof(Account)).Name });

        CentreGuard.Check(database.ChangeTracker);

        database.Add(new AuditEntry { Subject = "course", UseCase = "x" });
        Should.Throw<InvalidOperationException>(() => CentreGuard.Check(database.ChangeTracker));
    }

    [Fact]
    public async Task Rows_written_in_bulk_and_numbers_need_a_centre_too()
    {
        await using var service = await TestService.StartAsync();
        await using var scope = service.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var database = services.GetRequiredService<MethodCenterDbContext>();
        await using var work = await services.GetRequiredService<IUnitOfWork>().BeginAsync(Cancel);
        await services.GetRequiredService<IUnitOfWork>().HoldAsync(Cancel);
        services
            .GetRequiredService<BulkRows>()
            .Add(
                new ExternalKeyRow
                {
                    Resource = "courses",
                    Source = "x",
                    Key = "y",
                }
            );

        await Should.ThrowAsync<InvalidOperationException>(() =>
            services.GetRequiredService<BulkInsert>().WriteAsync(_ => [], Cancel)
        );
        await Should.ThrowAsync<InvalidOperationException>(() =>
            services.GetRequiredService<INumerators>().NextAsync("courses/2026-2027", Cancel)
        );
        (await database.ExternalKeys.IgnoreQueryFilters().CountAsync(Cancel)).ShouldBe(0);
    }

    private static Microsoft.EntityFrameworkCore.ChangeTracking.EntityEntry Track(
        MethodCenterDbContext database,
        string table
    )
    {
        var type = database.Model.GetEntityTypes().Single(type => type.GetTableName() == table);
        var row = System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type.ClrType);
        var values = new Plausible(0, withOptional: true);
        foreach (var complex in type.GetComplexProperties())
        {
            complex.FieldInfo!.SetValue(row, values.Make(complex.ClrType));
        }

        var key = type.FindPrimaryKey()!.Properties[0];
        key.FieldInfo!.SetValue(row, values.Make(key.ClrType, key.Name));
        database.ChangeTracker.AutoDetectChangesEnabled = false;
        return database.Entry(row);
    }
}
