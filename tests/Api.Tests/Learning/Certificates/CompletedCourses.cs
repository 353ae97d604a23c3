namespace MethodCenter.Api.Tests.Learning.Certificates;

/// <summary>Courses that have ended, made over HTTP.</summary>
internal static class CompletedCourses
{
    /// <summary>A course of the year before, completed by so many learners of the first school.</summary>
    public static async Task<Guid> CompletedCourseAsync(this World world, int learners)
    {
        var course = await world.OpenCourseAsync(
            await world.ProgrammeAsync(world.Unique("done")),
            learners,
            "2025-2026"
        );
        var (school, position) = (
            await world.OrganisationAsync(world.Unique("done-1"), "Школа выпускников"),
            await world.PositionAsync()
        );
        for (var number = 0; number < learners; number++)
        {
            var body = new { employeeId = await world.EmployeeAsync(school, position), on = "2025-10-01" };
            (await world.Api.PostAsync($"/courses/{course.Id}/enrolments", body)).Expect(HttpStatusCode.Created);
        }

        await world.WaivePapersAsync();
        var full = (await world.Api.GetAsync($"/courses/{course.Id}")).Expect(HttpStatusCode.OK);
        var done = await world.Api.PostAsync($"/courses/{course.Id}/completion", null, ("If-Match", full.ETag));
        done.Expect(HttpStatusCode.OK);
        return course.Id;
    }

    /// <summary>The centre is content with a warning where protocol and orders of a document are not on file.</summary>
    public static async Task WaivePapersAsync(this World world)
    {
        var norm = new
        {
            code = "certificate.papers-required",
            value = "false",
            validFrom = "2000-01-01",
            basis = "Решение центра",
        };
        (await world.Api.PostAsync("/norms", norm)).Code.ShouldBeOneOf(201, 409);
    }

    public static async Task<IReadOnlyList<Guid>> EnrolmentsAsync(this World world, Guid course)
    {
        var page = (await world.Api.GetAsync($"/courses/{course}/enrolments?limit=500")).Expect(HttpStatusCode.OK);
        return [.. page.Json!["items"]!.AsArray().Select(item => (Guid)item!["id"]!)];
    }
}
