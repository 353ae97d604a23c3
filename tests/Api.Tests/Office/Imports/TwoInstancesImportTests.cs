using System.Text;
using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Office.Imports;

/// <summary>Two instances of the service look after the same operations.</summary>
public sealed class TwoInstancesImportTests
{
    private const int Rows = 40_000;

    private static readonly Dictionary<string, string?> ShortLease = new() { ["Imports:LeaseSeconds"] = "1" };

    private static readonly string[] FirstNames = ["Анна", "Вера", "Ольга", "Дарья", "Елена"];

    /// <summary>People without key and number: were they taken twice, no index would stop it.</summary>
    [Theory]
    [InlineData("validRows")]
    [InlineData("allOrNothing")]
    public async Task A_healthy_import_stays_with_one_of_them_for_longer_than_the_lease(string mode)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.PostgreSql);
        await using var first = TestService.StartOn(database, ShortLease);
        var world = await World.CreateAsync(first);
        await world.OrganisationAsync();
        await using var second = TestService.StartOn(database, ShortLease);
        using var other = second.Client(centre: world.Centre);
        (await other.GetAsync("/organisations")).Expect(HttpStatusCode.OK);

        var lines = Imports.StaffList(Rows).Split("\r\n").Select(WithoutKeyAndNumber);
        var sent = await Imports.SendAsync(
            world.Api,
            $"/imports/employees?mode={mode}",
            Encoding.UTF8.GetBytes(string.Join("\r\n", lines))
        );
        var ended = await Imports.EndAsync(other, sent.Expect(HttpStatusCode.Accepted).Id);

        ((string?)ended["state"]).ShouldBe("succeeded", ended.ToJsonString());
        ((int)ended["counts"]!["created"]!).ShouldBe(Rows);
        (await database.CountAsync("SELECT count(*) FROM employees")).ShouldBe(Rows);
        (await database.CountAsync("SELECT attempts FROM operations")).ShouldBe(1);
    }

    private static string WithoutKeyAndNumber(string line, int place)
    {
        var cells = line.Split(';');

        // Of people born on one day, whose surnames look alike, the second would be asked about.
        if (place > 0)
        {
            cells[2] = FirstNames[place / 9000];
        }

        return string.Join(';', cells.Where((_, column) => column is not (0 or 5)));
    }
}
