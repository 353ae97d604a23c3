using MethodCenter.Api.Tests.Career.Attestations;
using MethodCenter.Api.Tests.Learning.Certificates;
using MethodCenter.Api.Tests.Security;
using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Learning.Feedback;

/// <summary>Questionnaires, feedback of a course and its report, over HTTP (POL-63, POL-T04).</summary>
public sealed class FeedbackTests
{
    private const string Report = "/reports/course-feedback?academicYear=2025-2026";

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Counts_become_shares_of_who_answered(DatabaseProvider provider)
    {
        await using var setting = await AttestationSetting.StartAsync(provider);
        var (api, world) = (setting.Api, setting.World);
        var course = await world.CompletedCourseAsync(6);
        var path = $"/courses/{course}/feedback";
        (await api.GetAsync(path)).ErrorCode.ShouldBe("feedback.not-found");

        var first = (await api.PutAsync(path, Sheet(5, (1, 5, [3, 1, 1, 0])))).Expect(HttpStatusCode.Created);
        first["questions.1.answered"]!.GetValue<int>().ShouldBe(0);
        first["questions.1.options.0.percent"].ShouldBeNull();
        var sheet = Sheet(5, (1, 5, [3, 1, 1, 0]), (2, 4, [4, 3, 0, 0, 0, 0, 0]));
        var recorded = (await api.PutAsync(path, sheet)).Expect(HttpStatusCode.OK);
        setting.Commands.Take("RecordCourseFeedback").ShouldBeLessThanOrEqualTo(2 * 8);
        ((int)recorded["version"]!).ShouldBe(2);
        (await api.PutAsync(path, sheet)).Expect(HttpStatusCode.OK)["version"]!.GetValue<int>().ShouldBe(2);

        var read = (await api.GetAsync(path)).Expect(HttpStatusCode.OK);
        setting.Commands.Take("GetFeedbackOfCourse");
        ((int)read["learners"]!, (int)read["respondents"]!).ShouldBe((6, 5));
        ((decimal)read["responsePercent"]!).ShouldBe(83.3m);
        ((bool)read["withheld"]!).ShouldBeFalse();
        ((decimal)read["questions.0.options.0.percent"]!).ShouldBe(60m);
        ((bool)read["questions.0.smallGroup"]!).ShouldBeFalse();

        // Several choices: of the four who answered, so the shares add up to more than 100 %.
        ((decimal)read["questions.1.options.0.percent"]!).ShouldBe(100m);
        ((decimal)read["questions.1.options.1.percent"]!).ShouldBe(75m);
        ((bool)read["questions.1.smallGroup"]!).ShouldBeTrue();
        ((Guid)(await api.GetAsync($"/course-feedback/{read.Id}"))["courseId"]!).ShouldBe(course);
        ((int)(await api.GetAsync("/course-feedback?respondentsFrom=5"))["items.0.respondents"]!).ShouldBe(5);

        setting.Commands.Take("GetCourseFeedbackReport");
        var report = (await api.GetAsync(Report)).Expect(HttpStatusCode.OK);
        setting.Commands.Take("GetCourseFeedbackReport").ShouldBeLessThanOrEqualTo(4);
        ((int)report["total.learners"]!, (int)report["total.respondents"]!).ShouldBe((6, 5));
        ((decimal)report["programmes.0.responsePercent"]!).ShouldBe(83.3m);
        ((int)report["programmes.0.questions.0.options.0.count"]!).ShouldBe(3);
        ((decimal)report["questions.1.options.1.percent"]!).ShouldBe(75m);
    }

    [Fact]
    public async Task Of_too_few_the_answers_are_shown_nowhere()
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service);
        var course = await world.CompletedCourseAsync(3);
        var path = $"/courses/{course}/feedback";

        var answer = (await world.Api.PutAsync(path, Sheet(2, (1, 2, [2, 0, 0, 0])))).Expect(HttpStatusCode.Created);
        ((bool)answer["withheld"]!).ShouldBeTrue();
        answer["questions"]!.AsArray().ShouldBeEmpty();
        (await world.Api.GetAsync(path))["questions"]!.AsArray().ShouldBeEmpty();
        (await world.Api.GetAsync($"/course-feedback/{answer.Id}"))["questions"]!.AsArray().ShouldBeEmpty();
        var report = (await world.Api.GetAsync(Report)).Expect(HttpStatusCode.OK);
        ((int)report["total.respondentsWithheld"]!).ShouldBe(2);
        report["programmes.0.questions"]!.AsArray().ShouldBeEmpty();
        report["questions"]!.AsArray().ShouldBeEmpty();
        (await world.Api.GetAsync("/audit")).Text.ShouldNotContain("Полностью");

        // The limit is the centre's decision, from a day on.
        var norm = new
        {
            code = "feedback.least-respondents",
            value = "2",
            validFrom = "2020-01-01",
            basis = "Приказ центра от 01.09.2020 № 1",
        };
        (await world.Api.PostAsync("/norms", norm)).Expect(HttpStatusCode.Created);
        ((int)(await world.Api.GetAsync(path))["questions.0.answered"]!).ShouldBe(2);
    }

    [Fact]
    public async Task A_centre_asks_its_own_questions_from_a_day_on()
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service);
        var standard = (await world.Api.GetAsync("/feedback-questionnaires/in-force")).Expect(HttpStatusCode.OK);
        standard["questionnaireId"].ShouldBeNull();
        standard["questions"]!.AsArray().Count.ShouldBe(4);

        var own = new
        {
            title = "Анкета центра",
            validFrom = "2026-01-01",
            questions = new object[]
            {
                new
                {
                    topic = "satisfaction",
                    text = "Оцените программу",
                    kind = "scale",
                    scaleFrom = 1,
                    scaleTo = 5,
                },
            },
        };
        var registered = (await world.Api.PostAsync("/feedback-questionnaires", own)).Expect(HttpStatusCode.Created);
        (await world.Api.GetAsync($"/feedback-questionnaires/{registered.Id}")).ETag.ShouldBe(registered.ETag);
        (await world.Api.PostAsync("/feedback-questionnaires", own)).ErrorCode.ShouldBe(
            "feedback.questionnaire-already-set"
        );
        (await world.Api.GetAsync("/feedback-questionnaires"))["items"]!.AsArray().Count.ShouldBe(1);
        (await world.Api.GetAsync("/feedback-questionnaires/in-force?on=2025-12-31"))["questionnaireId"].ShouldBeNull();
        ((Guid)(await world.Api.GetAsync("/feedback-questionnaires/in-force"))["questionnaireId"]!).ShouldBe(
            registered.Id
        );

        var course = await world.CompletedCourseAsync(4);
        var sheet = Sheet(4, (1, 4, [0, 0, 0, 1, 3]));
        var recorded = (await world.Api.PutAsync($"/courses/{course}/feedback", sheet)).Expect(HttpStatusCode.Created);
        ((Guid)recorded["questionnaireId"]!).ShouldBe(registered.Id);
        ((string?)recorded["questions.0.options.4.text"]).ShouldBe("5");
        ((decimal)recorded["questions.0.options.4.percent"]!).ShouldBe(75m);
    }

    [Fact]
    public async Task What_cannot_be_is_refused_and_who_may_not_is_kept_out()
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service);
        var course = await world.CompletedCourseAsync(3);
        var path = $"/courses/{course}/feedback";

        (await world.Api.PutAsync(path, Sheet(4))).ErrorCode.ShouldBe("feedback.more-than-learners");
        (await world.Api.PutAsync(path, Sheet(3, (1, 3, [1, 1, 0, 0])))).Status.ShouldBe(
            HttpStatusCode.UnprocessableEntity
        );
        (await world.Api.PutAsync(path, Sheet(-1))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await world.Api.PutAsync($"/courses/{Guid.NewGuid()}/feedback", Sheet(1))).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
        var running = await world.OpenCourseAsync(await world.ProgrammeAsync("running"));
        (await world.Api.PutAsync($"/courses/{running.Id}/feedback", Sheet(1))).ErrorCode.ShouldBe(
            "feedback.course-not-over"
        );
        using var nobody = service.Client(key: null, centre: world.Centre);
        (await nobody.GetAsync(path)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        var (_, key) = await world.ProgramAsync(TestAccounts.Role("analyst"));
        using var analyst = service.Client(key);
        (await analyst.PutAsync(path, Sheet(3))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await analyst.GetAsync(Report)).Expect(HttpStatusCode.OK);
    }

    private static object Sheet(int respondents, params (int Question, int Answered, int[] Counts)[] answers) =>
        new
        {
            respondents,
            answers = answers.Select(one => new
            {
                question = one.Question,
                answered = one.Answered,
                counts = one.Counts,
            }),
        };
}
