using MethodCenter.Api.Tests.Security;
using Given = MethodCenter.Api.Tests.Security.TestAccounts;

namespace MethodCenter.Api.Tests.Territory.Accounts;

/// <summary>Accounts over HTTP.</summary>
public sealed class AccountTests : IAsyncLifetime
{
    private TestService _service = null!;
    private World _world = null!;
    private Guid _school;

    public async ValueTask InitializeAsync()
    {
        _service = await TestService.SharedAsync();
        _world = await World.CreateAsync(_service);
        _school = await _world.OrganisationAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Registered_with_roles_it_is_found_by_word_role_and_organisation()
    {
        var made = await RegisterAsync("Kurator.1", Given.Role("schoolOperator", _school), Given.Role("methodist"));
        made.Expect(HttpStatusCode.Created);
        made.Headers.Location!.ToString().ShouldBe($"/api/v1/accounts/{made.Id}");
        made.ETag.ShouldBe("\"1\"");
        ((string?)made["login"]).ShouldBe($"kurator.1.{_world.Centre}");
        ((bool?)made["hasPassword"]).ShouldBe(true);
        made["grants"]!.AsArray().Count.ShouldBe(2);

        foreach (
            var filter in new[]
            {
                "q=KURATOR",
                "q=ёлкина",
                "role=schoolOperator",
                $"organisationId={_school}",
                "kind=person&isBlocked=false&sort=-login&includeTotal=true",
            }
        )
        {
            var list = (await _world.Api.GetAsync($"/accounts?{filter}")).Expect(HttpStatusCode.OK);
            list.Json!["items"]!.AsArray().Select(item => (Guid)item!["id"]!).ShouldBe([made.Id], filter);
        }
    }

    [Fact]
    public async Task Patch_binds_and_unbinds_an_external_identity()
    {
        var made = (await RegisterAsync("ivan")).Expect(HttpStatusCode.Created);
        var identity = new { issuer = "https://login.example/realms/city", subject = "7f3a" };
        var bound = await _world.Api.PatchAsync(
            $"/accounts/{made.Id}",
            new { externalIdentity = identity },
            ("If-Match", made.ETag)
        );
        bound.Expect(HttpStatusCode.OK);
        ((string?)bound["externalIdentity.subject"]).ShouldBe("7f3a");
        ((string?)bound["displayName"]).ShouldBe("Ёлкина Ольга");

        var second = (await RegisterAsync("petr")).Expect(HttpStatusCode.Created);
        var taken = await _world.Api.PatchAsync(
            $"/accounts/{second.Id}",
            new { externalIdentity = identity },
            ("If-Match", second.ETag)
        );
        taken.Status.ShouldBe(HttpStatusCode.Conflict);
        taken.ErrorCode.ShouldBe("account.external-identity-taken");

        var unbound = await _world.Api.PatchAsync(
            $"/accounts/{made.Id}",
            """{"externalIdentity":null}""",
            ("If-Match", bound.ETag)
        );
        unbound.Expect(HttpStatusCode.OK)["externalIdentity"].ShouldBeNull();
    }

    [Fact]
    public async Task A_login_is_taken_once_in_the_whole_service()
    {
        (await RegisterAsync("ivan")).Expect(HttpStatusCode.Created);
        var again = await RegisterAsync("IVAN");
        again.Status.ShouldBe(HttpStatusCode.Conflict);
        again.FieldErrors.ShouldBe(["/login account.login-taken"]);
    }

    [Theory]
    [InlineData("systemAdministrator", false, 403, "/roles/0/role account.may-not-grant")]
    [InlineData("schoolOperator", false, 422, "/roles/0/organisationId account.organisation-required")]
    [InlineData("methodist", true, 422, "/roles/0/organisationId account.organisation-not-allowed")]
    public async Task A_role_is_granted_by_its_rules(string role, bool ofSchool, int status, string error)
    {
        var answer = await RegisterAsync("ivan", Given.Role(role, ofSchool ? _school : null));
        answer.Code.ShouldBe(status);
        answer.FieldErrors.ShouldBe([error]);
    }

    [Fact]
    public async Task A_role_of_a_school_of_another_centre_is_refused()
    {
        var foreign = await (await World.CreateAsync(_service, "other")).OrganisationAsync();
        var made = (await RegisterAsync("ivan")).Expect(HttpStatusCode.Created);
        var granted = await _world.Api.PostAsync($"/accounts/{made.Id}/grants", Given.Role("curator", foreign));
        granted.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        granted.FieldErrors.ShouldBe(["/organisationId organisation.unknown"]);
        var registered = await RegisterAsync("petr", Given.Role("methodist"), Given.Role("curator", foreign));
        registered.FieldErrors.ShouldBe(["/roles/1/organisationId organisation.unknown"]);
    }

    [Fact]
    public async Task A_role_is_granted_once_and_revoked_by_revision()
    {
        var made = (await RegisterAsync("ivan")).Expect(HttpStatusCode.Created);
        var grants = $"/accounts/{made.Id}/grants";
        var granted = (await _world.Api.PostAsync(grants, Given.Role("expert"))).Expect(HttpStatusCode.Created);
        granted.ETag.ShouldBe("\"2\"");
        (await _world.Api.PostAsync(grants, Given.Role("expert"))).ErrorCode.ShouldBe("account.already-granted");

        var path = $"{grants}/{granted["grants.0.id"]}";
        ((int)(await _world.Api.DeleteAsync(path)).Status).ShouldBe(428);
        ((int)(await _world.Api.DeleteAsync(path, ("If-Match", made.ETag))).Status).ShouldBe(412);
        var revoked = (await _world.Api.DeleteAsync(path, ("If-Match", granted.ETag))).Expect(HttpStatusCode.OK);
        revoked["grants"]!.AsArray().ShouldBeEmpty();
        var gone = await _world.Api.DeleteAsync(path, ("If-Match", revoked.ETag));
        gone.ErrorCode.ShouldBe("account.grant-not-found");
    }

    [Fact]
    public async Task Who_acts_for_an_organisation_sees_which_it_is()
    {
        var school = await _world.OrganisationAsync("who-am-i", "Первая СОШ");
        var (_, key) = await _world.ProgramAsync(Given.Role("schoolOperator", school));
        using var client = _service.Client(key);

        var me = (await client.GetAsync("/me")).Expect(HttpStatusCode.OK);

        ((string?)me["roles.0.organisationName"]).ShouldBe("Первая СОШ");
    }

    [Fact]
    public async Task Nobody_blocks_himself()
    {
        var (account, key) = await _world.ProgramAsync(Given.Role("centreAdministrator"));
        using var client = _service.Client(key);
        var known = await _world.AccountAsync(account.Id);
        var answer = await client.PostAsync($"/accounts/{account.Id}/blocking", null, ("If-Match", known.ETag));
        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.ErrorCode.ShouldBe("account.cannot-block-self");
    }

    [Fact]
    public async Task The_account_of_the_system_and_those_of_other_centres_are_not_there()
    {
        var other = await World.CreateAsync(_service, "other");
        var foreign = await other.PersonAsync();
        var system = (await _service.Client().GetAsync("/me")).Expect(HttpStatusCode.OK);
        foreach (var id in new[] { foreign.Id, system.Id })
        {
            (await _world.Api.GetAsync($"/accounts/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
            var password = new { password = "захваченная запись" };
            (await _world.Api.PutAsync($"/accounts/{id}/password", password, ("If-Match", "\"1\""))).Status.ShouldBe(
                HttpStatusCode.NotFound
            );
            (await _world.Api.PostAsync($"/accounts/{id}/keys", new { name = "захват" })).Status.ShouldBe(
                HttpStatusCode.NotFound
            );
        }
    }

    [Fact]
    public async Task A_short_password_a_bad_login_and_an_unknown_employee_are_refused_with_their_places()
    {
        var body = new
        {
            kind = "person",
            login = "имя с пробелом",
            displayName = "",
            password = "короткий",
        };
        var malformed = await _world.Api.PostAsync("/accounts", body);
        malformed.Status.ShouldBe(HttpStatusCode.BadRequest);
        malformed.FieldErrors.ShouldBe(
            ["/login validation.wrong-format", "/displayName validation.required", "/password validation.too-short"],
            ignoreOrder: true
        );
        var unknown = await _world.Api.PostAsync(
            "/accounts",
            new
            {
                kind = "person",
                login = "ivan",
                displayName = "Иван",
                employeeId = Guid.NewGuid(),
            }
        );
        unknown.FieldErrors.ShouldBe(["/employeeId employee.unknown"]);
    }

    [Fact]
    public async Task A_program_has_no_password()
    {
        var (program, _) = await _world.ProgramAsync();
        var known = await _world.AccountAsync(program.Id);
        var answer = await _world.Api.PutAsync(
            $"/accounts/{program.Id}/password",
            new { password = Given.Password },
            ("If-Match", known.ETag)
        );
        answer.FieldErrors.ShouldBe(["/password account.service-has-no-password"]);
    }

    /// <summary>Logins are unique in the whole service, so each contains the code of the centre.</summary>
    private Task<Answer> RegisterAsync(string login, params object[] roles) =>
        _world.Api.PostAsync(
            "/accounts",
            new
            {
                kind = "person",
                login = $"{login}.{_world.Centre}",
                displayName = "Ёлкина Ольга",
                password = Given.Password,
                roles,
            }
        );
}
