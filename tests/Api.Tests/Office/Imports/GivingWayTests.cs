using System.Text;

namespace MethodCenter.Api.Tests.Office.Imports;

/// <summary>An import of any mode lets others write on a database that has one writer. A service of its own: it is busy throughout.</summary>
public sealed class GivingWayTests
{
    private const int Rows = 6000;
    private const int LeastWrites = 8;

    /// <summary>
    /// Not in seconds: who waits for the whole import has written once when it ends, whatever the machine does.
    /// </summary>
    [Theory]
    [InlineData("?mode=dryRun", 0)]
    [InlineData("?mode=allOrNothing", Rows)]
    [InlineData("?mode=validRows", Rows)]
    [InlineData("/compare?", 0)]
    public async Task Others_write_while_it_runs(string mode, int written)
    {
        await using var service = await TestService.StartAsync();
        var world = await World.CreateAsync(service);
        await world.OrganisationAsync();
        var other = await World.CreateAsync(service);
        var file = Encoding.UTF8.GetBytes(Imports.StaffList(Rows));

        var started = await Imports.SendAsync(world.Api, $"/imports/employees{mode}&source=test", file);
        var operation = started.Expect(HttpStatusCode.Accepted).Id;
        var (ended, writes) = (Imports.EndAsync(world.Api, operation), 0);
        while (!ended.IsCompleted)
        {
            await other.OrganisationAsync($"other-{writes}");
            writes++;
        }

        var result = await ended;
        ((string?)result["state"]).ShouldBe("succeeded", result.ToJsonString());
        ((int)result["counts"]!["created"]!).ShouldBe(Rows);
        writes.ShouldBeGreaterThanOrEqualTo(LeastWrites);
        (await world.RowsAsync("employees")).ShouldBe(written);
    }

    [Fact]
    public async Task A_wrong_row_in_a_large_file_refuses_all_of_it()
    {
        await using var service = await TestService.StartAsync();
        var world = await World.CreateAsync(service);
        await world.OrganisationAsync();

        var wrong = Imports.StaffList(1500) + "\r\n" + Imports.Row(9999, "нет-такой");
        var result = await Imports.RunAsync(world.Api, wrong);

        ((string?)result["state"]).ShouldBe("failed");
        ((int)result["counts"]!["refused"]!).ShouldBe(1);
        (await world.RowsAsync("employees")).ShouldBe(0);
    }

    [Fact]
    public async Task No_copy_of_the_database_is_left()
    {
        await using var service = await TestService.StartAsync();
        var world = await World.CreateAsync(service);
        await world.OrganisationAsync();

        await Imports.RunAsync(world.Api, Imports.StaffList(600), "dryRun");

        // Other tests check files too; what is there belongs to running ones, and goes.
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        var mine = Directory.GetFiles(Path.GetTempPath(), $"methodcenter-check-{Environment.ProcessId}-*");
        while (mine.Any(File.Exists))
        {
            await Task.Delay(50, limit.Token);
        }
    }

    [Fact]
    public async Task One_account_does_not_take_all_of_the_disk()
    {
        await using var service = await TestService.StartAsync(
            settings: new Dictionary<string, string?> { ["Imports:AccountBytes"] = "20000" }
        );
        var world = await World.CreateAsync(service);
        await world.OrganisationAsync();
        var file = Encoding.UTF8.GetBytes(Imports.StaffList(100));

        (await Imports.SendAsync(world.Api, "/imports/employees?mode=dryRun&source=test", file)).Expect(
            HttpStatusCode.Accepted
        );
        var refused = await Imports.SendAsync(world.Api, "/imports/employees?mode=dryRun&source=test", file);

        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.ErrorCode.ShouldBe("operation.files-full");
    }

    [Fact]
    public async Task Many_accounts_of_one_centre_do_not_fill_the_queue()
    {
        await using var service = await TestService.StartAsync(
            settings: new Dictionary<string, string?> { ["Imports:MostWaitingInCentre"] = "3" },
            configure: services => services.RemoveWorkers()
        );
        var world = await World.CreateAsync(service);
        await world.OrganisationAsync();
        var neighbour = await World.CreateAsync(service);
        var file = Encoding.UTF8.GetBytes(Imports.StaffList(2));
        var codes = new List<string?>();
        for (var number = 0; number < 4; number++)
        {
            codes.Add(
                (await Imports.SendAsync(world.Api, "/imports/employees?mode=dryRun&source=test", file)).ErrorCode
            );
        }

        codes.ShouldBe([null, null, null, "operation.centre-waiting"]);
        (await Imports.SendAsync(neighbour.Api, "/imports/employees?mode=dryRun&source=test", file)).Expect(
            HttpStatusCode.Accepted
        );
    }
}
