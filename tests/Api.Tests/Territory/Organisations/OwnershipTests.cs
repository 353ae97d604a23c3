namespace MethodCenter.Api.Tests.Territory.Organisations;

/// <summary>Whose an organisation is, and to whom it answers.</summary>
public sealed class OwnershipTests
{
    [Fact]
    public async Task Ownership_and_subordination_are_on_the_card_and_filter_the_list()
    {
        var world = await World.SharedAsync();
        var body = new
        {
            code = "s-1",
            shortName = "Школа № 1",
            kind = "secondarySchool",
            ownership = "regional",
            subordination = "district",
            founder = "Администрация района",
        };
        var school = (await world.Api.PostAsync("/organisations", body)).Expect(HttpStatusCode.Created);
        await world.OrganisationAsync("s-2", "Школа № 2");

        var card = await world.Api.GetAsync($"/organisations/{school.Id}");
        $"{card["ownership"]} {card["subordination"]} {card["founder"]}".ShouldBe(
            "regional district Администрация района"
        );
        (await CodesAsync("ownership=regional")).ShouldBe(["s-1"]);
        (await CodesAsync("subordination=district")).ShouldBe(["s-1"]);
        (await CodesAsync("ownership=private")).ShouldBeEmpty();
        (await CodesAsync("outsideTerritory=false")).ShouldBe(["s-1", "s-2"]);
        (await CodesAsync("outsideTerritory=true")).ShouldBeEmpty();

        async Task<IEnumerable<string?>> CodesAsync(string filter)
        {
            var list = (await world.Api.GetAsync($"/organisations?sort=code&{filter}")).Expect(HttpStatusCode.OK);
            return list["items"]!.AsArray().Select(item => (string?)item!["code"]).ToList();
        }
    }

    [Fact]
    public async Task A_private_organisation_is_subordinate_to_nobody_however_it_is_written()
    {
        var world = await World.SharedAsync();
        var school = await world.OrganisationAsync("s-1", "Школа № 1");
        var wrong = new
        {
            code = "p-1",
            shortName = "Частная школа",
            kind = "secondarySchool",
            ownership = "private",
            subordination = "district",
        };
        var posted = await world.Api.PostAsync("/organisations", wrong);
        posted.Code.ShouldBe(422);
        posted.ErrorCode.ShouldBe("organisation.private-is-not-subordinate");
        (await world.Api.PutAsync("/organisations/by-key/test/1", wrong)).ErrorCode.ShouldBe(posted.ErrorCode);
        var card = await world.Api.GetAsync($"/organisations/{school}");
        var patch = new { ownership = "private", subordination = "federal" };
        (await world.Api.PatchAsync($"/organisations/{school}", patch, ("If-Match", card.ETag))).ErrorCode.ShouldBe(
            posted.ErrorCode
        );
    }
}
