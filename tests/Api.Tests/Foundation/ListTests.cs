namespace MethodCenter.Api.Tests.Foundation;

public sealed class ListTests(FoundationService foundation) : IClassFixture<FoundationService>
{
    [Theory]
    [InlineData("shortName")]
    [InlineData("-shortName")]
    [InlineData("code")]
    [InlineData("-code,shortName")]
    public async Task Pages_together_are_the_whole_list_in_order_and_without_gaps(string sort)
    {
        var world = await foundation.NewWorldAsync();
        for (var number = 0; number < 23; number++)
        {
            await world.OrganisationAsync($"c-{number % 5}-{number}", $"Школа {(char)('я' - (number / 2))}");
        }

        var whole = await world.Api.GetAsync($"/organisations?sort={sort}&limit=500");
        var codes = new List<string>();
        string? next = null;
        do
        {
            var page = await world.Api.GetAsync(
                $"/organisations?sort={sort}&limit=4" + (next is null ? "" : $"&cursor={Uri.EscapeDataString(next)}")
            );
            page.Status.ShouldBe(HttpStatusCode.OK);
            codes.AddRange(page["items"]!.AsArray().Select(item => (string)item!["code"]!));
            next = (string?)page["next"];
        } while (next is not null);

        codes.ShouldBe(whole["items"]!.AsArray().Select(item => (string)item!["code"]!));
        codes.Distinct().Count().ShouldBe(23);
        whole["next"].ShouldBeNull();
    }

    [Fact]
    public async Task A_page_that_ends_with_the_list_says_so()
    {
        var world = await foundation.NewWorldAsync();
        await world.OrganisationAsync("a", "А");
        await world.OrganisationAsync("b", "Б");

        (await world.Api.GetAsync("/organisations?limit=2"))["next"].ShouldBeNull();
        (await world.Api.GetAsync("/organisations?limit=1"))["next"].ShouldNotBeNull();
    }

    [Fact]
    public async Task The_total_counts_the_filtered_rows_and_comes_only_when_asked_for()
    {
        var world = await foundation.NewWorldAsync();
        await world.OrganisationAsync("a", "Школа А");
        await world.OrganisationAsync("b", "Сад Б", "kindergarten");

        ((int)(await world.Api.GetAsync("/organisations?group=preschool&includeTotal=true"))["total"]!).ShouldBe(1);
        (await world.Api.GetAsync("/organisations"))["total"].ShouldBeNull();
    }

    [Theory]
    [InlineData("limit=0", "limit validation.out-of-range")]
    [InlineData("limit=501", "limit validation.out-of-range")]
    [InlineData("limit=ten", "limit validation.wrong-type")]
    [InlineData("sort=fullName", "sort list.unknown-sort")]
    [InlineData("sort=code,code", "sort list.unknown-sort")]
    [InlineData("cursor=abc", "cursor list.bad-cursor")]
    [InlineData("kind=School", "kind validation.unknown-value")]
    [InlineData("kind=1", "kind validation.unknown-value")]
    [InlineData("name=x", "name validation.unknown-parameter")]
    [InlineData("q=a&q=b", "q validation.repeated-parameter")]
    [InlineData("q=%00", "q validation.wrong-type")]
    public async Task What_is_not_published_is_refused(string query, string error)
    {
        var world = await foundation.NewWorldAsync();

        var answer = await world.Api.GetAsync($"/organisations?{query}");

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.FieldErrors.ShouldBe([error]);
    }

    [Fact]
    public async Task A_cursor_is_good_for_its_own_sort_and_filter_only()
    {
        var world = await foundation.NewWorldAsync();
        await world.OrganisationAsync("a", "А");
        await world.OrganisationAsync("b", "Б");
        var cursor = Uri.EscapeDataString((string)(await world.Api.GetAsync("/organisations?limit=1"))["next"]!);

        (await world.Api.GetAsync($"/organisations?limit=2&cursor={cursor}")).Status.ShouldBe(HttpStatusCode.OK);
        (await world.Api.GetAsync($"/organisations?sort=code&cursor={cursor}")).ErrorCode.ShouldBe("list.bad-cursor");
        (await world.Api.GetAsync($"/organisations?kind=lyceum&cursor={cursor}")).ErrorCode.ShouldBe("list.bad-cursor");
    }

    [Theory]
    [InlineData("берёзовская", 1)]
    [InlineData("БЕРЕЗОВСКАЯ сош", 1)]
    [InlineData("сош березов", 1)]
    [InlineData("Береговкая", 1)]
    [InlineData("школа", 0)]
    [InlineData("%", 0)]
    [InlineData("_", 0)]
    [InlineData("' OR 1=1 --", 0)]
    public async Task Search_knows_names_aliases_and_no_wildcards(string text, int found)
    {
        var world = await foundation.NewWorldAsync();
        await world.Api.PostAsync(
            "/organisations",
            new
            {
                code = "s04",
                shortName = "Березовская СОШ",
                kind = "secondarySchool",
            }
        );
        await world.Api.PostAsync(
            "/organisations",
            new
            {
                code = "s03",
                shortName = "Береговская СОШ",
                kind = "secondarySchool",
                aliases = new[] { "Береговкая СОШ" },
            }
        );

        var answer = await world.Api.GetAsync($"/organisations?q={Uri.EscapeDataString(text)}");

        answer["items"]!.AsArray().Count.ShouldBe(found);
    }
}
