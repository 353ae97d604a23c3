using System.Globalization;
using System.Text;
using MethodCenter.Api.Tests.Office.Imports;
using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Territory.Centres;

/// <summary>A sandbox acts on the day that <c>X-Today</c> names; no other centre takes it.</summary>
public sealed class SandboxTests
{
    private const string Header = "X-Today";
    private const string Refused = "security.day-refused";
    private const string Malformed = "security.day-malformed";

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Rules_and_due_lists_ask_for_the_day_of_the_request(DatabaseProvider provider)
    {
        var world = await SandboxAsync(provider);
        var school = await world.OrganisationAsync();
        var employee = await world.EmployeeAsync(school, await world.PositionAsync());
        var record = new
        {
            employeeId = employee,
            organisationId = school,
            provider = "АППО",
            title = "Оценка качества",
            kind = "professionalDevelopment",
            hours = 36,
            completedOn = "2040-02-26",
        };

        // A rule: what is not over yet cannot be recorded.
        (await world.Api.PostAsync("/training-records", record)).ErrorCode.ShouldBe(FutureRecord);
        (await world.Api.PostAsync("/training-records", record, On("2040-02-25"))).ErrorCode.ShouldBe(FutureRecord);
        (await world.Api.PostAsync("/training-records", record, On("2040-02-26"))).Expect(HttpStatusCode.Created);

        // A due list, whose norm is one of a day: three years from the last training.
        (await StateAsync(world, "2040-02-26")).ShouldBe("2040-02-26 covered");
        (await StateAsync(world, "2043-02-26")).ShouldBe("2043-02-26 due");
        (await StateAsync(world, "2043-02-27")).ShouldBe("2043-02-27 overdue");

        // Without the header the true day holds, also right after one with it.
        (await StateAsync(world, null)).ShouldNotStartWith("204");
    }

    [Fact]
    public async Task An_import_acts_on_the_day_of_the_request_that_queued_it()
    {
        var world = await SandboxAsync();
        await world.OrganisationAsync();
        (await Imports.RunAsync(world.Api, Imports.StaffList(1)))["counts"]!["created"]!.GetValue<int>().ShouldBe(1);
        const string Csv =
            "Ключ работника;Организация;Где обучался;Программа;Вид программы;Часы;Начало обучения;Окончание обучения\r\n"
            + "00001;school-1;АППО;Оценка;ПК;36;01.02.2040;26.02.2040";

        (await RefusedAsync("dryRun")).ShouldBe(1);
        (await RefusedAsync("dryRun", On("2040-02-25"))).ShouldBe(1);
        (await RefusedAsync("dryRun", On("2040-02-26"))).ShouldBe(0);
        (await RefusedAsync("validRows", On("2040-02-26"))).ShouldBe(0);
        (await world.RowsAsync("training_records")).ShouldBe(1);

        async Task<int> RefusedAsync(string mode, params (string, string)[] headers)
        {
            var sent = await Imports.SendAsync(
                world.Api,
                $"/imports/training-records?mode={mode}&source=test",
                Encoding.UTF8.GetBytes(Csv),
                headers: headers
            );
            var ended = await Imports.EndAsync(world.Api, sent.Expect(HttpStatusCode.Accepted).Id);
            ((string?)ended["state"]).ShouldBe("succeeded");
            return (int)ended["counts"]!["refused"]!;
        }
    }

    [Fact]
    public async Task Elsewhere_it_is_refused_before_anything_is_done()
    {
        var world = await World.SharedAsync();
        using var anywhere = world.Service.Client();
        var code = world.Unique("school") + "-refused";

        var written = await world.Api.PostAsync(
            "/organisations",
            new
            {
                code,
                shortName = "Школа",
                kind = "secondarySchool",
            },
            On("2026-09-01")
        );

        (written.Code, written.ErrorCode).ShouldBe((400, Refused));
        (await world.RowsAsync("organisations")).ShouldBe(0);
        (await world.Api.GetAsync("/employees", On("not a day"))).ErrorCode.ShouldBe(Refused);
        (await anywhere.GetAsync("/centres", On("2026-09-01"))).ErrorCode.ShouldBe(Refused);
        (await anywhere.GetAsync("/meta/changelog", On("2026-09-01"))).ErrorCode.ShouldBe(Refused);
        (await world.Api.GetAsync("/employees", On("2026-09-01"), ("Accept-Language", "en"))).Text.ShouldContain(
            "sandbox"
        );
    }

    [Theory]
    [InlineData("01.09.2026")]
    [InlineData("2026-9-1")]
    [InlineData("2026-02-29")]
    [InlineData("2026-09-01T00:00:00Z")]
    [InlineData("1899-12-31")]
    [InlineData("2100-01-01")]
    [InlineData("2026-09-01,2026-09-02")]
    public async Task What_is_no_day_is_refused(string day)
    {
        var world = await SandboxAsync();

        var answer = await world.Api.GetAsync("/employees", On(day));

        (answer.Code, answer.ErrorCode).ShouldBe((400, Malformed));
        (await world.Api.GetAsync("/employees", On("2026-09-01"), On("2026-09-02"))).ErrorCode.ShouldBe(Malformed);
        (await world.Api.GetAsync("/employees", On("1900-01-01"))).Expect(HttpStatusCode.OK);
        (await world.Api.GetAsync("/employees", On("2099-12-31"))).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_centre_is_made_a_sandbox_and_does_not_become_one()
    {
        var (real, sandbox) = (await World.SharedAsync(), await SandboxAsync());

        await real.CardAsync(new { sandbox = true, town = "г. Иной" });
        await sandbox.CardAsync(new { sandbox = false, town = "г. Иной" });

        (await IsSandboxAsync(real)).ShouldBeFalse();
        (await IsSandboxAsync(sandbox)).ShouldBeTrue();
        (await real.Api.GetAsync("/employees", On("2026-09-01"))).ErrorCode.ShouldBe(Refused);
    }

    [Fact]
    public async Task On_another_day_the_same_key_is_another_request()
    {
        var world = await SandboxAsync();
        var body = new
        {
            code = "school-1",
            shortName = "Школа",
            kind = "secondarySchool",
        };
        var key = ("Idempotency-Key", world.Centre);

        (await world.Api.PostAsync("/organisations", body, key, On("2026-09-01"))).Expect(HttpStatusCode.Created);

        (await world.Api.PostAsync("/organisations", body, key, On("2026-09-01"))).Code.ShouldBe(201);
        var other = await world.Api.PostAsync("/organisations", body, key, On("2026-09-02"));
        other.ErrorCode.ShouldBe("idempotency.other-request");
    }

    [Fact]
    public async Task The_audit_tells_the_true_instant()
    {
        var world = await SandboxAsync();
        var made = await world.Api.PostAsync(
            "/organisations",
            new
            {
                code = "school-1",
                shortName = "Школа",
                kind = "secondarySchool",
            },
            On("2040-09-01")
        );

        var audit = await world.Api.GetAsync($"/audit?subjectId={made.Expect(HttpStatusCode.Created).Id}");

        var at = DateTimeOffset.Parse((string)audit["items.0.at"]!, CultureInfo.InvariantCulture);
        at.Year.ShouldNotBe(2040);
    }

    private const string FutureRecord = "training-record.completed-in-future";

    private static async Task<World> SandboxAsync(DatabaseProvider provider = DatabaseProvider.Sqlite) =>
        await World.CreateAsync(await TestService.SharedAsync(provider), "sandbox", sandbox: true);

    private static async Task<bool> IsSandboxAsync(World world) =>
        (bool)(await world.Api.GetAsync($"/centres/{world.CentreId}")).Expect(HttpStatusCode.OK)["sandbox"]!;

    private static async Task<string> StateAsync(World world, string? day)
    {
        var report = day is null
            ? await world.Api.GetAsync("/reports/training-due")
            : await world.Api.GetAsync("/reports/training-due", On(day));
        return $"{(string?)report.Expect(HttpStatusCode.OK)["asOf"]} {(string?)report["employees.items.0.state"]}";
    }

    private static (string, string) On(string day) => (Header, day);
}
