namespace MethodCenter.Api.Tests.Foundation;

public sealed class IdempotencyTests(FoundationService foundation) : IClassFixture<FoundationService>
{
    private const string Header = "Idempotency-Key";

    [Fact]
    public async Task A_repeated_post_gets_the_stored_answer_and_makes_nothing_new()
    {
        var world = await foundation.NewWorldAsync();
        var body = new
        {
            code = "s-1",
            shortName = "Школа № 1",
            kind = "secondarySchool",
        };

        var first = await world.Api.PostAsync("/organisations", body, (Header, "key-1"));
        var second = await world.Api.PostAsync("/organisations", body, (Header, "key-1"));

        first.Status.ShouldBe(HttpStatusCode.Created);
        second.Status.ShouldBe(HttpStatusCode.Created);
        second.Text.ShouldBe(first.Text);
        second.ETag.ShouldBe(first.ETag);
        second.Headers.Location.ShouldBe(first.Headers.Location);
        first.Headers.Contains("Idempotency-Replayed").ShouldBeFalse();
        second.Headers.GetValues("Idempotency-Replayed").ShouldBe(["true"]);
        (await CountAsync(world)).ShouldBe(1);
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_refused()
    {
        var world = await foundation.NewWorldAsync();
        await world.Api.PostAsync(
            "/organisations",
            new
            {
                code = "s-1",
                shortName = "А",
                kind = "lyceum",
            },
            (Header, "key-2")
        );

        var other = await world.Api.PostAsync(
            "/organisations",
            new
            {
                code = "s-2",
                shortName = "Б",
                kind = "lyceum",
            },
            (Header, "key-2")
        );

        other.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        other.ErrorCode.ShouldBe("idempotency.other-request");
        (await CountAsync(world)).ShouldBe(1);
    }

    [Fact]
    public async Task A_refused_request_may_be_corrected_under_the_same_key()
    {
        var world = await foundation.NewWorldAsync();
        var wrong = await world.Api.PostAsync(
            "/organisations",
            new
            {
                code = "s-1",
                shortName = "",
                kind = "lyceum",
            },
            (Header, "key-3")
        );

        var right = await world.Api.PostAsync(
            "/organisations",
            new
            {
                code = "s-1",
                shortName = "А",
                kind = "lyceum",
            },
            (Header, "key-3")
        );

        wrong.Status.ShouldBe(HttpStatusCode.BadRequest);
        right.Status.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Twenty_simultaneous_requests_with_one_key_make_one_object()
    {
        var world = await foundation.NewWorldAsync();
        var body = new
        {
            code = "s-1",
            shortName = "А",
            kind = "lyceum",
        };

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => world.Api.PostAsync("/organisations", body, (Header, "key-4")))
        );

        answers.ShouldAllBe(answer =>
            answer.Status == HttpStatusCode.Created || answer.ErrorCode == "idempotency.still-running"
        );
        answers
            .Where(answer => answer.Status == HttpStatusCode.Created)
            .Select(answer => answer.Id)
            .Distinct()
            .ShouldHaveSingleItem();
        (await CountAsync(world)).ShouldBe(1);
    }

    [Theory]
    [InlineData("ключ")]
    [InlineData("with space")]
    public async Task A_key_is_of_printable_ascii(string key)
    {
        var world = await foundation.NewWorldAsync();

        var answer = await world.Api.PostAsync(
            "/organisations",
            new
            {
                code = "s",
                shortName = "А",
                kind = "lyceum",
            },
            (Header, key)
        );

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.FieldErrors.ShouldBe(["Idempotency-Key idempotency.bad-key"]);
        (await CountAsync(world)).ShouldBe(0);
    }

    private static async Task<int> CountAsync(World world) =>
        (int)(await world.Api.GetAsync("/organisations?includeTotal=true"))["total"]!;
}
