namespace MethodCenter.Api.Tests.Office.Changes;

/// <summary>Reads the feed as tests need it.</summary>
internal static class Feed
{
    /// <summary>A page, once everything that is committed has its place.</summary>
    public static async Task<Answer> FeedAsync(this World world, TestService service, long after, string query = "")
    {
        await service.UntilToldAsync(TestContext.Current.CancellationToken);
        return (await world.Api.GetAsync($"/changes?after={after}{query}")).Expect(HttpStatusCode.OK);
    }

    public static async Task<long> PositionOfFeedAsync(this World world, TestService service)
    {
        await service.UntilToldAsync(TestContext.Current.CancellationToken);
        return (long)(await world.Api.GetAsync("/changes/position")).Expect(HttpStatusCode.OK)["position"]!;
    }

    /// <summary>«type kind version events» of each item.</summary>
    public static IReadOnlyList<string> Told(this Answer page) =>
        [
            .. page.Expect(HttpStatusCode.OK).Json!["items"]!
                .AsArray()
                .Select(item =>
                    $"{item!["type"]} {item["kind"]} {item["version"]} {string.Join(' ', item["events"]!.AsArray())}"
                )
                .Select(text => text.TrimEnd()),
        ];

    public static IReadOnlyList<long> Positions(this Answer page) =>
        [.. page.Expect(HttpStatusCode.OK).Json!["items"]!.AsArray().Select(item => (long)item!["position"]!)];

    public static IReadOnlyList<Guid> Ids(this Answer page) =>
        [.. page.Expect(HttpStatusCode.OK).Json!["items"]!.AsArray().Select(item => (Guid)item!["id"]!)];
}
