using MethodCenter.Infrastructure.Leases;
using MethodCenter.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace MethodCenter.Infrastructure.Tests.Leases;

/// <summary>One holder at a time across all instances.</summary>
public sealed class LeaseTests
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(15);
    private static readonly DateTimeOffset Start = new(2026, 11, 1, 9, 0, 0, TimeSpan.Zero);

    public static TheoryData<DatabaseProvider> Databases => [DatabaseProvider.Sqlite, DatabaseProvider.PostgreSql];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_lease_has_one_holder_until_it_runs_out(DatabaseProvider provider)
    {
        await using var scenario = await Scenario.StartAsync(provider);
        var (one, two) = (Guid.NewGuid(), Guid.NewGuid());

        (await scenario.HoldAsync(one)).ShouldBeTrue();
        (await scenario.HoldAsync(two)).ShouldBeFalse();
        scenario.Time.Advance(TimeSpan.FromSeconds(10));
        (await scenario.HoldAsync(one)).ShouldBeTrue("its holder renews it");
        scenario.Time.Advance(TimeSpan.FromSeconds(10));
        (await scenario.HoldAsync(two)).ShouldBeFalse();
        scenario.Time.Advance(TimeSpan.FromSeconds(6));
        (await scenario.HoldAsync(two)).ShouldBeTrue("it has run out");
        (await scenario.HoldAsync(one)).ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_lease_that_is_given_back_is_free_at_once(DatabaseProvider provider)
    {
        await using var scenario = await Scenario.StartAsync(provider);
        var (one, two) = (Guid.NewGuid(), Guid.NewGuid());
        (await scenario.HoldAsync(one)).ShouldBeTrue();

        await scenario.ReleaseAsync(two);
        (await scenario.HoldAsync(two)).ShouldBeFalse("only its holder gives it back");
        await scenario.ReleaseAsync(one);
        (await scenario.HoldAsync(two)).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_lease_that_a_clock_wrote_which_ran_ahead_is_taken(DatabaseProvider provider)
    {
        await using var scenario = await Scenario.StartAsync(provider);
        var (one, two) = (Guid.NewGuid(), Guid.NewGuid());
        (await scenario.HoldAsync(one, Length + TimeSpan.FromSeconds(59))).ShouldBeTrue();
        (await scenario.HoldAsync(two)).ShouldBeFalse("clocks of two instances differ a little");

        (await scenario.HoldAsync(one, Length + TimeSpan.FromHours(2))).ShouldBeTrue("its clock ran two hours ahead");

        (await scenario.HoldAsync(two)).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Of_many_that_ask_at_once_for_a_new_lease_one_gets_it(DatabaseProvider provider)
    {
        await using var scenario = await Scenario.StartAsync(provider);

        var held = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => scenario.HoldAsync(Guid.NewGuid())));

        held.Count(got => got).ShouldBe(1);
    }

    /// <summary>A database that nobody works on, on a clock of the test.</summary>
    private sealed class Scenario(TestService service, FakeTimeProvider time) : IAsyncDisposable
    {
        public FakeTimeProvider Time => time;

        public static async Task<Scenario> StartAsync(DatabaseProvider provider)
        {
            var time = new FakeTimeProvider(Start);
            var service = await TestService.StartAsync(
                provider,
                configure: services =>
                {
                    services.RemoveAll<IHostedService>();
                    services.AddSingleton<TimeProvider>(time);
                }
            );
            return new Scenario(service, time);
        }

        public async Task<bool> HoldAsync(Guid owner, TimeSpan? length = null)
        {
            using var scope = service.Services.CreateScope();
            return await scope
                .ServiceProvider.GetRequiredService<LeaseKeeper>()
                .TryHoldAsync("tested", owner, length ?? Length, TestContext.Current.CancellationToken);
        }

        public async Task ReleaseAsync(Guid owner)
        {
            using var scope = service.Services.CreateScope();
            await scope
                .ServiceProvider.GetRequiredService<LeaseKeeper>()
                .ReleaseAsync("tested", owner, TestContext.Current.CancellationToken);
        }

        public ValueTask DisposeAsync() => service.DisposeAsync();
    }
}
