using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Upgrades;

/// <summary>Texts that an earlier version stored are brought to the present form when this one starts; a service of its own.</summary>
public sealed class StoredTextTests
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Stored_texts_are_composed_and_empty_ones_go(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using (var before = TestService.StartOn(database))
        {
            var world = await World.CreateAsync(before, "texts");
            var school = await world.OrganisationAsync();
            await world.EmployeeAsync(school, await world.PositionAsync());
        }

        await database.QueryAsync(
            "UPDATE employees SET last_name = 'Горскии\u0306', name_key = 'ГОРСКИИ\u0306 О’АННА - МАРИЯ', patronymic = '', like_key = ''"
        );
        await database.QueryAsync("UPDATE organisations SET short_name = 'Ли\u00ADцей', legal_form = ''");
        await database.QueryAsync("UPDATE centres SET time_zone = 'Russian Standard Time' WHERE code LIKE 'texts%'");

        await using var after = TestService.StartOn(database);
        using var client = after.Client();
        (await client.GetAsync("/centres")).Expect(HttpStatusCode.OK);

        (
            await database.QueryAsync(
                "SELECT last_name || '|' || name_key || '|' || coalesce(patronymic, '-') || '|' || like_key FROM employees"
            )
        ).ShouldBe(["Горский|ГОРСКИЙ О'АННА-МАРИЯ|-|ГОРСКИ ОАНАМАРЯ"]);
        (await database.QueryAsync("SELECT short_name || coalesce(legal_form, '-') FROM organisations")).ShouldBe([
            "Лицей-",
        ]);
        (await database.QueryAsync("SELECT time_zone FROM centres WHERE code LIKE 'texts%'")).ShouldBe([
            "Europe/Moscow",
        ]);
    }
}
