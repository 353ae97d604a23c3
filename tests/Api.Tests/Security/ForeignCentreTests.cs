using System.Text.RegularExpressions;
using MethodCenter.Api.Tests.Improvement.SupportProgrammes;
using MethodCenter.Api.Tests.Learning.Applications;
using MethodCenter.Api.Tests.Learning.Certificates;
using MethodCenter.Api.Tests.Learning.Frdo;
using MethodCenter.Api.Tests.Office.Imports;
using MethodCenter.Api.Tests.Teaching.Timetables;

namespace MethodCenter.Api.Tests.Security;

/// <summary>What belongs to another centre is not there: for every operation that reads one object.</summary>
public sealed partial class ForeignCentreTests
{
    [Fact]
    public async Task Objects_of_another_centre_are_not_found()
    {
        var service = await TestService.SharedAsync();
        var ground = await SupportGround.CreateAsync(service, "other");
        await ground.ProfiledAsync();
        var (other, own) = (ground.World, await World.CreateAsync(service, "own"));
        await FillAsync(other);
        var (_, key) = await own.ProgramAsync(TestAccounts.Role("centreAdministrator"));
        using var stranger = service.Client(key);
        var operations = await Operation.AllAsync(service);
        foreach (var operation in operations.Where(IsOfOneCentre))
        {
            var path = await ResolveAsync(other, operation);
            (await other.Api.GetAsync(path)).Status.ShouldBe(HttpStatusCode.OK, $"{operation}: {path}");
            var answer = await stranger.GetAsync(path);
            if (operation.Path.Contains("{dataset}"))
            {
                // A file of one's own: nothing of the other centre stands in it.
                answer.Status.ShouldBe(HttpStatusCode.OK, $"{operation}: {path}");
                answer.Text.ShouldNotContain("school-1", customMessage: $"{operation}: {path}");
                continue;
            }

            answer.Status.ShouldBe(HttpStatusCode.NotFound, $"{operation}: {path}");
        }
    }

    [Fact]
    public async Task A_foreign_centre_and_one_that_is_not_there_are_told_apart_by_nothing()
    {
        var service = await TestService.SharedAsync();
        await World.CreateAsync(service, "other");
        var own = await World.CreateAsync(service, "own");
        var (_, key) = await own.ProgramAsync(TestAccounts.Role("centreAdministrator"));
        using var foreign = service.Client(key, "other");
        using var unknown = service.Client(key, "nowhere");
        var answer = await foreign.GetAsync("/employees");
        answer.Status.ShouldBe(HttpStatusCode.NotFound);
        answer.ErrorCode.ShouldBe("security.centre-unknown");
        var same = await unknown.GetAsync("/employees");
        same.Status.ShouldBe(answer.Status);
        same.ErrorCode.ShouldBe(answer.ErrorCode);
    }

    [Fact]
    public async Task Two_centres_in_one_request_are_refused()
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service, "own");
        await World.CreateAsync(service, "other");
        var answer = await world.Api.GetAsync("/employees", ("X-Centre", "other"));
        answer.ErrorCode.ShouldBe("security.centre-unknown");
    }

    /// <summary>Reads one object; what is public belongs to whoever holds the paper, whatever his centre.</summary>
    private static bool IsOfOneCentre(Operation one) =>
        one.Method == HttpMethod.Get && one.Path.Contains('{') && !one.Path.Contains("/public/");

    /// <summary>One object of each kind that is not there yet.</summary>
    private static async Task FillAsync(World world)
    {
        var organisation = await world.OrganisationAsync();
        var position = await world.PositionAsync();
        var employee = await world.EmployeeAsync(organisation, position);
        var course = await world.OpenCourseAsync(await world.ProgrammeAsync());
        (await world.Api.PostAsync($"/courses/{course.Id}/enrolments", new { employeeId = employee })).Expect(
            HttpStatusCode.Created
        );
        var norm = new
        {
            code = "course.thematic-group-size",
            value = "20",
            validFrom = "2026-01-01",
            basis = "Приказ № 1",
        };
        (await world.Api.PostAsync("/norms", norm)).Expect(HttpStatusCode.Created);
        var decision = new
        {
            employeeId = employee,
            organisationId = organisation,
            positionId = position,
            kind = "first",
            appliedOn = "2023-04-20",
            decidedOn = "2023-06-01",
            outcome = "granted",
        };
        (await world.Api.PostAsync("/attestations", decision)).Expect(HttpStatusCode.Created);
        var training = new
        {
            decision.employeeId,
            decision.organisationId,
            provider = "АППО",
            title = "Оценка качества",
            kind = "professionalDevelopment",
            hours = 36,
            completedOn = "2023-06-01",
        };
        (await world.Api.PostAsync("/training-records", training)).Expect(HttpStatusCode.Created);
        var figure = new
        {
            report = "courses",
            period = "2019-2020",
            cellKey = "total",
            value = 760,
            source = "Отчёт центра, таблица 2",
        };
        (await world.Api.PostAsync("/stated-figures", figure)).Expect(HttpStatusCode.Created);
        await world.PersonAsync(TestAccounts.Role("methodist"));
        var webhook = new { name = "Сайт", url = "https://site.example/hooks" };
        (await world.Api.PostAsync("/webhooks", webhook)).Expect(HttpStatusCode.Created);
        await Imports.RunAsync(world.Api, Imports.StaffList(1));
        var campaign = await world.CampaignAsync();
        var programme = await world.ProgrammeAsync("p-applied");
        await world.QuotasAsync(campaign, programme, [organisation], limit: 1);
        var applied = await world.EmployeeAsync(organisation, position);
        var open = await world.OpenCourseAsync(programme);
        (await world.Api.ApplyAsync(campaign, applied, open.Id)).Expect(HttpStatusCode.Created);
        var outside = await world.CampaignAsync("byCentre", byQuota: false, "КРИПКиПРО");
        var sent = await world.Api.ApplyAsync(outside, applied, programme: await world.ProgrammeAsync("p-outside"));
        var letter = new { referralNumber = "12-н" };
        (await world.Api.PostAsync($"/applications/{sent.Id}/referral", letter, ("If-Match", sent.ETag))).Expect(
            HttpStatusCode.OK
        );
        var completed = await world.CompletedCourseAsync(1);
        (await world.Api.PostAsync($"/courses/{completed}/certificates", new { blankNumber = "000001" })).Expect(
            HttpStatusCode.OK
        );
        var document = (await world.Api.GetAsync("/certificates")).Json!["items"]![0]!;
        await world.DescribeAsync((Guid)document["employeeId"]!, 112_233_445);
        (await world.Api.PostAsync("/frdo/packages", FrdoGround.Statement)).Expect(HttpStatusCode.Created);
        (await world.Api.PostAsync($"/courses/{completed}/certificates", new { })).Expect(HttpStatusCode.OK);
        var need = new
        {
            organisationId = organisation,
            employeeId = employee,
            topic = "Оценивание",
            year = 2027,
            source = "survey",
        };
        (await world.Api.PostAsync("/training-needs", need)).Expect(HttpStatusCode.Created);
        (await world.Api.PostAsync("/training-plans", new { need.organisationId, need.year })).Expect(
            HttpStatusCode.Created
        );
        await world.SetCalendarAsync();
        var teacher = await world.EmployeeAsync(organisation, position);
        await world.LessonAsync(course.Id, await world.RoomAsync(), teacher);
        await world.FinishAsync(completed);
        var sheet = new { respondents = 1, answers = Array.Empty<object>() };
        (await world.Api.PutAsync($"/courses/{completed}/feedback", sheet)).Expect(HttpStatusCode.Created);
        var questionnaire = new
        {
            title = "Анкета",
            validFrom = "2026-09-01",
            questions = new[]
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
        (await world.Api.PostAsync("/feedback-questionnaires", questionnaire)).Expect(HttpStatusCode.Created);
        var order = new
        {
            kind = "completion",
            courseId = completed,
            date = "2026-08-31",
        };
        (await world.Api.PostAsync("/orders", order)).Expect(HttpStatusCode.Created);
    }

    /// <summary>The path with ids of objects that the centre has: each taken from the list above it.</summary>
    private static async Task<string> ResolveAsync(World world, Operation operation)
    {
        if (operation.Path.EndsWith("/courses/{id}/feedback", StringComparison.Ordinal))
        {
            // Few courses have feedback: one that has.
            var recorded = (await world.Api.GetAsync("/course-feedback")).Expect(HttpStatusCode.OK);
            return $"/courses/{(Guid)recorded["items.0.courseId"]!}/feedback";
        }

        var path = "";
        foreach (var segment in operation.Path["/api/v1".Length..].Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (segment == "{dataset}")
            {
                path += "/organisations";
                continue;
            }

            if (segment == "{academicYear}")
            {
                path += "/" + TimetableGround.Year;
                continue;
            }

            if (Placeholder().Match(segment) is not { Success: true } placeholder)
            {
                path += "/" + segment;
                continue;
            }

            var noun = placeholder.Groups["noun"].Value;
            var elsewhere = noun.Length > 0 && path.Count(symbol => symbol == '/') == 2;
            var list = elsewhere && !path.EndsWith($"/{noun}s", StringComparison.Ordinal) ? $"/{noun}s" : path;
            path += "/" + await FirstAsync(world, list, operation);
        }

        return operation.Takes("purpose") ? path + "?purpose=проверка+границ" : path;
    }

    private static async Task<Guid> FirstAsync(World world, string list, Operation operation)
    {
        // Centres are listed for the whole service; there the own one is wanted.
        if (list == "/centres")
        {
            return world.CentreId;
        }

        // Only of a referred one there is a letter.
        list = list == "/applications" ? list + "?state=referred" : list;
        var page = (await world.Api.GetAsync(list)).Expect(HttpStatusCode.OK);
        var id = page.Json!["items"]!
            .AsArray()
            .Select(item => (Guid?)item!["id"])
            .FirstOrDefault(one => one is not null);
        return id
            ?? throw new InvalidOperationException(
                $"{list} is empty: make an object of it in FillAsync, so that {operation} is proved too."
            );
    }

    [GeneratedRegex(@"^\{(?:id|(?<noun>\w+)Id)\}$")]
    private static partial Regex Placeholder();
}
