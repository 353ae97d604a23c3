using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Territory.Positions;

/// <summary>The state nomenclature of posts over HTTP.</summary>
public sealed class NomenclatureTests
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task A_new_centre_has_it_whole_and_lacks_nothing(DatabaseProvider provider)
    {
        var world = await World.SharedAsync(provider);
        var whole = (await world.Api.GetAsync("/positions/nomenclature")).Expect(HttpStatusCode.OK);
        var named = whole["positions"]!.AsArray().Select(one => (string)one!["code"]!).ToList();
        var listed = (await world.Api.GetAsync("/positions?limit=500")).Json!["items"]!.AsArray();
        var adopted = (await world.Api.PostAsync("/positions/nomenclature")).Expect(HttpStatusCode.OK);

        var before = await world.Api.GetAsync("/positions/nomenclature?on=2015-01-01");
        (before.Code, before.ErrorCode).ShouldBe((400, "position.before-nomenclature"));
        adopted["differing"]!.AsArray().ShouldBeEmpty();
        named.Count.ShouldBe(59);
        ((string?)whole["act"])!.ShouldContain("№ 225");
        listed
            .Where(one => (string?)one!["nomenclaturePoint"] is not null)
            .Select(one => (string)one!["code"]!)
            .Order()
            .ShouldBe(named.Order());
        adopted["added"]!.AsArray().ShouldBeEmpty();
        (await world.RowsAsync("positions", "nomenclature_point IS NOT NULL")).ShouldBe(59);
    }
}
