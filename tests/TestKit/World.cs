using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using MethodCenter.Infrastructure;

namespace MethodCenter.TestKit;

/// <summary>A small centre made over HTTP: what a test builds on, and all that it may assume to be empty.</summary>
public sealed class World
{
    private static int s_centres;
    private readonly TestService? _service;
    private readonly ConcurrentDictionary<string, int> _names = new();
    private int _people;

    private World(ApiClient api, string centre, TestService? service) =>
        (Api, Centre, _service) = (api, centre, service);

    /// <summary>The centre's code, for <c>X-Centre</c>.</summary>
    public string Centre { get; }

    public Guid CentreId { get; private set; }

    /// <summary>The service in memory in which it is; a process has none.</summary>
    public TestService Service => _service ?? throw new InvalidOperationException("It is in a process of its own.");

    /// <summary>The system administrator in this centre.</summary>
    public ApiClient Api { get; }

    /// <summary>A new centre.</summary>
    /// <param name="service">The service, shared or not.</param>
    /// <param name="name">How its code begins; a number makes it the only one.</param>
    /// <param name="sandbox">Requests may name the day on which they act.</param>
    public static Task<World> CreateAsync(TestService service, string name = "test", bool sandbox = false)
    {
        var code = string.Create(CultureInfo.InvariantCulture, $"{name}-{Interlocked.Increment(ref s_centres)}");
        return CreateAsync(service.Client(), service.Client(centre: code), code, service, sandbox);
    }

    /// <summary>A new centre in the shared service.</summary>
    public static async Task<World> SharedAsync(DatabaseProvider provider = DatabaseProvider.Sqlite) =>
        await CreateAsync(await TestService.SharedAsync(provider));

    /// <param name="anywhere">A client of the system administrator in no centre.</param>
    /// <param name="api">A client of the system administrator in the new centre.</param>
    /// <param name="code">Code of the new centre.</param>
    public static Task<World> CreateAsync(ApiClient anywhere, ApiClient api, string code = "test") =>
        CreateAsync(anywhere, api, code, null, false);

    private static async Task<World> CreateAsync(
        ApiClient anywhere,
        ApiClient api,
        string code,
        TestService? service,
        bool sandbox
    )
    {
        var world = new World(api, code, service);
        var centre = await anywhere.PostAsync(
            "/centres",
            new
            {
                code,
                sandbox,
                shortName = "Тестовый МЦ",
                fullName = "Тестовый методический центр",
                territory = "Тестовый округ",
                town = "г. Тестовск",
                licence = new
                {
                    number = "1234",
                    issuedOn = "2015-03-02",
                    issuedBy = "Министерство образования",
                },
                head = new
                {
                    post = "директор",
                    lastName = "Образцова",
                    firstName = "Мария",
                    patronymic = "Петровна",
                },
            }
        );
        world.CentreId = centre.Expect(HttpStatusCode.Created).Id;
        return world;
    }

    /// <summary>Changes the card of the centre.</summary>
    public async Task<Answer> CardAsync(object change)
    {
        var card = (await Api.GetAsync($"/centres/{CentreId}")).Expect(HttpStatusCode.OK);
        return await Api.PatchAsync($"/centres/{CentreId}", change, ("If-Match", card.ETag));
    }

    /// <summary>A code that nothing of the centre has yet: the name itself at first, then with a number.</summary>
    public string Unique(string name)
    {
        var times = _names.AddOrUpdate(name, 1, (_, before) => before + 1);
        return times == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}-{times}");
    }

    /// <summary>How many rows the centre has in a table, seen past the service.</summary>
    /// <param name="table">The table.</param>
    /// <param name="where">A further condition.</param>
    public Task<long> RowsAsync(string table, string where = "1 = 1") =>
        Service.Database.CountAsync($"SELECT count(*) FROM {table} WHERE {Service.Database.Of(this)} AND {where}");

    /// <summary>How many rows the centre has in each table.</summary>
    public Task<IReadOnlyDictionary<string, long>> CountRowsAsync() => Service.Database.CountRowsAsync(this);

    public async Task<Guid> PositionAsync(string code = "teacher")
    {
        var found = await Api.GetAsync("/positions?limit=500");
        var position = found.Expect(HttpStatusCode.OK).Json!["items"]!
            .AsArray()
            .Single(item => (string?)item!["code"] == code);
        return (Guid)position!["id"]!;
    }

    public async Task<Guid> OrganisationAsync(
        string code = "school-1",
        string name = "Первая СОШ",
        string kind = "secondarySchool"
    ) => await RegisterAsync(Api, code, name, kind);

    /// <summary>An organisation of the centre that the client speaks for.</summary>
    public static async Task<Guid> RegisterAsync(
        ApiClient api,
        string code,
        string name,
        string kind = "secondarySchool"
    ) => (
            await api.PostAsync(
                "/organisations",
                new
                {
                    code,
                    shortName = name,
                    kind,
                }
            )
        ).Expect(HttpStatusCode.Created).Id;

    /// <summary>An employee who works there as a teacher (or in the given position) since 2010.</summary>
    public async Task<Guid> EmployeeAsync(Guid organisationId, Guid positionId, string from = "2010-09-01")
    {
        var number = Interlocked.Increment(ref _people);
        var employee = await Api.PostAsync(
            "/employees",
            new
            {
                lastName = "Тестова" + Letters(number),
                firstName = "Анна",
                patronymic = "Ивановна",
                employment = new
                {
                    organisationId,
                    positionId,
                    from,
                },
            }
        );
        return employee.Expect(HttpStatusCode.Created).Id;
    }

    public async Task<Guid> ProgrammeAsync(
        string code = "p-1",
        string line = "thematic",
        int hours = 36,
        string kind = "professionalDevelopment"
    ) => (
            await Api.PostAsync(
                "/programmes",
                new
                {
                    code,
                    title = "Программа " + code,
                    kind,
                    hours,
                    line,
                    form = "fullTime",
                    approvedOn = "2019-06-01",
                }
            )
        ).Expect(HttpStatusCode.Created).Id;

    public static object CourseBody(Guid programmeId, int capacity = 25, string year = "2026-2027") =>
        new
        {
            programmeId,
            academicYear = year,
            season = "autumn",
            startsOn = year[..4] + "-10-01",
            endsOn = year[5..] + "-08-31",
            form = "fullTime",
            site = "Главный корпус",
            funding = new { source = "stateAssignment" },
            capacity,
        };

    /// <summary>A course that is open for enrolment.</summary>
    public async Task<Answer> OpenCourseAsync(Guid programmeId, int capacity = 25, string year = "2026-2027")
    {
        var course = (await Api.PostAsync("/courses", CourseBody(programmeId, capacity, year))).Expect(
            HttpStatusCode.Created
        );
        var opened = await Api.PostAsync($"/courses/{course.Id}/registration-opening", null, ("If-Match", course.ETag));
        return opened.Expect(HttpStatusCode.OK);
    }

    private static string Letters(int number) => number == 0 ? "" : Letters(number / 32) + (char)('а' + (number % 32));
}
