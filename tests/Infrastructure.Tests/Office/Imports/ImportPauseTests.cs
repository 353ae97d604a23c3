using System.Data.Common;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using MethodCenter.Domain.Office.Imports;
using MethodCenter.Infrastructure.Persistence;
using MethodCenter.TestKit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MethodCenter.Infrastructure.Tests.Office.Imports;

/// <summary>An import that meets a full disk waits for room. A service of its own: its disk is full.</summary>
public sealed class ImportPauseTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_full_disk_uses_up_no_attempt_and_is_tried_again_after_a_while()
    {
        var (time, disk) = (new TestTime(), new FullDisk());
        await using var service = await StartAsync(time, disk);
        var world = await World.CreateAsync(service);
        var id = await PutOffAsync(world, disk);
        var put = await FindAsync(service, id);
        (put.State, disk.Refusals).ShouldBe((OperationState.Running, 1), "it is not tried again at once");
        (put.LeaseUntil > time.GetUtcNow()).ShouldBeTrue();

        disk.IsFull = false;
        time.Advance(TimeSpan.FromMinutes(1));
        await Patience.UntilAsync(
            async () => (await FindAsync(service, id)).State == OperationState.Succeeded,
            "with room it is done",
            Cancel
        );
        (await world.RowsAsync("organisations")).ShouldBe(1);
    }

    /// <summary>What a clock two hours ahead has written, before its instance crashed, holds nobody up for two hours.</summary>
    [Fact]
    public async Task A_lease_of_a_clock_that_ran_ahead_is_taken()
    {
        var (time, disk) = (new TestTime(), new FullDisk());
        await using var service = await StartAsync(time, disk);
        var world = await World.CreateAsync(service);
        var id = await PutOffAsync(world, disk);
        disk.IsFull = false;

        await using (var scope = service.Services.CreateAsyncScope())
        {
            var (owner, until) = (Guid.NewGuid(), time.GetUtcNow().AddHours(2));
            await scope
                .ServiceProvider.GetRequiredService<MethodCenterDbContext>()
                .Set<Operation>()
                .IgnoreQueryFilters()
                .Where(operation => operation.Id == id)
                .ExecuteUpdateAsync(
                    change =>
                        change
                            .SetProperty(operation => operation.Owner, owner)
                            .SetProperty(operation => operation.LeaseUntil, until),
                    Cancel
                );
        }

        await Patience.UntilAsync(
            async () => (await FindAsync(service, id)).State == OperationState.Succeeded,
            "it is taken without waiting for two hours",
            Cancel
        );
        (await world.RowsAsync("organisations")).ShouldBe(1);
    }

    private static Task<TestService> StartAsync(TestTime time, FullDisk disk) =>
        TestService.StartAsync(configure: services =>
        {
            services.RemoveWorkers("ImportWorker");
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(time));
            services.AddSingleton<IInterceptor>(disk);
        });

    /// <summary>Sends a file while there is no room, and waits until its import is put off.</summary>
    private static async Task<Guid> PutOffAsync(World world, FullDisk disk)
    {
        using var file = new ByteArrayContent(
            Encoding.UTF8.GetBytes("code;shortName;kind\r\none;Школа;secondarySchool")
        );
        file.Headers.ContentType = MediaTypeHeaderValue.Parse("text/csv");
        var sent = await world.Api.SendAsync(HttpMethod.Post, "/imports/organisations?mode=allOrNothing", file);
        var id = sent.Expect(HttpStatusCode.Accepted).Id;
        await Patience.UntilAsync(
            async () => disk.Refusals > 0 && (await FindAsync(world.Service, id)).Attempts == 0,
            "it is put off, and no attempt is counted",
            Cancel
        );
        return id;
    }

    private static async Task<Operation> FindAsync(TestService service, Guid id)
    {
        await using var scope = service.Services.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<MethodCenterDbContext>()
            .Set<Operation>()
            .IgnoreQueryFilters()
            .AsNoTracking()
            .SingleAsync(operation => operation.Id == id, Cancel);
    }

    private sealed class FullDisk : DbCommandInterceptor
    {
        private const int Full = 13;
        private int _refusals;

        public bool IsFull { get; set; } = true;

        public int Refusals => _refusals;

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        )
        {
            Refuse(command);
            return new(result);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<int> result,
            CancellationToken cancellationToken = default
        )
        {
            Refuse(command);
            return new(result);
        }

        private void Refuse(DbCommand command)
        {
            if (IsFull && command.CommandText.Contains("INSERT INTO \"organisations\"", StringComparison.Ordinal))
            {
                Interlocked.Increment(ref _refusals);
                throw new SqliteException("no room", Full);
            }
        }
    }
}
