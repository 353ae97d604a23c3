using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using MethodCenter.Api.Tests.Learning.Certificates;
using MethodCenter.Api.Tests.Office.Reports;
using MethodCenter.Api.Tests.Security;
using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Learning.Frdo;

/// <summary>The delivery to ФИС ФРДО over HTTP: package, file, answers, and anew what was rejected.</summary>
public sealed class FrdoPackageTests
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task A_package_goes_the_whole_way(DatabaseProvider provider)
    {
        var service = await TestService.SharedAsync(provider);
        var world = await World.CreateAsync(service);
        var documents = await world.DeliverableAsync(3);

        var package = (await PrepareAsync(world, DeliverableDocuments.Statement)).Expect(HttpStatusCode.Created);
        var file = await DownloadAsync(world, package.Id);
        var rows = (await world.Api.GetAsync($"/frdo/packages/{package.Id}/rows")).Expect(HttpStatusCode.OK);
        var nothing = await PrepareAsync(world, DeliverableDocuments.Statement);
        var answered = await AnswerAsync(
            world,
            package,
            new { number = 2, accepted = true },
            new
            {
                number = 3,
                accepted = false,
                errorText = "недопустимый символ",
            },
            new { number = 4, accepted = true }
        );
        var resend = new
        {
            responsible = "Тестова Мария",
            budget = "local",
            citizenship = "643",
            resendOf = package.Id,
        };
        var second = (await PrepareAsync(world, resend)).Expect(HttpStatusCode.Created);
        var again = (await world.Api.GetAsync($"/frdo/packages/{second.Id}/rows")).Expect(HttpStatusCode.OK);

        ((int)package["number"]!).ShouldBe(1);
        ((int)package["rowCount"]!).ShouldBe(3);
        ((string)package["sha256"]!).ShouldBe(Convert.ToHexStringLower(SHA256.HashData(file)));
        ((int)package["fileLength"]!).ShouldBe(file.Length);
        rows.Json!["items"]!.AsArray().Select(row => (int)row!["number"]!).ShouldBe([2, 3, 4]);
        rows.Json["items"]!.AsArray().Select(row => (Guid)row!["certificateId"]!).ShouldBe(documents);
        nothing.ErrorCode.ShouldBe("frdo.nothing-to-deliver");
        ((int)answered.Expect(HttpStatusCode.OK)["accepted"]!).ShouldBe(2);
        ((int)answered["rejected"]!).ShouldBe(1);
        ((Guid)second["resendOfId"]!).ShouldBe(package.Id);
        again.Json!["items"]!.AsArray().ShouldHaveSingleItem()!["certificateId"]!
            .GetValue<Guid>()
            .ShouldBe(documents[1]);
        (await DownloadAsync(world, package.Id)).ShouldBe(file);
    }

    [Fact]
    public async Task The_workbook_shows_one_sheet_and_hides_the_checks()
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service);
        await world.DeliverableAsync(1);
        var package = (await PrepareAsync(world, DeliverableDocuments.Statement)).Expect(HttpStatusCode.Created);

        using var archive = new ZipArchive(new MemoryStream(await DownloadAsync(world, package.Id)));

        var workbook = await PartAsync(archive, "xl/workbook.xml");
        var sheet = await PartAsync(archive, "xl/worksheets/sheet1.xml");
        workbook.ShouldContain("name=\"Шаблон\" sheetId=\"1\" r:id");
        workbook.ShouldContain("name=\"Проверки\" sheetId=\"2\" state=\"hidden\"");
        sheet.ShouldContain("112-233-445 95");
        sheet.ShouldContain("09.03.1985");
    }

    /// <summary>Column AC is of the learner: one who pays himself in a group of the state assignment (C5).</summary>
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task A_learner_who_pays_himself_is_delivered_as_one(DatabaseProvider provider)
    {
        var world = await World.CreateAsync(await TestService.SharedAsync(provider));
        var documents = await world.DeliverableAsync(2);
        var document = (await world.Api.GetAsync($"/certificates/{documents[1]}")).Expect(HttpStatusCode.OK);
        await world.FundAsync((Guid)document["courseId"]!, (Guid)document["enrolmentId"]!, "paid");
        var package = (await PrepareAsync(world, DeliverableDocuments.Statement)).Expect(HttpStatusCode.Created);

        using var archive = new ZipArchive(new MemoryStream(await DownloadAsync(world, package.Id)));

        var sheet = await PartAsync(archive, "xl/worksheets/sheet1.xml");
        foreach (var (row, funding) in new[] { (2, "Местный бюджет"), (3, "Платное обучение") })
        {
            Regex.Match(sheet, $"<c r=\"AC{row}\".*?<t[^>]*>(.*?)</t>").Groups[1].Value.ShouldBe(funding);
        }
    }

    [Fact]
    public async Task Every_fault_is_told_and_the_valid_ones_go_alone_when_asked()
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service);
        var documents = await world.DeliverableAsync(2);
        var bare = (await world.Api.GetAsync($"/certificates/{documents[0]}")).Expect(HttpStatusCode.OK);
        await world.DescribeAsync((Guid)bare["employeeId"]!, null);
        var named = new
        {
            responsible = "Тестова Мария",
            budget = "local",
            citizenship = "643",
            certificateIds = documents,
        };

        var refused = await PrepareAsync(world, named);
        var taken = await PrepareAsync(
            world,
            new
            {
                named.responsible,
                named.budget,
                named.citizenship,
                named.certificateIds,
                validOnly = true,
            }
        );

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.ErrorCode.ShouldBe("frdo.faulty");
        refused.FieldErrors.ShouldBe(
            [
                "/certificateIds/0 frdo.birth-date-missing",
                "/certificateIds/0 frdo.sex-missing",
                "/certificateIds/0 frdo.snils-missing",
            ],
            ignoreOrder: true
        );
        ((string)refused["errors.0.message"]!).ShouldContain("карточку работника");
        ((string?)refused["errors.0.params.column"]).ShouldBe("Y");
        ((int)taken.Expect(HttpStatusCode.Created)["rowCount"]!).ShouldBe(1);
        ((Guid)taken["refused.0.certificateId"]!).ShouldBe(documents[0]);
        taken["refused.0.faults"]!.AsArray().Count.ShouldBe(3);
    }

    [Fact]
    public async Task What_stands_in_a_package_is_not_taken_again()
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service);
        var documents = await world.DeliverableAsync(1);
        var package = await PrepareAsync(world, DeliverableDocuments.Statement);
        var named = new
        {
            responsible = "Тестова Мария",
            budget = "local",
            citizenship = "643",
            certificateIds = documents,
        };

        var waiting = await PrepareAsync(world, named);
        var accepted = await AnswerAsync(world, package, new { number = 2, accepted = true });
        var delivered = await PrepareAsync(world, named);
        var back = await AnswerAsync(
            world,
            accepted,
            new
            {
                number = 2,
                accepted = false,
                errorText = "нет",
            }
        );

        waiting.FieldErrors.ShouldBe(["/certificateIds/0 frdo.in-package"]);
        delivered.FieldErrors.ShouldBe(["/certificateIds/0 frdo.in-package"]);
        back.Status.ShouldBe(HttpStatusCode.Conflict);
        back.ErrorCode.ShouldBe("frdo.already-accepted");
    }

    /// <summary>Two who prepare at once: a document goes with one of them.</summary>
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Of_packages_prepared_at_once_one_takes_a_document(DatabaseProvider provider)
    {
        var service = await TestService.SharedAsync(provider);
        var world = await World.CreateAsync(service);
        await world.DeliverableAsync(2);

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => PrepareAsync(world, DeliverableDocuments.Statement))
        );

        answers.Count(answer => answer.Status == HttpStatusCode.Created).ShouldBe(1);
        answers
            .Where(answer => answer.Status != HttpStatusCode.Created)
            .ShouldAllBe(answer =>
                answer.ErrorCode == "frdo.in-package" || answer.ErrorCode == "frdo.nothing-to-deliver"
            );
    }

    [Fact]
    public async Task An_answer_needs_the_revision_and_the_right_rows()
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service);
        await world.DeliverableAsync(1);
        var package = await PrepareAsync(world, DeliverableDocuments.Statement);
        var path = $"/frdo/packages/{package.Id}/results";
        var good = new { rows = new[] { new { number = 2, accepted = true } } };

        (await world.Api.PutAsync(path, good)).Code.ShouldBe(428);
        (await world.Api.PutAsync(path, good, ("If-Match", "\"7\""))).Code.ShouldBe(412);
        (await AnswerAsync(world, package, new { number = 9, accepted = true })).FieldErrors.ShouldBe([
            "/rows/0/number frdo.unknown-row",
        ]);
        (await AnswerAsync(world, package, new { number = 2, accepted = false })).Code.ShouldBe(400);
        (
            await world.Api.PutAsync($"/frdo/packages/{Guid.NewGuid()}/results", good, ("If-Match", "\"1\""))
        ).ErrorCode.ShouldBe("frdo.package-not-found");
    }

    [Fact]
    public async Task The_issue_warns_and_never_refuses_and_the_check_says_the_same()
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service);
        var enrolments = await world.EnrolmentsAsync(await world.CompletedCourseAsync(1));

        var issued = await world.Api.PostAsync("/certificates", new { enrolmentId = enrolments[0] });
        var check = await world.Api.GetAsync($"/certificates/{issued.Id}/frdo-check");

        string[] codes = ["frdo.number-missing", "frdo.birth-date-missing", "frdo.sex-missing", "frdo.snils-missing"];
        var warned = issued.Expect(HttpStatusCode.Created)["warnings"]!.AsArray().Select(one => (string)one!["code"]!);
        warned.Where(code => code.StartsWith("frdo.", StringComparison.Ordinal)).ShouldBe(codes, ignoreOrder: true);
        ((bool)check.Expect(HttpStatusCode.OK)["ready"]!).ShouldBeFalse();
        check["faults"]!
            .AsArray()
            .Where(one => !(bool)one!["withPackage"]!)
            .Select(one => (string)one!["code"]!)
            .ShouldBe(codes, ignoreOrder: true);
        check["faults"]!
            .AsArray()
            .Where(one => (bool)one!["withPackage"]!)
            .Select(one => (string?)one!["column"])
            .ShouldBe(["AE", "AC"], ignoreOrder: true);
    }

    [Fact]
    public async Task The_watch_counts_what_the_register_has_not_accepted()
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service);
        await world.DeliverableAsync(2);

        var early = await world.Api.GetAsync("/reports/frdo-deadlines?asOf=2026-10-14");
        var soon = await world.Api.GetAsync("/reports/frdo-deadlines?asOf=2026-10-15");
        var late = await world.Api.GetAsync("/reports/frdo-deadlines?asOf=2026-10-31&state=overdue");
        var package = await PrepareAsync(world, DeliverableDocuments.Statement);
        await AnswerAsync(world, package, new { number = 2, accepted = true });
        var after = await world.Api.GetAsync("/reports/frdo-deadlines");

        ((int)early.Expect(HttpStatusCode.OK)["inTime"]!).ShouldBe(2);
        ((int)soon["warning"]!).ShouldBe(2);
        ((int)late["overdue"]!).ShouldBe(2);
        ((string?)late["documents.items.0.dueOn"]).ShouldBe("2026-10-30");
        ((string?)late["rule.code"]).ShouldBe("FRDO-7");
        ((int)after["total"]!).ShouldBe(1);
        ((Guid)after["documents.items.0.packageId"]!).ShouldBe(package.Id);
    }

    [Fact]
    public async Task The_download_is_logged_and_no_number_stands_in_the_log()
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service);
        await world.DeliverableAsync(1);
        var package = await PrepareAsync(world, DeliverableDocuments.Statement);

        await DownloadAsync(world, package.Id);

        var trail = await service.TrailAsync(world);
        trail.ShouldContain("GetFrdoPackageFile");
        trail.ShouldContain("PrepareFrdoPackage");
        trail.ShouldContain("ФИС ФРДО");
        trail.ShouldNotContain("11223344595");
        trail.ShouldNotContain("Тестова Мария");
    }

    [Theory]
    [InlineData("registrar", 200, 200)]
    [InlineData("centreAdministrator", 200, 200)]
    [InlineData("methodist", 200, 403)]
    [InlineData("schoolOperator", 403, 403)]
    public async Task Who_may_what(string role, int reads, int takes)
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service);
        await world.DeliverableAsync(1);
        var package = await PrepareAsync(world, DeliverableDocuments.Statement);
        var school = (Guid)(await world.Api.GetAsync("/certificates")).Json!["items"]![0]!["organisationId"]!;
        var (_, key) = await world.ProgramAsync(
            role == "schoolOperator" ? TestAccounts.Role(role, school) : TestAccounts.Role(role)
        );
        using var client = service.Client(key, world.Centre);

        (await client.GetAsync("/frdo/packages")).Code.ShouldBe(reads);
        (await client.GetAsync($"/frdo/packages/{package.Id}/file")).Code.ShouldBe(takes);
        (await client.PostAsync("/frdo/packages", DeliverableDocuments.Statement)).Code.ShouldBe(
            takes == 200 ? 422 : 403
        );
    }

    private static Task<Answer> PrepareAsync(World world, object body) => world.Api.PostAsync("/frdo/packages", body);

    private static Task<Answer> AnswerAsync(World world, Answer package, params object[] rows) =>
        world.Api.PutAsync($"/frdo/packages/{package.Id}/results", new { rows }, ("If-Match", package.ETag));

    private static async Task<byte[]> DownloadAsync(World world, Guid package)
    {
        using var request = world.Api.Request(HttpMethod.Get, $"/frdo/packages/{package}/file");
        using var response = await world.Api.Http.SendAsync(request, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<string> PartAsync(ZipArchive archive, string path)
    {
        using var reader = new StreamReader(await archive.GetEntry(path)!.OpenAsync(), Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}
