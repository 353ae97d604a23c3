using System.Text.Json.Nodes;

namespace MethodCenter.Api.Tests.Upgrades;

/// <summary>The comparison of an upgrade can fail.</summary>
public sealed class ReadingTests
{
    private const string Report = "c /api/v1/reports/courses";

    [Fact]
    public void Equal_answers_do_not_differ()
    {
        var answer = Read(Report, """{"courses":41,"lines":[{"enrolled":7}]}""");

        Reading.Compare([answer], [answer]).ShouldBeEmpty();
    }

    [Fact]
    public void What_a_new_version_says_beside_is_no_difference() =>
        Reading
            .Compare([Read(Report, """{"courses":41}""")], [Read(Report, """{"courses":41,"hours":9}""")])
            .ShouldBeEmpty();

    [Fact]
    public void A_figure_that_changed_is_named() =>
        Reading
            .Compare([Read(Report, """{"lines":[{"enrolled":7}]}""")], [Read(Report, """{"lines":[{"enrolled":8}]}""")])
            .ShouldBe([$"{Report}: lines/0/enrolled was 7, is 8"]);

    [Fact]
    public void A_figure_that_is_gone_is_named() =>
        Reading
            .Compare([Read(Report, """{"courses":41}""")], [Read(Report, "{}")])
            .ShouldBe([$"{Report}: courses was 41, is nothing"]);

    [Theory]
    [InlineData("""{"items":[1,2]}""", """{"items":[1]}""")]
    [InlineData("""{"items":[1],"total":2}""", """{"items":[1],"total":1}""")]
    public void Fewer_items_are_named(string before, string after) =>
        Reading
            .Compare([Read("c /rooms", before)], [Read("c /rooms", after)])
            .ShouldBe(["c /rooms: 2 items are now 1"]);

    [Fact]
    public void Another_status_is_named() =>
        Reading
            .Compare([Read("c /rooms/1", "{}")], [Read("c /rooms/1", "{}", HttpStatusCode.NotFound)])
            .ShouldBe(["c /rooms/1: 200 is now 404"]);

    [Fact]
    public void A_server_error_is_named_also_where_it_was_one_before()
    {
        var broken = Read("c /rooms", "{}", HttpStatusCode.InternalServerError);

        Reading.Compare([broken], [broken]).ShouldBe(["c /rooms: 500 is now 500"]);
    }

    [Fact]
    public void An_address_that_was_not_read_is_named() =>
        Reading.Compare([Read("c /rooms", "{}")], []).ShouldBe(["c /rooms: was not read"]);

    private static Reading Read(string address, string json, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var headers = new HttpResponseMessage(status);
        return Reading.Of(address, new Answer(status, json, JsonNode.Parse(json), headers.Headers));
    }
}
