namespace MethodCenter.Api.Tests.Foundation;

public sealed class RevisionTests(FoundationService foundation) : IClassFixture<FoundationService>
{
    [Fact]
    public async Task A_change_needs_the_revision_that_was_read()
    {
        var world = await foundation.NewWorldAsync();
        var id = await world.OrganisationAsync();

        var without = await world.Api.PatchAsync($"/organisations/{id}", new { number = "5" });
        var malformed = await world.Api.PatchAsync($"/organisations/{id}", new { number = "5" }, ("If-Match", "1"));
        var weak = await world.Api.PatchAsync($"/organisations/{id}", new { number = "5" }, ("If-Match", "W/\"1\""));
        var stale = await world.Api.PatchAsync($"/organisations/{id}", new { number = "5" }, ("If-Match", "\"7\""));
        var right = await world.Api.PatchAsync($"/organisations/{id}", new { number = "5" }, ("If-Match", "\"1\""));
        var again = await world.Api.PatchAsync($"/organisations/{id}", new { number = "6" }, ("If-Match", "\"1\""));

        without.Code.ShouldBe(428);
        malformed.ErrorCode.ShouldBe("request.bad-etag");
        weak.Status.ShouldBe(HttpStatusCode.PreconditionFailed); // compared strongly: RFC 9110, 13.1.1
        stale.Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        ((int)stale["params.actual"]!).ShouldBe(1);
        right.Status.ShouldBe(HttpStatusCode.OK);
        right.ETag.ShouldBe("\"2\"");
        again.Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        ((string?)(await world.Api.GetAsync($"/organisations/{id}"))["number"]).ShouldBe("5");
    }

    [Fact]
    public async Task A_client_that_has_the_revision_gets_304()
    {
        var world = await foundation.NewWorldAsync();
        var id = await world.OrganisationAsync();

        var same = await world.Api.GetAsync($"/organisations/{id}", ("If-None-Match", "\"9\", \"1\""));
        var other = await world.Api.GetAsync($"/organisations/{id}", ("If-None-Match", "\"9\""));

        same.Status.ShouldBe(HttpStatusCode.NotModified);
        same.Text.ShouldBeEmpty();
        other.Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_merge_patch_changes_what_it_names_and_null_strikes()
    {
        var world = await foundation.NewWorldAsync();
        var created = await world.Api.PostAsync(
            "/organisations",
            new
            {
                code = "s-1",
                shortName = "А",
                kind = "lyceum",
                number = "7",
                legalForm = "ГБОУ",
                aliases = new[] { "Б" },
            }
        );

        var patched = await world.Api.PatchAsync(
            $"/organisations/{created.Id}",
            "{\"number\":null,\"aliases\":[\"В\"]}",
            ("If-Match", created.ETag)
        );

        patched.Status.ShouldBe(HttpStatusCode.OK);
        patched["number"].ShouldBeNull();
        ((string?)patched["legalForm"]).ShouldBe("ГБОУ");
        patched["aliases"]!.ToJsonString().ShouldBe(new System.Text.Json.Nodes.JsonArray("В").ToJsonString());
    }

    [Fact]
    public async Task A_merge_patch_of_an_unknown_member_is_refused()
    {
        var world = await foundation.NewWorldAsync();
        var id = await world.OrganisationAsync();

        var unknown = await world.Api.PatchAsync(
            $"/organisations/{id}",
            new { status = "closed" },
            ("If-Match", "\"1\"")
        );
        var required = await world.Api.PatchAsync(
            $"/organisations/{id}",
            "{\"shortName\":null}",
            ("If-Match", "\"1\"")
        );

        unknown.FieldErrors.ShouldBe(["/status validation.unknown-member"]);
        required.FieldErrors.ShouldBe(["/shortName validation.required"]);
    }

    [Fact]
    public async Task Of_many_simultaneous_changes_of_one_revision_exactly_one_wins()
    {
        var world = await foundation.NewWorldAsync();
        var id = await world.OrganisationAsync();

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(number =>
                    world.Api.PatchAsync($"/organisations/{id}", new { number = $"{number}" }, ("If-Match", "\"1\""))
                )
        );

        answers.Count(answer => answer.Status == HttpStatusCode.OK).ShouldBe(1);
        answers.Count(answer => answer.Status == HttpStatusCode.PreconditionFailed).ShouldBe(19);
    }
}
