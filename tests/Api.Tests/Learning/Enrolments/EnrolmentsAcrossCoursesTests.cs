using MethodCenter.Api.Tests.Security;
using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Learning.Enrolments;

/// <summary>Questions across courses: where a person learns, and who of a school waits.</summary>
public sealed class EnrolmentsAcrossCoursesTests
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Who_of_a_school_waits_is_one_request_with_names(DatabaseProvider provider)
    {
        var schools = await SchoolsAsync(provider);
        var (api, waiting) = (schools.World.Api, schools.Of300[1]);

        var found = await ItemsAsync(api, "/enrolments?organisation=300&state=waiting");
        (await ItemsAsync(api, "/enrolments?organisation=school-300&state=waiting")).Count.ShouldBe(1);
        (await ItemsAsync(api, "/enrolments?organisation=30")).ShouldBeEmpty();

        found.Count.ShouldBe(1);
        ((Guid)found[0]!["employeeId"]!).ShouldBe(waiting);
        var name = (await api.GetAsync($"/employees/{waiting}"))["lastName"];
        ((string)found[0]!["fullName"]!).ShouldBe($"{name} Анна Ивановна");
        ((string?)found[0]!["organisation"]!["shortName"]).ShouldBe("СОШ № 300");
        ((string?)found[0]!["course"]!["title"]).ShouldBe("Программа p-1");
        ((string?)found[0]!["course"]!["academicYear"]).ShouldBe("2026-2027");
        ((int)found[0]!["course"]!["number"]!).ShouldBe(1);
        ((int)found[0]!["version"]!).ShouldBe(1);
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Courses_of_one_person_are_one_request(DatabaseProvider provider)
    {
        var schools = await SchoolsAsync(provider);
        var (api, person) = (schools.World.Api, schools.Of300[0]);

        var courses = await ItemsAsync(api, $"/employees/{person}/enrolments?includeTotal=true");
        courses.Select(one => (string?)one!["course"]!["title"]).Order().ShouldBe(["Программа p-1", "Программа p-2"]);
        (await ItemsAsync(api, $"/employees/{person}/enrolments?state=waiting")).ShouldBeEmpty();
        (await ItemsAsync(api, $"/employees/{person}/enrolments?academicYear=2025-2026")).ShouldBeEmpty();
        (await ItemsAsync(api, $"/enrolments?employeeId={person}")).Count.ShouldBe(2);
        (await api.GetAsync($"/employees/{Guid.NewGuid()}/enrolments")).ErrorCode.ShouldBe("employee.not-found");
    }

    [Fact]
    public async Task They_are_narrowed_by_course_year_and_period_and_paged()
    {
        var schools = await SchoolsAsync();
        var api = schools.World.Api;

        (await ItemsAsync(api, $"/enrolments?courseId={schools.Course}")).Count.ShouldBe(3);
        (await ItemsAsync(api, "/enrolments?academicYear=2026-2027")).Count.ShouldBe(4);
        (await ItemsAsync(api, "/enrolments?academicYear=2025-2026")).ShouldBeEmpty();
        // The courses run from 1 October to 31 August.
        (await ItemsAsync(api, "/enrolments?to=2026-10-01")).Count.ShouldBe(4);
        (await ItemsAsync(api, "/enrolments?to=2026-09-30")).ShouldBeEmpty();
        (await ItemsAsync(api, "/enrolments?from=2027-08-31")).Count.ShouldBe(4);
        (await ItemsAsync(api, "/enrolments?from=2027-09-01")).ShouldBeEmpty();
        var first = await api.GetAsync("/enrolments?limit=3&sort=-arrival");
        first.Expect(HttpStatusCode.OK).Json!["items"]![0]!["arrival"]!.GetValue<int>().ShouldBe(3);
        var second = await api.GetAsync($"/enrolments?limit=3&sort=-arrival&cursor={first["next"]}");
        second.Expect(HttpStatusCode.OK).Json!["items"]!.AsArray().Count.ShouldBe(1);
        (await api.GetAsync("/enrolments?sort=name")).Code.ShouldBe(400);
    }

    [Fact]
    public async Task A_school_sees_whom_it_has_sent_and_nobody_else()
    {
        var schools = await SchoolsAsync();
        var service = schools.World.Service;
        var (_, key) = await schools.World.ProgramAsync(TestAccounts.Role("schoolOperator", schools.Other));
        using var school = service.Client(key);

        var own = await ItemsAsync(school, "/enrolments");
        own.Select(one => (Guid)one!["employeeId"]!).ShouldBe([schools.OfOther]);
        (await ItemsAsync(school, "/enrolments?organisation=300")).ShouldBeEmpty();
        (await school.GetAsync($"/employees/{schools.Of300[0]}/enrolments")).ErrorCode.ShouldBe("employee.not-found");
        (await ItemsAsync(school, $"/employees/{schools.OfOther}/enrolments")).Count.ShouldBe(1);

        var (_, other) = await schools.World.ProgramAsync(TestAccounts.Role("attestationSpecialist"));
        using var stranger = service.Client(other);
        (await stranger.GetAsync("/enrolments")).Code.ShouldBe(403);
    }

    private static async Task<List<System.Text.Json.Nodes.JsonNode?>> ItemsAsync(ApiClient api, string path) =>
        [.. (await api.GetAsync(path)).Expect(HttpStatusCode.OK).Json!["items"]!.AsArray()];

    /// <summary>
    /// A course with two seats: one person of school 300 and one of another school hold them, a second of school 300 waits;
    /// the first learns on a second course too.
    /// </summary>
    private static async Task<Schools> SchoolsAsync(DatabaseProvider provider = DatabaseProvider.Sqlite)
    {
        var world = await World.SharedAsync(provider);
        var body = new
        {
            code = "school-300",
            shortName = "СОШ № 300",
            number = "300",
            kind = "secondarySchool",
        };
        var school = (await world.Api.PostAsync("/organisations", body)).Expect(HttpStatusCode.Created).Id;
        var (other, position) = (await world.OrganisationAsync(), await world.PositionAsync());
        Guid[] of300 = [await world.EmployeeAsync(school, position), await world.EmployeeAsync(school, position)];
        var ofOther = await world.EmployeeAsync(other, position);
        var course = (await world.OpenCourseAsync(await world.ProgrammeAsync(), 2)).Id;
        var second = (await world.OpenCourseAsync(await world.ProgrammeAsync("p-2"))).Id;
        foreach (
            var (on, who) in new[] { (course, of300[0]), (course, ofOther), (course, of300[1]), (second, of300[0]) }
        )
        {
            (await world.Api.PostAsync($"/courses/{on}/enrolments", new { employeeId = who })).Expect(
                HttpStatusCode.Created
            );
        }

        return new Schools(world, other, of300, ofOther, course);
    }

    private sealed record Schools(World World, Guid Other, Guid[] Of300, Guid OfOther, Guid Course);
}
