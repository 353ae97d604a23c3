using System.Net;
using MethodCenter.TestKit;

namespace MethodCenter.Api.Tests.OpenApi;

/// <summary>What the examples name: for each state from which an example moves on, an object in that state.</summary>
internal sealed class ExampleData(World world)
{
    private readonly Dictionary<string, Guid> _people = [];
    private readonly Dictionary<string, Guid> _schools = [];
    private Guid _teacher;

    public async Task FillAsync()
    {
        _teacher = await world.PositionAsync();
        _schools["168"] = await world.OrganisationAsync("gymnasium-168", "Гимназия № 168", "gymnasium");
        foreach (var number in new[] { "155", "163", "169", "171" })
        {
            _schools[number] = await world.OrganisationAsync($"school-{number}", $"СОШ № {number}");
        }

        foreach (
            var (name, school) in new[]
            {
                ("Антонова", "168"),
                ("Белова", "155"),
                ("Воронин", "163"),
                ("Щербакова", "171"),
            }
        )
        {
            _people[name] = await EmployAsync(name, _schools[school]);
        }

        await RecordAbsenceAsync();
        await FillCoursesAsync();
        await FillAccountsAsync();
        await FillCareerAsync();
        await FillSupportAsync();
        await CreateAsync(
            "/stated-figures",
            new
            {
                report = "courses",
                period = "2026-2027",
                cellKey = "total",
                value = 2,
                source = "Отчёт ИМЦ за 2026-2027 учебный год, строка «Всего»",
            }
        );
    }

    private Task<Guid> EmployAsync(string lastName, Guid organisation) =>
        CreateAsync(
            "/employees",
            new
            {
                lastName,
                firstName = "Анна",
                patronymic = "Сергеевна",
                education = "higher",
                teachingSince = "2008-09-01",
                birthDate = "1985-06-02",
                sex = "female",
                employment = new
                {
                    organisationId = organisation,
                    positionId = _teacher,
                    from = "2010-09-01",
                },
            }
        );

    private async Task RecordAbsenceAsync()
    {
        var card = $"/employees/{_people["Антонова"]}";
        await MoveAsync(HttpMethod.Post, card, "absences", new { kind = "parentalLeave", from = "2025-03-01" });
    }

    private async Task FillCoursesAsync()
    {
        var programme = await world.ProgrammeAsync("ИКТ-2026-01", line: "ict");
        await world.ProgrammeAsync("ТЕМ-2026-02");
        await CreateAsync(
            "/norms",
            new
            {
                code = "course.thematic-group-size",
                value = "28",
                validFrom = "2026-09-01",
                basis = "Приказ ИМЦ от 28.08.2026 № 37",
            }
        );
        var past = await world.OpenCourseAsync(programme, year: "2025-2026");
        await EnrolAsync(past.Id, "Белова", "2025-10-01");
        var running = await world.OpenCourseAsync(programme);
        await EnrolAsync(running.Id, "Антонова", "2026-10-01");
        await EnrolAsync(running.Id, "Белова", "2026-10-01");
        await CreateAsync("/courses", World.CourseBody(programme));
    }

    private Task<Guid> EnrolAsync(Guid course, string person, string on) =>
        CreateAsync($"/courses/{course}/enrolments", new { employeeId = _people[person], on });

    private async Task FillAccountsAsync()
    {
        var person = new
        {
            kind = "person",
            login = "methodist.spb-central",
            displayName = "Методист",
            password = "demo methodist 2026",
            roles = new[] { new { role = "methodist" } },
        };
        await CreateAsync("/accounts", person);
        var program = await CreateAsync(
            "/accounts",
            new
            {
                kind = "service",
                login = "site",
                displayName = "Сайт центра",
            }
        );
        (await world.Api.PostAsync($"/accounts/{program}/keys", new { name = "Сайт" })).Expect(HttpStatusCode.Created);
        var blocked = await CreateAsync(
            "/accounts",
            person with
            {
                login = "former.spb-central",
                displayName = "Бывший методист",
            }
        );
        await MoveAsync(HttpMethod.Post, $"/accounts/{blocked}", "blocking");
    }

    private Task<Guid> FillCareerAsync() =>
        CreateAsync(
            "/attestations",
            new
            {
                employeeId = _people["Белова"],
                organisationId = _schools["155"],
                positionId = _teacher,
                kind = "first",
                appliedOn = "2024-02-01",
                decidedOn = "2024-03-28",
                outcome = "granted",
                actNumber = "812-р",
                actDate = "2024-04-05",
            }
        );

    /// <summary>Four schools, each one step further on its way through the cycle.</summary>
    private async Task FillSupportAsync()
    {
        var programme =
            $"/support-programmes/{await CreateAsync("/support-programmes", new { code = "500plus", name = "Адресная методическая помощь «500+»" })}";
        await PostAsync(
            $"{programme}/cycles",
            new
            {
                year = 2026,
                edition = "2022",
                startsOn = "2026-01-12",
                endsOn = "2026-12-30",
            }
        );
        foreach (var (number, steps) in new[] { ("155", 3), ("163", 2), ("169", 1), ("171", 0) })
        {
            var assigned = await CreateAsync(
                $"{programme}/participations",
                new
                {
                    year = 2026,
                    organisationId = _schools[number],
                    coordinatorId = _people["Щербакова"],
                    curatorId = _people["Антонова"],
                    on = "2026-02-02",
                }
            );
            await AdvanceAsync($"{programme}/participations/{assigned}", steps);
        }
    }

    private async Task AdvanceAsync(string participation, int steps)
    {
        (HttpMethod Method, string Name, object Body)[] way =
        [
            (HttpMethod.Put, "risk-profile", RiskProfile()),
            (HttpMethod.Put, "priority-risks", PriorityRisks()),
            (HttpMethod.Post, "start", new { on = "2026-03-16" }),
        ];
        foreach (var (method, name, body) in way.Take(steps))
        {
            await MoveAsync(method, participation, name, body);
        }
    }

    private static object RiskProfile() =>
        new
        {
            source = "Рисковый профиль школы, анкетирование 2026 года",
            date = "2026-02-16",
            factors = Enumerable.Range(1, 10).Select(number => new { number, level = number <= 2 ? "high" : "low" }),
        };

    private static object PriorityRisks() =>
        new
        {
            choices = new object[]
            {
                new { number = 1 },
                new { number = 2 },
                new { number = 3, reason = "По решению педагогического совета школы" },
            },
            on = "2026-03-02",
        };

    /// <summary>A change of an object whose revision is read first.</summary>
    private async Task MoveAsync(HttpMethod method, string card, string step, object? body = null)
    {
        var present = (await world.Api.GetAsync(card)).Expect(HttpStatusCode.OK);
        var moved =
            method == HttpMethod.Put
                ? await world.Api.PutAsync($"{card}/{step}", body!, ("If-Match", present.ETag))
                : await world.Api.PostAsync($"{card}/{step}", body, ("If-Match", present.ETag));
        moved.Expect(HttpStatusCode.OK);
    }

    private async Task<Guid> CreateAsync(string path, object body) => (await PostAsync(path, body)).Id;

    private async Task<Answer> PostAsync(string path, object body) =>
        (await world.Api.PostAsync(path, body)).Expect(HttpStatusCode.Created);
}
