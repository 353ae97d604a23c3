namespace MethodCenter.Api.Tests.Security;

/// <summary>Limits of requests, of attempts to sign in, and of guessed keys.</summary>
public sealed class RateLimitTests
{
    [Fact]
    public async Task A_client_sees_what_is_left_and_is_told_when_to_come_again()
    {
        await using var service = await StartAsync("PermitsPerMinute", 5);
        using var client = service.Client();
        for (var left = 4; left >= 0; left--)
        {
            var answer = await client.GetAsync("/me");
            answer.Status.ShouldBe(HttpStatusCode.OK);
            answer.Headers.GetValues("RateLimit-Policy").ShouldBe(["\"client\";q=5;w=60"]);
            answer.Headers.GetValues("RateLimit").ShouldBe([$"\"client\";r={left};t=60"]);
        }

        var refused = await client.GetAsync("/me");
        ((int)refused.Status).ShouldBe(429);
        refused.ErrorCode.ShouldBe("request.too-many");
        refused.Headers.RetryAfter.ShouldNotBeNull();
    }

    [Fact]
    public async Task Guessing_at_passwords_is_slowed_down()
    {
        await using var service = await StartAsync("SignInsPerMinute", 3);
        using var client = service.Client(key: null);
        var statuses = new List<int>();
        for (var attempt = 0; attempt < 4; attempt++)
        {
            var answer = await client.PostAsync("/auth/token", new { login = $"guess-{attempt}", password = "x" });
            statuses.Add(answer.Code);
            if (answer.Code == 429)
            {
                answer.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromMinutes(1));
            }
        }

        statuses.ShouldBe([401, 401, 401, 429]);
    }

    [Fact]
    public async Task Guessing_at_keys_is_slowed_down_and_shuts_nobody_out_who_was_in()
    {
        await using var service = await StartAsync("KeyGuessesPerMinute", 4);
        using var known = service.Client();
        (await known.GetAsync("/me")).Status.ShouldBe(HttpStatusCode.OK);
        var statuses = new List<int>();
        for (var attempt = 0; attempt < 4; attempt++)
        {
            using var guesser = service.Client($"mck_{attempt:D43}");
            statuses.Add((await guesser.GetAsync("/me")).Code);
        }

        statuses.ShouldBe([401, 401, 401, 429]);
        (await known.GetAsync("/me")).Status.ShouldBe(HttpStatusCode.OK);
    }

    private static Task<TestService> StartAsync(string limit, int permits) =>
        TestService.StartAsync(settings: new Dictionary<string, string?> { [$"RateLimit:{limit}"] = $"{permits}" });
}
