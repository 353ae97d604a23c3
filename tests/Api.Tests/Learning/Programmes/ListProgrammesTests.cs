namespace MethodCenter.Api.Tests.Learning.Programmes;

/// <summary>The catalogue, by the year in which a programme was approved.</summary>
public sealed class ListProgrammesTests
{
    [Theory]
    [InlineData("2019", 1)]
    [InlineData("2020", 0)]
    public async Task A_year_is_that_of_the_approval(string year, int found)
    {
        var world = await World.SharedAsync();
        await world.ProgrammeAsync();

        var list = (await world.Api.GetAsync($"/programmes?year={year}")).Expect(HttpStatusCode.OK);

        list["items"]!.AsArray().Count.ShouldBe(found);
    }
}
