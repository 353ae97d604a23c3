using System.Reflection;
using MethodCenter.Application.Common.Changes;
using MethodCenter.Application.Common.Ports;
using MethodCenter.Application.Common.Security;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Domain.Common;
using MethodCenter.Domain.Office.Audit;
using MethodCenter.Domain.Territory.Organisations;
using MethodCenter.Infrastructure.Office.Changes;
using MethodCenter.Infrastructure.Persistence;
using MethodCenter.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace MethodCenter.Infrastructure.Tests.Office.Changes;

/// <summary>One row for each changed aggregate of a save, and one more where a key has changed.</summary>
public sealed class ChangeRecorderTests
{
    public static TheoryData<DatabaseProvider> Databases => [DatabaseProvider.Sqlite, DatabaseProvider.PostgreSql];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Each_kind_is_recorded_with_the_revision_that_was_saved(DatabaseProvider provider)
    {
        await using var scenario = await Scenario.StartAsync(provider);
        var organisation = Organisation.Register(Card("s-1")).Value;
        await scenario.SaveAsync(work => work.Database.Organisations.Add(organisation));
        await scenario.ChangeAsync(organisation.Id, (_, row) => row.UpdateCard(Card("s-1") with { Number = "7" }));
        await scenario.ChangeAsync(organisation.Id, (_, row) => row.UpdateCard(Card("s-2") with { Number = "7" }));
        await scenario.ChangeAsync(organisation.Id, (work, row) => work.Database.Organisations.Remove(row));

        var rows = await scenario.RowsAsync();

        rows.Select(row => (row.Kind, row.Version))
            .ShouldBe([
                (ChangeKind.Created, 1),
                (ChangeKind.Changed, 2),
                (ChangeKind.Changed, 3),
                (ChangeKind.KeyChanged, 3),
                (ChangeKind.Deleted, 4),
            ]);
        rows.ShouldAllBe(row =>
            row.Type == "organisations"
            && row.SubjectId == organisation.Id
            && row.OrganisationId == organisation.Id
            && row.CentreId == scenario.CentreId
            && row.Position == null
        );
        rows[3].Keys.ShouldBe("""{"code":{"from":"s-1","to":"s-2"}}""");
        rows.Count(row => row.Keys is not null).ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_name_given_by_a_neighbour_is_a_change_of_the_key_and_of_nothing_else(DatabaseProvider provider)
    {
        await using var scenario = await Scenario.StartAsync(provider);
        var (known, made) = (Organisation.Register(Card("s-1")).Value, Organisation.Register(Card("s-2")).Value);
        await scenario.SaveAsync(work => work.Database.Organisations.Add(known));
        await scenario.ChangeAsync(known.Id, (work, row) => work.Keys.Bind("organisations", new("1c", "А-7"), row.Id));
        await scenario.ChangeAsync(
            known.Id,
            (work, row) => work.Keys.Bind("organisations", new("kadry", "112-233-445 95"), row.Id)
        );
        await scenario.SaveAsync(work =>
        {
            work.Database.Organisations.Add(made);
            work.Keys.Bind("organisations", new("1c", "А-8"), made.Id);
        });

        var rows = await scenario.RowsAsync();

        rows.Select(row => (row.SubjectId, row.Kind, row.Version, row.Keys))
            .ShouldBe([
                (known.Id, ChangeKind.Created, 1, null),
                (known.Id, ChangeKind.KeyChanged, 1, """{"source":"1c","key":"А-7"}"""),
                (known.Id, ChangeKind.KeyChanged, 1, """{"source":"kadry","key":null}"""),
                (made.Id, ChangeKind.Created, 1, null),
            ]);
    }

    [Fact]
    public async Task A_save_that_changes_nothing_is_not_told()
    {
        await using var scenario = await Scenario.StartAsync(DatabaseProvider.Sqlite);
        var organisation = Organisation.Register(Card("s-1")).Value;
        await scenario.SaveAsync(work => work.Database.Organisations.Add(organisation));

        await scenario.ChangeAsync(organisation.Id, (_, row) => row.UpdateCard(Card("s-1")));

        (await scenario.RowsAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_is_rolled_back_leaves_no_change_and_no_event_for_the_next_save()
    {
        await using var scenario = await Scenario.StartAsync(DatabaseProvider.Sqlite);
        var (lost, kept) = (Organisation.Register(Card("s-1")).Value, Organisation.Register(Card("s-2")).Value);
        await scenario.InAsync(async work =>
        {
            await using (await work.Unit.BeginAsync(Cancel))
            {
                Raise(lost);
                work.Database.Organisations.Add(lost);
                (await work.Unit.SaveAsync(Cancel)).ShouldBeNull();
            }

            await using var second = await work.Unit.BeginAsync(Cancel);
            work.Database.Organisations.Add(kept);
            (await work.Unit.SaveAsync(Cancel)).ShouldBeNull();
            await second.CommitAsync(Cancel);
        });

        var row = (await scenario.RowsAsync()).ShouldHaveSingleItem();
        (row.SubjectId, row.Events).ShouldBe((kept.Id, null));
    }

    [Fact]
    public async Task Events_are_named_once_each_and_never_cut_within_a_name()
    {
        await using var scenario = await Scenario.StartAsync(DatabaseProvider.Sqlite);
        var organisation = Organisation.Register(Card("s-1")).Value;
        Raise(organisation);
        Raise(organisation);
        await scenario.SaveAsync(work => work.Database.Organisations.Add(organisation));
        (await scenario.RowsAsync())[0].Events.ShouldBe("school-tested");

        await scenario.InAsync(work =>
        {
            var names = Enumerable.Range(0, 60).Select(number => $"something-{number}-happened").ToList();
            var joined = work.Rows.Change(organisation, ChangeKind.Changed, 2, names, scenario.CentreId).Events!;
            joined.Length.ShouldBeLessThanOrEqualTo(ChangeEntry.EventsMaxLength);
            joined.Split(',').ShouldBe(names.Take(joined.Split(',').Length));
            work.Rows.Change(organisation, ChangeKind.Changed, 2, [], scenario.CentreId).Events.ShouldBeNull();
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task Rows_are_made_without_the_change_tracker_too()
    {
        await using var scenario = await Scenario.StartAsync(DatabaseProvider.Sqlite);
        var organisation = Organisation.Register(Card("s-1")).Value;

        await scenario.InAsync(work =>
        {
            var change = work.Rows.Change(organisation, ChangeKind.Created, 1, ["a", "b"], scenario.CentreId);
            var audit = work.Rows.Audit(organisation, AuditKind.Created, null);
            (change.Type, change.SubjectId, change.Events).ShouldBe(("organisations", organisation.Id, "a,b"));
            (audit.Subject, audit.SubjectId, audit.Kind).ShouldBe(("organisation", organisation.Id, AuditKind.Created));
            work.Database.ChangeTracker.Entries().ShouldBeEmpty();
            return Task.CompletedTask;
        });
    }

    private static OrganisationCard Card(string code) => new(code, "Школа", "Школа", OrganisationKind.SecondarySchool);

    /// <summary>Organisations raise no events of their own.</summary>
    private static void Raise(Organisation organisation) =>
        typeof(AggregateRoot)
            .GetMethod("Raise", BindingFlags.Instance | BindingFlags.NonPublic)!
            .Invoke(organisation, [new SchoolTested(organisation.Id)]);

    private sealed record SchoolTested(Guid SubjectId) : IDomainEvent;

    /// <summary>What a handler has.</summary>
    private sealed record Work(IServiceProvider Services)
    {
        public MethodCenterDbContext Database => Services.GetRequiredService<MethodCenterDbContext>();

        public IUnitOfWork Unit => Services.GetRequiredService<IUnitOfWork>();

        public IExternalKeys Keys => Services.GetRequiredService<IExternalKeys>();

        public ChangeRows Rows => Services.GetRequiredService<ChangeRows>();
    }

    /// <summary>A database without relays.</summary>
    private sealed class Scenario(TestService service) : IAsyncDisposable
    {
        public Guid CentreId { get; } = EntityId.New();

        public static async Task<Scenario> StartAsync(DatabaseProvider provider) =>
            new(await TestService.StartAsync(provider, configure: services => services.RemoveAll<IHostedService>()));

        public async Task InAsync(Func<Work, Task> act)
        {
            await using var scope = service.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Caller>().Scope.Open(CentreId, null);
            await act(new Work(scope.ServiceProvider));
        }

        public Task SaveAsync(Action<Work> act) =>
            SaveAsync(work =>
            {
                act(work);
                return Task.CompletedTask;
            });

        public Task ChangeAsync(Guid id, Action<Work, Organisation> act) =>
            SaveAsync(async work =>
                act(work, await work.Database.Organisations.SingleAsync(row => row.Id == id, Cancel))
            );

        public async Task<IReadOnlyList<ChangeEntry>> RowsAsync()
        {
            IReadOnlyList<ChangeEntry> rows = [];
            await InAsync(async work =>
                rows = await work.Database.Changes.OrderBy(change => change.Id).ToListAsync(Cancel)
            );
            return rows;
        }

        public ValueTask DisposeAsync() => service.DisposeAsync();

        private Task SaveAsync(Func<Work, Task> act) =>
            InAsync(async work =>
            {
                await using var transaction = await work.Unit.BeginAsync(Cancel);
                await act(work);
                (await work.Unit.SaveAsync(Cancel)).ShouldBeNull();
                await transaction.CommitAsync(Cancel);
            });
    }
}
