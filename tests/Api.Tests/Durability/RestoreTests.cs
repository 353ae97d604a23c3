using MethodCenter.Api.Tests.Office.Changes;
using MethodCenter.Infrastructure;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace MethodCenter.Api.Tests.Durability;

/// <summary>A database that was restored from a backup knows which positions of its feed are its own.</summary>
public sealed class RestoreTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    public async Task A_reader_who_was_ahead_of_the_backup_is_sent_back_to_the_beginning(int since)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        var (centre, held, lost) = ("", 0L, 0L);
        await using (var service = TestService.StartOn(database))
        {
            var world = await World.CreateAsync(service);
            centre = world.Centre;
            await world.OrganisationAsync("kept", "Школа из копии");
            held = await world.PositionOfFeedAsync(service);
        }

        var backup = database.BackUp();
        await using (var service = TestService.StartOn(database))
        {
            using var api = service.Client(centre: centre);
            await World.RegisterAsync(api, "lost", "Школа после копии");
            await service.UntilToldAsync(TestContext.Current.CancellationToken);
            lost = (long)(await api.GetAsync("/changes/position"))["position"]!;
        }

        backup.Restore(database);
        await using var restored = TestService.StartOn(database);
        using var reader = restored.Client(centre: centre);
        for (var number = 0; number < since; number++)
        {
            await World.RegisterAsync(reader, $"new-{number}", $"Школа № {number + 1}");
        }

        await restored.UntilToldAsync(TestContext.Current.CancellationToken);
        var behind = await reader.GetAsync($"/changes?after={lost}");
        var own = await reader.GetAsync($"/changes?after={held}");

        lost.ShouldBeGreaterThan(held);
        behind.Code.ShouldBe(410, behind.Text);
        behind.ErrorCode.ShouldBe("changes.position-lost");
        ((string?)behind["params.start"]).ShouldBe("/api/v1/changes/position");
        own.Told().Count.ShouldBe(since, "what was read before the backup has happened here too");
    }

    [Fact]
    public async Task A_reader_who_was_ahead_is_told_so_though_nothing_has_given_positions_since_the_start()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        var (centre, lost) = ("", 0L);
        await using (var service = TestService.StartOn(database))
        {
            var world = await World.CreateAsync(service);
            centre = world.Centre;
            await world.PositionOfFeedAsync(service);
        }

        var backup = database.BackUp();
        await using (var service = TestService.StartOn(database))
        {
            using var api = service.Client(centre: centre);
            await World.RegisterAsync(api, "lost", "Школа после копии");
            await service.UntilToldAsync(TestContext.Current.CancellationToken);
            lost = (long)(await api.GetAsync("/changes/position"))["position"]!;
        }

        backup.Restore(database);
        await using var restored = TestService.StartOn(
            database,
            configure: services => services.RemoveAll<IHostedService>()
        );
        using var reader = restored.Client(centre: centre);

        var behind = await reader.GetAsync($"/changes?after={lost}");

        behind.Code.ShouldBe(410, behind.Text);
        behind.ErrorCode.ShouldBe("changes.position-lost");
    }
}
