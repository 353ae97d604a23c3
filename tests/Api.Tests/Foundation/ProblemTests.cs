using System.Text;

namespace MethodCenter.Api.Tests.Foundation;

public sealed class ProblemTests(FoundationService foundation) : IClassFixture<FoundationService>
{
    [Fact]
    public async Task All_errors_of_a_body_come_at_once_with_their_pointers()
    {
        var world = await foundation.NewWorldAsync();

        var answer = await world.Api.PostAsync(
            "/courses",
            """{"programmeId":"x","academicYear":"2019-2021","season":"winter","startsOn":"2026-02-30","form":"fullTime","capacity":"25","funding":{"source":1},"extra":true}"""
        );

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.FieldErrors.ShouldBe(
            [
                "/programmeId validation.wrong-type",
                "/academicYear validation.wrong-type",
                "/season validation.unknown-value",
                "/startsOn validation.wrong-type",
                "/capacity validation.wrong-type",
                "/funding/source validation.unknown-value",
                "/extra validation.unknown-member",
                "/endsOn validation.required",
            ],
            ignoreOrder: true
        );
    }

    [Fact]
    public async Task A_problem_has_all_that_RFC_9457_and_the_conventions_ask_for()
    {
        var world = await foundation.NewWorldAsync();

        var answer = await world.Api.PostAsync(
            "/programmes",
            new
            {
                code = "p",
                title = "П",
                kind = "professionalDevelopment",
                hours = 15,
                line = "ict",
                form = "distance",
                approvedOn = "2025-09-01",
            }
        );

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        ((string?)answer["type"]).ShouldBe("urn:methodcenter:error:programme.too-few-hours");
        ((int)answer["status"]!).ShouldBe(422);
        ((string?)answer["title"]).ShouldBe("Нарушено правило");
        ((string?)answer["detail"]).ShouldBe(
            "15 ч мало: для программы этого вида нужно не менее 16 ч. Увеличьте объём или измените вид программы."
        );
        ((string?)answer["rule.code"]).ShouldBe("DPO-2");
        ((string)answer["rule.basis"]!).ShouldContain("№ 266");
        ((string)answer["traceId"]!).Length.ShouldBe(32);
        answer.FieldErrors.ShouldBe(["/hours programme.too-few-hours"]);
    }

    [Theory]
    [InlineData(null, "ru", "Нет действующего ключа")]
    [InlineData("ru-RU,ru;q=0.9,en;q=0.8", "ru", "Нет действующего ключа")]
    [InlineData("en-US,en;q=0.9", "en", "There is no valid key")]
    [InlineData("de", "ru", "Нет действующего ключа")]
    public async Task Texts_follow_the_language_of_the_caller_and_codes_do_not(
        string? language,
        string content,
        string text
    )
    {
        var stranger = foundation.Service.Client(key: null);

        var answer = language is null
            ? await stranger.GetAsync("/courses")
            : await stranger.GetAsync("/courses", ("Accept-Language", language));

        answer.Status.ShouldBe(HttpStatusCode.Unauthorized);
        answer.ErrorCode.ShouldBe("security.not-signed-in");
        ((string)answer["detail"]!).ShouldStartWith(text);
        content.ShouldBe(language?.StartsWith("en", StringComparison.Ordinal) == true ? "en" : "ru");
    }

    [Theory]
    [InlineData("text/plain", 415)]
    [InlineData("application/xml", 415)]
    [InlineData("application/json; charset=windows-1251", 415)]
    public async Task Only_json_in_utf_8_is_read(string type, int status)
    {
        var world = await foundation.NewWorldAsync();
        using var content = new ByteArrayContent("{}"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        (await world.Api.SendAsync(HttpMethod.Post, "/organisations", content)).Code.ShouldBe(status);
    }

    [Theory]
    [InlineData("", "request.empty-body")]
    [InlineData("{", "request.malformed-json")]
    [InlineData("[]", "request.not-an-object")]
    [InlineData("null", "request.not-an-object")]
    [InlineData("{\"code\":\"a\",\"code\":\"b\"}", "request.malformed-json")]
    [InlineData("{\"code\":\"\\ud800\",\"shortName\":\"А\",\"kind\":\"lyceum\"}", "request.malformed-json")]
    [InlineData("{\"code\":\"a\",\"shortName\":\"А\\u0000Б\",\"kind\":\"lyceum\"}", "request.invalid")]
    public async Task What_is_not_a_proper_object_is_refused(string body, string code)
    {
        var world = await foundation.NewWorldAsync();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        var answer = await world.Api.SendAsync(HttpMethod.Post, "/organisations", content);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.ErrorCode.ShouldBe(code);
    }

    [Fact]
    public async Task An_unknown_address_and_a_wrong_method_are_problems_too()
    {
        var world = await foundation.NewWorldAsync();

        (await world.Api.GetAsync("/no-such-thing")).ErrorCode.ShouldBe("request.no-such-address");
        var method = await world.Api.DeleteAsync("/courses");
        method.Code.ShouldBe(405);
        method.ErrorCode.ShouldBe("request.method-not-allowed");
    }

    [Fact]
    public async Task A_doubtful_value_is_accepted_with_a_warning_in_the_callers_language()
    {
        var world = await foundation.NewWorldAsync();
        var programme = await world.ProgrammeAsync(line: "ict");

        var answer = await world.Api.PostAsync(
            "/courses",
            World.CourseBody(programme, capacity: 13),
            ("Accept-Language", "en")
        );

        answer.Status.ShouldBe(HttpStatusCode.Created);
        ((string?)answer["warnings.0.code"]).ShouldBe("course.group-above-norm");
        ((string?)answer["warnings.0.message"]).ShouldBe(
            "13 seats, while the norm of a group is 12. The course is recorded."
        );
        ((string?)answer["warnings.0.rule.code"]).ShouldBe("DPO-10");
        (await world.Api.GetAsync($"/courses/{answer.Id}"))["warnings"].ShouldBeNull();
    }
}
