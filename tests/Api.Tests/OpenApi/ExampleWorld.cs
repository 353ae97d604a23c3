using System.Net;
using System.Text.Json.Nodes;
using MethodCenter.Application.Organizations.Accounts;
using MethodCenter.Domain.Common;
using MethodCenter.Domain.Organizations.Accounts;
using MethodCenter.Infrastructure;
using MethodCenter.Infrastructure.Persistence;
using MethodCenter.TestKit;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MethodCenter.Api.Tests.OpenApi;

/// <summary>The data on which every example works, and a service on them; after each change they can be put back.</summary>
public sealed class ExampleWorld : IAsyncLifetime
{
    /// <summary>The centre whose data the examples name.</summary>
    public const string Centre = "spb-central";

    private const int Seed = 2026;
    private static readonly DateTimeOffset Day = new(2026, 9, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly string _copy = Path.Combine(Path.GetTempPath(), $"methodcenter-{Guid.NewGuid():N}.db");

    internal TestDatabase Database { get; private set; } = null!;

    internal TestService Service { get; private set; } = null!;

    /// <summary>Speaks for the system administrator; examples name the centre themselves.</summary>
    internal ApiClient Api { get; private set; } = null!;

    internal JsonNode Document { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);

        // Without the workers nothing writes beside the examples, so the database can be put back between them.
        Service = TestService.StartOn(
            Database,
            configure: services =>
            {
                foreach (var worker in services.Where(IsOurWorker).ToList())
                {
                    services.Remove(worker);
                }
            }
        );
        Service.Server.PreserveExecutionContext = true;
        Api = Service.Client();
        using (EntityId.Seeded(Day, Seed))
        {
            await FillAsync();
        }

        Document = (await Api.GetAsync("/swagger/v1/swagger.json")).Expect(HttpStatusCode.OK).Json!;
        Copy(Database.ConnectionString, $"Data Source={_copy}");
    }

    /// <summary>Puts the data back as they were.</summary>
    internal void Restore() => Copy($"Data Source={_copy}", Database.ConnectionString);

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        await Service.DisposeAsync();
        await Database.DisposeAsync();
        File.Delete(_copy);
    }

    private static bool IsOurWorker(ServiceDescriptor service) =>
        service.ServiceType == typeof(IHostedService)
        && service.ImplementationType?.Namespace?.StartsWith("MethodCenter", StringComparison.Ordinal) == true;

    private static void Copy(string from, string to)
    {
        using var source = new SqliteConnection(from);
        using var target = new SqliteConnection(to);
        source.Open();
        target.Open();
        source.BackupDatabase(target);
    }

    private async Task FillAsync()
    {
        var world = await World.CreateAsync(Service, Centre);
        await RegisterMethodistAsync(world.CentreId);
        var gymnasium = await world.OrganisationAsync("gymnasium-168", "Гимназия № 168", "gymnasium");
        var school = await world.OrganisationAsync("school-171", "СОШ № 171");
        var teacher = await world.PositionAsync();
        var people = new List<Guid>();
        foreach (var name in new[] { "Антонова", "Белова", "Воронин", "Щербакова" })
        {
            people.Add(await EmployAsync(world, name, people.Count % 2 == 0 ? gymnasium : school, teacher));
        }

        await RecordAbsenceAsync(world, people[0]);
        var programme = await world.ProgrammeAsync("ИКТ-2026-01", line: "ict");
        await world.ProgrammeAsync("ТЕМ-2026-02");
        await SetNormAsync(world);
        var past = await world.OpenCourseAsync(programme, year: "2025-2026");
        await EnrolAsync(world, past.Id, people[1], "2025-10-01");
        var running = await world.OpenCourseAsync(programme);
        await EnrolAsync(world, running.Id, people[0], "2026-10-01");
        await EnrolAsync(world, running.Id, people[1], "2026-10-01");
        (await world.Api.PostAsync("/courses", World.CourseBody(programme))).Expect(HttpStatusCode.Created);
    }

    private static async Task<Guid> EmployAsync(World world, string lastName, Guid organisation, Guid position) => (
            await world.Api.PostAsync(
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
                        positionId = position,
                        from = "2010-09-01",
                    },
                }
            )
        ).Expect(HttpStatusCode.Created).Id;

    private static async Task RecordAbsenceAsync(World world, Guid employee)
    {
        var card = await world.Api.GetAsync($"/employees/{employee}");
        var recorded = await world.Api.PostAsync(
            $"/employees/{employee}/absences",
            new { kind = "parentalLeave", from = "2025-03-01" },
            ("If-Match", card.ETag)
        );
        recorded.Expect(HttpStatusCode.OK);
    }

    private static async Task SetNormAsync(World world)
    {
        var set = await world.Api.PostAsync(
            "/norms",
            new
            {
                code = "course.thematic-group-size",
                value = "28",
                validFrom = "2026-09-01",
                basis = "Приказ ИМЦ от 28.08.2026 № 37",
            }
        );
        set.Expect(HttpStatusCode.Created);
    }

    private static async Task EnrolAsync(World world, Guid course, Guid employee, string on)
    {
        var enrolled = await world.Api.PostAsync($"/courses/{course}/enrolments", new { employeeId = employee, on });
        enrolled.Expect(HttpStatusCode.Created);
    }

    private async Task RegisterMethodistAsync(Guid centreId)
    {
        await using var scope = Service.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<MethodCenterDbContext>();
        var methodist = Account.Register(AccountKind.Person, "methodist.spb-central", "Методист", null);
        methodist.GrantRole(Role.Methodist, null, "пример").Refused.ShouldBeFalse();
        var hash = scope.ServiceProvider.GetRequiredService<IPasswords>().Hash("demo methodist 2026");
        methodist.SetPassword(hash).Refused.ShouldBeFalse();
        scope.ServiceProvider.GetRequiredService<Application.Common.Security.Caller>().Scope.Open(centreId, null);
        database.Accounts.Add(methodist);
        await database.SaveChangesAsync();
    }
}
