using MethodCenter.Application.Common.Messaging;
using MethodCenter.Application.Common.Security;
using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Api.Tests.Security;

/// <summary>Proves the rights of every role for every operation of the OpenAPI document: a new one is covered by itself.</summary>
public sealed class RightsTests(RightsTests.Fixture fixture) : IClassFixture<RightsTests.Fixture>
{
    private const string Garbage = "mck_0000000000000000000000000000000000000000000";

    /// <summary>What anyone may ask without credentials. Nothing else is open.</summary>
    private static readonly string[] Open =
    [
        "SignIn",
        "CheckLiveness",
        "CheckReadiness",
        "GetChangelog",
        "VerifyCertificate",
        "ReadCalendar",
        "ListPublicKeys",
    ];

    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    [Fact]
    public async Task Without_credentials_only_health_and_the_token_answer()
    {
        using var nobody = fixture.Service.Client(key: null);
        var answering = new List<string>();
        foreach (var operation in fixture.Operations)
        {
            if ((await operation.SendAsync(nobody)).Status != HttpStatusCode.Unauthorized)
            {
                answering.Add(operation.Id);
            }
        }

        // The sign-in of a login that nobody has is refused with 401 too, as it should be.
        answering.ShouldBe(Open.Except(["SignIn"]), ignoreOrder: true);
    }

    [Fact]
    public async Task A_key_that_nobody_has_is_refused_everywhere()
    {
        using var guesser = fixture.Service.Client(Garbage, fixture.World.Centre);
        foreach (var operation in fixture.Operations.Where(operation => !Open.Contains(operation.Id)))
        {
            var answer = await operation.SendAsync(guesser);
            answer.Status.ShouldBe(HttpStatusCode.Unauthorized, operation.ToString());
        }
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task A_role_may_what_its_permissions_say_and_nothing_else(Role role)
    {
        using var client = fixture.Service.Client(fixture.Keys[role], fixture.World.Centre);
        var wrong = new List<string>();
        foreach (var operation in fixture.Operations.Where(operation => !Open.Contains(operation.Id)))
        {
            var required = UseCases.PermissionOf(operation.Id);
            required.ShouldNotBeNull($"{operation} is named after no request of the application.");
            var may =
                (required.Reach != PermissionReach.System || role == Role.SystemAdministrator)
                && RolePermissions.Of(role).Contains(required.Permission);
            var answer = await operation.SendAsync(client);
            var refused = answer.ErrorCode == "security.may-not" && answer.Status == HttpStatusCode.Forbidden;
            if (may ? refused || answer.Code is 401 or >= 500 : !refused)
            {
                wrong.Add($"{operation} for {role}: {(may ? "may" : "may not")}, answered {answer}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void The_document_has_operations() => fixture.Operations.Count.ShouldBeGreaterThan(40);

    /// <summary>A centre with an account of every role.</summary>
    public sealed class Fixture : IAsyncLifetime
    {
        internal TestService Service { get; private set; } = null!;

        internal World World { get; private set; } = null!;

        internal IReadOnlyList<Operation> Operations { get; private set; } = [];

        internal Dictionary<Role, string> Keys { get; } =
            new() { [Role.SystemAdministrator] = TestService.AdministratorKey };

        public async ValueTask InitializeAsync()
        {
            Service = await TestService.SharedAsync();
            World = await World.CreateAsync(Service);
            var organisation = await World.OrganisationAsync();
            Operations = await Operation.AllAsync(Service);
            foreach (var role in Enum.GetValues<Role>().Except(Keys.Keys).ToList())
            {
                var name = System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(role.ToString());
                var grant = TestAccounts.Role(name, role.NeedsOrganisation() ? organisation : null);
                Keys[role] = (await World.ProgramAsync(grant)).Key;
            }
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
