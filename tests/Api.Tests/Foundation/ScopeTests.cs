namespace MethodCenter.Api.Tests.Foundation;

public sealed class ScopeTests(FoundationService foundation) : IClassFixture<FoundationService>
{
    [Fact]
    public async Task Nothing_of_another_centre_can_be_seen_changed_or_used()
    {
        var (mine, other) = (await foundation.NewWorldAsync(), await foundation.NewWorldAsync());
        var organisation = await other.OrganisationAsync();
        var programme = await other.ProgrammeAsync();
        var course = await other.OpenCourseAsync(programme);

        (await mine.Api.GetAsync($"/organisations/{organisation}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await mine.Api.GetAsync($"/courses/{course.Id}/enrolments")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await mine.Api.GetAsync("/courses"))["items"]!.AsArray().ShouldBeEmpty();
        (
            await mine.Api.PatchAsync($"/organisations/{organisation}", new { number = "1" }, ("If-Match", "\"1\""))
        ).Status.ShouldBe(HttpStatusCode.NotFound);
        (await mine.Api.PostAsync("/courses", World.CourseBody(programme))).FieldErrors.ShouldBe([
            "/programmeId programme.unknown",
        ]);
        (await mine.Api.GetAsync($"/centres/{other.CentreId}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Codes_are_unique_within_a_centre_and_free_in_another()
    {
        var (mine, other) = (await foundation.NewWorldAsync(), await foundation.NewWorldAsync());
        await mine.OrganisationAsync("same");

        (
            await mine.Api.PostAsync(
                "/organisations",
                new
                {
                    code = "same",
                    shortName = "Б",
                    kind = "lyceum",
                }
            )
        ).ErrorCode.ShouldBe("organisation.code-taken");
        await other.OrganisationAsync("same");
    }

    [Fact]
    public async Task A_centre_that_does_not_exist_is_not_found() =>
        (await foundation.Service.Client(centre: "no-such-centre").GetAsync("/courses")).ErrorCode.ShouldBe(
            "security.centre-unknown"
        );
}
