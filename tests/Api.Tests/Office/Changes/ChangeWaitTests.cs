using System.Collections.Concurrent;
using System.Data.Common;
using MethodCenter.Api.Tests.Security;
using MethodCenter.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace MethodCenter.Api.Tests.Office.Changes;

/// <summary>
/// A reader that waits for changes is woken by them, holds nothing meanwhile, and is released in time.
/// </summary>
[Collection("feed")]
public sealed class ChangeWaitTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    public static TheoryData<DatabaseProvider> Databases => [DatabaseProvider.Sqlite, DatabaseProvider.PostgreSql];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_waiting_reader_is_woken_by_a_change_and_holds_no_connection_meanwhile(DatabaseProvider provider)
    {
        var (time, connections, waits) = (
            new FakeTimeProvider(TestDay.Instance.GetUtcNow()),
            new Connections(),
            new Waits()
        );
        await using var service = await TestService.StartAsync(
            provider,
            configure: services =>
            {
                services.AddSingleton<TimeProvider>(time);
                services.AddSingleton<IInterceptor>(connections);
                waits.Watch(services);
            }
        );
        var world = await World.CreateAsync(service);
        await AdvanceAsync(time, service.UntilToldAsync(Cancel));
        var start = await world.PositionOfFeedAsync(service);

        // Time stands still, so only a change can end the wait.
        var waiting = world.Api.GetAsync($"/changes?after={start}&wait=30");
        await waits.UntilAsync(1, Cancel);
        connections.Open.ShouldBe(0);
        waiting.IsCompleted.ShouldBeFalse();
        var school = await world.OrganisationAsync();
        var page = await AdvanceAsync(time, waiting);

        page.Ids().ShouldBe([school]);
        ((long)page["position"]!).ShouldBe(start + 1);
    }

    [Fact]
    public async Task A_reader_who_waits_in_vain_gets_an_empty_page_when_his_time_is_over()
    {
        var (time, waits) = (new FakeTimeProvider(TestDay.Instance.GetUtcNow()), new Waits());
        await using var service = await StartAsync(waits, time);
        var world = await World.CreateAsync(service);
        await AdvanceAsync(time, service.UntilToldAsync(Cancel));
        var start = await world.PositionOfFeedAsync(service);
        var began = time.GetUtcNow();

        // What happens in another centre wakes nobody here, but moves the position on.
        var waiting = world.Api.GetAsync($"/changes?after={start}&wait=30");
        await waits.UntilAsync(1, Cancel);
        await World.CreateAsync(service, "other");
        var page = await AdvanceAsync(time, waiting);

        page.Ids().ShouldBeEmpty();
        (time.GetUtcNow() - began).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(30));
        ((long)page["position"]!).ShouldBe(await world.PositionOfFeedAsync(service));
        ((long)page["position"]!).ShouldBeGreaterThan(start);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_stream_tells_of_changes_and_continues_behind_the_last_event(DatabaseProvider provider)
    {
        var service = await TestService.SharedAsync(provider, SharedBy.Feed);
        var world = await World.CreateAsync(service);
        var start = await world.PositionOfFeedAsync(service);
        var first = await world.OrganisationAsync("s-1");
        string? last;
        await using (var stream = await EventStream.OpenAsync(world.Api, $"/changes?after={start}"))
        {
            var told = await stream.NextAsync(Cancel);
            (told.Event, told.Id, (Guid)told.Data!["id"]!).ShouldBe(("change", $"{start + 1}", first));
            ((string)told.Data["href"]!).ShouldBe($"/api/v1/organisations/{first}");
            var second = await world.OrganisationAsync("s-2");
            told = await stream.NextAsync(Cancel);
            (told.Id, (Guid)told.Data!["id"]!).ShouldBe(($"{start + 2}", second));
            last = told.Id;
        }

        // Cut off; meanwhile something happens. The address is the first one, as a browser would repeat it.
        var third = await world.OrganisationAsync("s-3");
        await using var again = await EventStream.OpenAsync(
            world.Api,
            $"/changes?after={start}",
            ("Last-Event-ID", last!)
        );
        ((Guid)(await again.NextAsync(Cancel)).Data!["id"]!).ShouldBe(third);
    }

    [Fact]
    public async Task A_quiet_stream_gives_signs_of_life_and_says_how_far_it_is_and_ends_when_its_time_is_over()
    {
        var (time, waits) = (new FakeTimeProvider(TestDay.Instance.GetUtcNow()), new Waits());
        await using var service = await StartAsync(waits, time);
        var world = await World.CreateAsync(service);
        await AdvanceAsync(time, service.UntilToldAsync(Cancel));
        var start = await world.PositionOfFeedAsync(service);
        var opened = time.GetUtcNow();
        await using var stream = await EventStream.OpenAsync(world.Api, $"/changes?after={start}");

        (await AdvanceAsync(time, stream.NextAsync(Cancel))).Comment.ShouldBeTrue();
        await World.CreateAsync(service, "other");
        EventStream.Message told;
        do
        {
            told = await AdvanceAsync(time, stream.NextAsync(Cancel));
        } while (told.Comment);

        told.Event.ShouldBe("position");
        var last = await world.PositionOfFeedAsync(service);
        (told.Id, (long)told.Data!["position"]!).ShouldBe(($"{last}", last));
        while (!(await AdvanceAsync(time, stream.NextAsync(Cancel))).End)
        {
            (time.GetUtcNow() - opened).ShouldBeLessThan(TimeSpan.FromMinutes(11));
        }

        (time.GetUtcNow() - opened).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMinutes(10));
        await waits.UntilAsync(0, Cancel);
    }

    [Fact]
    public async Task A_stream_that_may_not_begin_is_answered_with_the_reason()
    {
        var service = await TestService.SharedAsync(by: SharedBy.Feed);
        var world = await World.CreateAsync(service);
        var last = await world.PositionOfFeedAsync(service);
        var stream = ("Accept", "text/event-stream");

        (await world.Api.GetAsync($"/changes?after={last + 5}", stream)).Code.ShouldBe(422);
        (await world.Api.GetAsync("/changes?types=nothing", stream)).Code.ShouldBe(400);
        var wrong = await world.Api.GetAsync("/changes", stream, ("Last-Event-ID", "first"));
        wrong.FieldErrors.ShouldBe(["Last-Event-ID changes.bad-last-event-id"]);
        (await world.Api.GetAsync("/changes", stream, ("Last-Event-ID", $"{last + 5}"))).Code.ShouldBe(422);
    }

    [Fact]
    public async Task A_stream_ends_when_the_account_may_no_longer_read()
    {
        var waits = new Waits();
        await using var service = await StartAsync(waits);
        var world = await World.CreateAsync(service);
        var (account, key) = await world.ProgramAsync(TestAccounts.Role("methodist"));
        var start = await world.PositionOfFeedAsync(service);
        using var client = service.Client(key);
        await using var stream = await EventStream.OpenAsync(client, $"/changes?after={start}&types=programmes");
        await waits.UntilAsync(1, Cancel);

        var now = await world.AccountAsync(account.Id);
        (await world.Api.PostAsync($"/accounts/{account.Id}/blocking", null, ("If-Match", now.ETag))).Expect(
            HttpStatusCode.OK
        );
        await world.ProgrammeAsync();

        (await stream.NextAsync(Cancel)).End.ShouldBeTrue();
    }

    [Fact]
    public async Task A_reader_that_leaves_is_let_go_at_once()
    {
        var waits = new Waits();
        await using var service = await StartAsync(waits);
        var world = await World.CreateAsync(service);
        var start = await world.PositionOfFeedAsync(service);
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        await using (await EventStream.OpenAsync(world.Api, $"/changes?after={start}"))
        {
            using var request = world.Api.Request(HttpMethod.Get, $"/changes?after={start}&wait=30");
            var poll = world.Api.Http.SendAsync(request, leaving.Token);
            await waits.UntilAsync(2, Cancel);
            await leaving.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(poll);
        }

        await waits.UntilAsync(0, Cancel);
    }

    [Fact]
    public async Task An_account_has_no_more_readers_than_it_may()
    {
        await using var service = await TestService.StartAsync(
            settings: new Dictionary<string, string?> { ["Changes:ReadersPerAccount"] = "2" }
        );
        var world = await World.CreateAsync(service);
        var start = await world.PositionOfFeedAsync(service);
        var (_, key) = await world.ProgramAsync(TestAccounts.Role("methodist"));
        start = await world.PositionOfFeedAsync(service);
        using var other = service.Client(key);
        await using var one = await EventStream.OpenAsync(world.Api, $"/changes?after={start}");
        await using (await EventStream.OpenAsync(world.Api, $"/changes?after={start}"))
        {
            var refused = await world.Api.GetAsync($"/changes?after={start}&wait=1");
            refused.Code.ShouldBe(429);
            refused.ErrorCode.ShouldBe("changes.too-many-readers");
            refused.Headers.RetryAfter.ShouldNotBeNull();
            (await world.Api.GetAsync($"/changes?after={start}")).Status.ShouldBe(
                HttpStatusCode.OK,
                "it need not wait"
            );
            await using var theirs = await EventStream.OpenAsync(other, $"/changes?after={start}");
        }

        // The place is free a moment after the wait is over.
        Answer again;
        do
        {
            again = await world.Api.GetAsync($"/changes?after={start}&wait=1");
            Cancel.ThrowIfCancellationRequested();
        } while (again.Code == 429);

        again.Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Waiting_readers_do_not_hold_up_the_end_of_the_service()
    {
        var waits = new Waits();
        await using var service = await StartAsync(waits);
        var world = await World.CreateAsync(service);
        var start = await world.PositionOfFeedAsync(service);
        await using var stream = await EventStream.OpenAsync(world.Api, $"/changes?after={start}");
        var poll = world.Api.GetAsync($"/changes?after={start}&wait=30");
        await waits.UntilAsync(2, Cancel);

        service.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        (await stream.NextAsync(Cancel).WaitAsync(Patience, Cancel)).End.ShouldBeTrue();
        var page = await poll.WaitAsync(Patience, Cancel);
        ((long)page.Expect(HttpStatusCode.OK)["position"]!).ShouldBe(start);
    }

    private static Task<TestService> StartAsync(Waits waits, TimeProvider? time = null) =>
        TestService.StartAsync(configure: services =>
        {
            waits.Watch(services);
            if (time is not null)
            {
                services.AddSingleton(time);
            }
        });

    private static async Task AdvanceAsync(FakeTimeProvider time, Task until)
    {
        while (!until.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(until, Task.Delay(2, Cancel));
        }

        await until;
    }

    private static async Task<T> AdvanceAsync<T>(FakeTimeProvider time, Task<T> until)
    {
        await AdvanceAsync(time, (Task)until);
        return await until;
    }

    /// <summary>How many connections requests have open now; the workers have theirs.</summary>
    private sealed class Connections : DbConnectionInterceptor
    {
        private readonly HttpContextAccessor _requests = new();
        private readonly ConcurrentDictionary<DbConnection, bool> _open = new();

        public int Open => _open.Count;

        public override Task ConnectionOpenedAsync(
            DbConnection connection,
            ConnectionEndEventData eventData,
            CancellationToken cancellationToken = default
        )
        {
            ConnectionOpened(connection, eventData);
            return Task.CompletedTask;
        }

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            if (_requests.HttpContext is not null)
            {
                _open.TryAdd(connection, true);
            }
        }

        public override Task ConnectionClosedAsync(DbConnection connection, ConnectionEndEventData eventData)
        {
            ConnectionClosed(connection, eventData);
            return Task.CompletedTask;
        }

        public override void ConnectionClosed(DbConnection connection, ConnectionEndEventData eventData) =>
            _open.TryRemove(connection, out _);
    }
}
