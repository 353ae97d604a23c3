using System.Text.Json.Nodes;

namespace MethodCenter.Api.Tests.Robustness;

/// <summary>Exact answers to bad input for two operations, in both languages.</summary>
public sealed class BadInputTests(BadInputTests.Fixture fixture) : IClassFixture<BadInputTests.Fixture>
{
    [Theory]
    [InlineData("capacity", "\"x\"", 400, "/capacity", "validation.wrong-type")]
    [InlineData("capacity", "0", 400, "/capacity", "validation.out-of-range")]
    [InlineData("capacity", "-5", 400, "/capacity", "validation.out-of-range")]
    [InlineData("capacity", "99999999999", 400, "/capacity", "validation.wrong-type")]
    [InlineData("capacity", "null", 400, "/capacity", "validation.required")]
    [InlineData("startsOn", "\"2026-02-30\"", 400, "/startsOn", "validation.wrong-type")]
    [InlineData("startsOn", "\"0001-01-01\"", 400, "/startsOn", "validation.out-of-range")]
    [InlineData("season", "\"someday\"", 400, "/season", "validation.unknown-value")]
    [InlineData("academicYear", "\"2026-2028\"", 400, "/academicYear", "validation.wrong-type")]
    [InlineData("site", "\"a\\u0000b\"", 400, "/site", "validation.control-character")]
    [InlineData("site", "\"two\\nlines\"", 400, "/site", "validation.not-one-line")]
    [InlineData("funding", "[]", 400, "/funding", "validation.wrong-type")]
    [InlineData("programmeId", "\"abc\"", 400, "/programmeId", "validation.wrong-type")]
    [InlineData("programmeId", "\"01999999-9999-7999-8999-999999999999\"", 422, "/programmeId", "programme.unknown")]
    [InlineData("endsOn", "\"2026-09-30\"", 422, "/endsOn", "course.ends-before-start")]
    [InlineData("nosuch", "1", 400, "/nosuch", "validation.unknown-member")]
    public Task A_course_with(string member, string value, int status, string pointer, string code) =>
        fixture.RefuseAsync("/courses", fixture.Course, member, value, status, pointer, code);

    [Theory]
    [InlineData("lastName", "null", 400, "/lastName", "validation.required")]
    [InlineData("lastName", "\"\"", 400, "/lastName", "validation.required")]
    [InlineData("lastName", "\"<script>alert(1)</script>\"", 400, "/lastName", "validation.not-a-name")]
    [InlineData("lastName", "\"x'); DROP TABLE employees; --\"", 400, "/lastName", "validation.not-a-name")]
    [InlineData("lastName", "7", 400, "/lastName", "validation.wrong-type")]
    [InlineData("birthDate", "\"1990-13-01\"", 400, "/birthDate", "validation.wrong-type")]
    [InlineData("birthDate", "\"2999-01-01\"", 422, "/birthDate", "employee.impossible-birth-date")]
    [InlineData("snils", "\"112-233-445 96\"", 422, "/snils", "employee.invalid-snils")]
    [InlineData("sex", "\"x\"", 400, "/sex", "validation.unknown-value")]
    [InlineData("employment", "\"x\"", 400, "/employment", "validation.wrong-type")]
    public Task An_employee_with(string member, string value, int status, string pointer, string code) =>
        fixture.RefuseAsync("/employees", fixture.Employee, member, value, status, pointer, code);

    [Theory]
    [InlineData("rate", "3", 400, "/employment/rate", "validation.out-of-range")]
    [InlineData("rate", "0.333", 400, "/employment/rate", "validation.too-precise")]
    [InlineData("from", "\"2026-02-30\"", 400, "/employment/from", "validation.wrong-type")]
    [InlineData("kind", "\"x\"", 400, "/employment/kind", "validation.unknown-value")]
    public Task An_employment_with(string member, string value, int status, string pointer, string code)
    {
        var employee = JsonNode.Parse(fixture.Employee)!.AsObject();
        employee["employment"]![member] = JsonNode.Parse(value);
        return fixture.RefuseAsync("/employees", employee, status, pointer, code);
    }

    [Fact]
    public async Task An_organisation_of_another_centre_is_unknown()
    {
        var employee = JsonNode.Parse(fixture.Employee)!.AsObject();
        employee["employment"]!["organisationId"] = fixture.Foreign.ToString();

        await fixture.RefuseAsync("/employees", employee, 422, "/employment/organisationId", "organisation.unknown");
    }

    [Fact]
    public async Task All_errors_come_at_once()
    {
        var answer = await fixture.Api.PostAsync("/courses", """{"capacity":"x","startsOn":1,"nosuch":2}""");

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.FieldErrors.ShouldContain("/capacity validation.wrong-type");
        answer.FieldErrors.ShouldContain("/startsOn validation.wrong-type");
        answer.FieldErrors.ShouldContain("/nosuch validation.unknown-member");
        answer.FieldErrors.ShouldContain("/programmeId validation.required");
    }

    /// <summary>A centre with what a course and an employee need.</summary>
    public sealed class Fixture : IAsyncLifetime
    {
        private World _world = null!;

        internal ApiClient Api { get; private set; } = null!;

        internal string Course { get; private set; } = "";

        internal string Employee { get; private set; } = "";

        internal Guid Foreign { get; private set; }

        public async ValueTask InitializeAsync()
        {
            var world = _world = await World.SharedAsync();
            Foreign = await (await World.SharedAsync()).OrganisationAsync();
            Api = world.Api;
            Course = System.Text.Json.JsonSerializer.Serialize(World.CourseBody(await world.ProgrammeAsync()));
            Employee = System.Text.Json.JsonSerializer.Serialize(
                new
                {
                    lastName = "Иванова",
                    firstName = "Анна",
                    employment = new
                    {
                        organisationId = await world.OrganisationAsync(),
                        positionId = await world.PositionAsync(),
                        from = "2010-09-01",
                    },
                }
            );
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        internal Task RefuseAsync(
            string path,
            string body,
            string member,
            string value,
            int status,
            string pointer,
            string code
        )
        {
            var changed = JsonNode.Parse(body)!.AsObject();
            changed[member] = JsonNode.Parse(value);
            return RefuseAsync(path, changed, status, pointer, code);
        }

        /// <summary>Refused as said, in Russian and in English, with nothing stored.</summary>
        internal async Task RefuseAsync(string path, JsonObject body, int status, string pointer, string code)
        {
            var before = await _world.CountRowsAsync();

            var russian = await Api.PostAsync(path, body.ToJsonString());
            var english = await Api.PostAsync(path, body.ToJsonString(), ("Accept-Language", "en"));

            foreach (var answer in new[] { russian, english })
            {
                answer.Code.ShouldBe(status, answer.Text);
                answer.FieldErrors.ShouldBe([$"{pointer} {code}"]);
            }

            Message(russian).ShouldMatch("[А-Яа-я]{3}");
            Message(english).ShouldMatch("[A-Za-z]{3}");
            Message(english).ShouldNotBe(Message(russian));
            (await _world.CountRowsAsync()).ShouldBe(before);
        }

        private static string Message(Answer answer) => (string)answer["errors.0.message"]!;
    }
}
