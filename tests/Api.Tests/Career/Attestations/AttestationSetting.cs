using MethodCenter.Application.Territory.Accounts;
using MethodCenter.Domain.Common;
using MethodCenter.Domain.Territory.Accounts;
using MethodCenter.Infrastructure;
using MethodCenter.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Api.Tests.Career.Attestations;

/// <summary>A centre with two schools, in which tests attest teachers of their own.</summary>
public sealed class AttestationSetting : IAsyncLifetime
{
    private readonly DatabaseProvider _provider;

    public AttestationSetting()
        : this(DatabaseProvider.Sqlite) { }

    private AttestationSetting(DatabaseProvider provider) => _provider = provider;

    public TestService Service { get; private set; } = null!;

    public World World { get; private set; } = null!;

    /// <summary>The SQL commands of the centre.</summary>
    public SqlLedger.Watching Commands { get; private set; } = null!;

    public Guid School { get; private set; }

    public Guid OtherSchool { get; private set; }

    public Guid Teacher { get; private set; }

    public Guid Educator { get; private set; }

    public ApiClient Api => World.Api;

    public static async Task<AttestationSetting> StartAsync(DatabaseProvider provider)
    {
        var setting = new AttestationSetting(provider);
        await setting.InitializeAsync();
        return setting;
    }

    public async ValueTask InitializeAsync()
    {
        Service = await TestService.SharedAsync(_provider);
        World = await World.CreateAsync(Service);
        Commands = Service.Sql.Watch(World);
        (School, OtherSchool) = (
            await World.OrganisationAsync(),
            await World.OrganisationAsync("school-2", "Вторая СОШ")
        );
        (Teacher, Educator) = (await World.PositionAsync(), await World.PositionAsync("educator"));
    }

    public ValueTask DisposeAsync()
    {
        Commands.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>A teacher of the first school since 2010.</summary>
    public Task<Guid> TeacherAsync() => World.EmployeeAsync(School, Teacher);

    /// <summary>What is sent to record a decision, for the post of teacher at the first school.</summary>
    public Dictionary<string, object?> Decision(
        Guid employee,
        string kind,
        string decidedOn,
        string? appliedOn = null,
        string outcome = "granted"
    ) =>
        new()
        {
            ["employeeId"] = employee,
            ["organisationId"] = School,
            ["positionId"] = Teacher,
            ["kind"] = kind,
            ["appliedOn"] = appliedOn,
            ["decidedOn"] = decidedOn,
            ["outcome"] = outcome,
        };

    public Task<Answer> RecordAsync(
        Guid employee,
        string kind,
        string decidedOn,
        string? appliedOn = null,
        string outcome = "granted"
    ) => Api.PostAsync("/attestations", Decision(employee, kind, decidedOn, appliedOn, outcome));

    /// <summary>A teacher who has held the first category since 01.06.2023.</summary>
    public async Task<Guid> FirstCategoryTeacherAsync()
    {
        var teacher = await TeacherAsync();
        (await RecordAsync(teacher, "first", "2023-06-01", "2023-04-20")).Expect(HttpStatusCode.Created);
        return teacher;
    }

    /// <summary>A teacher who held the highest category from 01.06.2018 to 01.06.2023, and without end if asked.</summary>
    public async Task<Guid> HighestCategoryTeacherAsync(bool renewed)
    {
        var teacher = await TeacherAsync();
        (await RecordAsync(teacher, "first", "2016-01-15")).Expect(HttpStatusCode.Created);
        (await RecordAsync(teacher, "highest", "2018-06-01", "2018-05-02")).Expect(HttpStatusCode.Created);
        if (renewed)
        {
            (await RecordAsync(teacher, "highest", "2023-09-20", "2023-09-04")).Expect(HttpStatusCode.Created);
        }

        return teacher;
    }

    /// <summary>A client of this centre in one role.</summary>
    public async Task<ApiClient> InRoleAsync(Role role, Guid? organisationId = null)
    {
        await using var scope = Service.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<MethodCenterDbContext>();
        var key = scope.ServiceProvider.GetRequiredService<IApiKeys>().Make();
        var account = Account.Register(AccountKind.Service, $"{role}-{Guid.NewGuid():N}", role.ToString(), null);
        account.GrantRole(role, organisationId, "тест").Refused.ShouldBeFalse();
        account.AddKey("тест", key.Prefix, key.Hash, TimeProvider.System.GetUtcNow(), null).Refused.ShouldBeFalse();
        database.Accounts.Add(account);
        foreach (var entry in database.ChangeTracker.Entries<Entity>())
        {
            entry.Property(nameof(Entity.CentreId)).CurrentValue = World.CentreId;
        }

        await database.SaveChangesAsync();
        return Service.Client(key.Secret, World.Centre);
    }
}
