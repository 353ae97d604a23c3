using System.Security.Cryptography;
using System.Text;
using MethodCenter.Application.Territory.Accounts;
using MethodCenter.Domain.Common;
using MethodCenter.Domain.Territory.Accounts;
using MethodCenter.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Api.Tests.Improvement.SupportProgrammes;

/// <summary>The shared service; each test has a centre of its own.</summary>
public sealed class SupportService : IAsyncLifetime
{
    public TestService Service { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Service = await TestService.SharedAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public Task<SupportScenario> ScenarioAsync() => SupportScenario.CreateAsync(Service);
}

/// <summary>A centre with «500+», its cycle of 2022, a school, a coordinator and a curator.</summary>
public sealed class SupportScenario
{
    /// <summary>The profile of Металлплощадская СОШ as published: names and levels, in the order of the table.</summary>
    public static readonly IReadOnlyList<(string Factor, string Level)> Published =
    [
        ("Низкий уровень оснащения школы", "high"),
        ("Дефицит педагогических кадров", "high"),
        ("Недостаточная предметная и методическая компетентность педагогических работников", "medium"),
        ("Риски низкой адаптивности учебного процесса", "high"),
        ("Несформированность внутришкольной системы повышения квалификации", "high"),
        ("Высокая доля обучающихся с рисками учебной неуспешности", "medium"),
        ("Высокая доля обучающихся с ОВЗ", "low"),
        ("Низкое качество преодоления языковых и культурных барьеров", "medium"),
        ("Пониженный уровень качества школьной образовательной и воспитательной среды", "high"),
        ("Низкий уровень вовлеченности родителей", "medium"),
    ];

    private readonly TestService _service;

    private SupportScenario(TestService service, World world) => (_service, World) = (service, world);

    public World World { get; }

    public ApiClient Api => World.Api;

    public Guid Teacher { get; private set; }

    public Guid Centre { get; private set; }

    public Guid School { get; private set; }

    public Guid Coordinator { get; private set; }

    public Guid Curator { get; private set; }

    public Guid Programme { get; private set; }

    public string Participations => $"/support-programmes/{Programme}/participations";

    public static async Task<SupportScenario> CreateAsync(TestService service, string name = "support")
    {
        var scenario = new SupportScenario(service, await World.CreateAsync(service, name));
        var world = scenario.World;
        scenario.Teacher = await world.PositionAsync();
        scenario.Centre = await world.OrganisationAsync("imc", "Методический центр", "methodicalCentre");
        scenario.School = await world.OrganisationAsync("kem-s10", "Металлплощадская СОШ");
        scenario.Coordinator = await world.EmployeeAsync(scenario.Centre, scenario.Teacher);
        scenario.Curator = await world.EmployeeAsync(scenario.Centre, scenario.Teacher);
        var programme = await world.Api.PostAsync("/support-programmes", new { code = "500", name = "Проект «500+»" });
        scenario.Programme = programme.Expect(HttpStatusCode.Created).Id;
        var cycle = await world.Api.PostAsync($"/support-programmes/{scenario.Programme}/cycles", Cycle(2022));
        cycle.Expect(HttpStatusCode.Created);
        return scenario;
    }

    public static object Cycle(int year, string edition = "2022") =>
        new
        {
            year,
            edition,
            startsOn = $"{year - 1}-12-01",
            endsOn = $"{year}-12-31",
        };

    public Task<Answer> AssignAsync(
        Guid? school = null,
        Guid? curator = null,
        Guid? coordinator = null,
        int year = 2022,
        string on = "2022-01-10",
        ApiClient? by = null
    ) =>
        (by ?? Api).PostAsync(
            Participations,
            new
            {
                year,
                organisationId = school ?? School,
                coordinatorId = coordinator ?? Coordinator,
                curatorId = curator ?? Curator,
                on,
            }
        );

    public async Task<Answer> AssignedAsync(Guid? school = null) =>
        (await AssignAsync(school)).Expect(HttpStatusCode.Created);

    public async Task<Answer> ProfiledAsync(Guid? school = null) =>
        (await PutAsync(await AssignedAsync(school), "risk-profile", Profile())).Expect(HttpStatusCode.OK);

    public static object Profile(Func<int, bool>? only = null) =>
        new
        {
            source = "Рисковый профиль школы, ФИОКО",
            date = "2022-02-15",
            factors = Published
                .Where((_, index) => only is null || only(index))
                .Select(line => new { factor = line.Factor, level = line.Level }),
        };

    public Task<Answer> PutAsync(Answer participation, string part, object body, ApiClient? by = null) =>
        (by ?? Api).PutAsync($"{Participations}/{participation.Id}/{part}", body, ("If-Match", participation.ETag));

    public Task<Answer> PostAsync(Answer participation, string part, object body, ApiClient? by = null) =>
        (by ?? Api).PostAsync($"{Participations}/{participation.Id}/{part}", body, ("If-Match", participation.ETag));

    public Task<Guid> SchoolAsync(int number) => World.OrganisationAsync($"school-{number}", $"Школа № {number}");

    /// <summary>A client with an account of its own in the centre.</summary>
    public async Task<ApiClient> ClientAsync(
        Guid? employee = null,
        params (Role Role, Guid? Organisation, string? Act)[] grants
    )
    {
        var secret = "mck_" + Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        var account = Account.Register(AccountKind.Service, $"test-{Guid.NewGuid():N}", "Тест", employee);
        account.AddKey(
            "test",
            secret[..10],
            SHA256.HashData(Encoding.UTF8.GetBytes(secret)),
            TimeProvider.System.GetUtcNow(),
            null
        );
        foreach (var (role, organisation, act) in grants)
        {
            account.GrantRole(role, organisation, act).Refused.ShouldBeFalse();
        }

        await using var scope = _service.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<MethodCenterDbContext>();
        database.Accounts.Add(account);
        foreach (var entry in database.ChangeTracker.Entries<Entity>().ToList())
        {
            entry.Property(nameof(Entity.CentreId)).CurrentValue = World.CentreId;
        }

        await database.SaveChangesAsync();
        return _service.Client(secret, World.Centre);
    }

    public Task<ApiClient> ClientAsync(Role role, Guid? organisation = null) =>
        ClientAsync(null, (role, organisation, null));
}
