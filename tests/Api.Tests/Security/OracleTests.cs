using MethodCenter.Api.Tests.Office.Imports;

namespace MethodCenter.Api.Tests.Security;

/// <summary>
/// Attacks of somebody who may not read protected data: he tries values, and no answer tells which is true.
/// </summary>
public sealed class OracleTests : IAsyncLifetime
{
    private const string Born = "1980-02-29";
    private const string BornInFile = "29.02.1980";
    private const string Training = "training-records";
    private const string TrainingHeader =
        "Фамилия;Имя;Отчество;Дата рождения;СНИЛС;Организация;Где обучался;Программа;Вид программы;Часы;Окончание обучения";
    private const string Enrolments = "enrolments";
    private const string EnrolmentHeader =
        "Фамилия;Имя;Отчество;Дата рождения;СНИЛС;Организация;Учебный год;Номер курса;Полугодие";
    private const string Staff = "Фамилия;Имя;Отчество;Дата рождения;СНИЛС;Организация;Должность;Работает с";

    private static readonly string True = Imports.Snils(1);
    private static readonly string Free = Imports.Snils(2);
    private World _world = null!;
    private Guid _school;
    private Guid _teacher;
    private Guid _anna;
    private ApiClient _methodist = null!;
    private ApiClient _operator = null!;
    private ApiClient _registrar = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await World.SharedAsync();
        (_school, _teacher) = (await _world.OrganisationAsync(), await _world.PositionAsync());
        _anna = await PersonAsync("Анна", Born, True);
        await PersonAsync("Вера", "1979-05-05", Imports.Snils(3));
        await _world.OpenCourseAsync(await _world.ProgrammeAsync());
        _methodist = await ClientAsync(TestAccounts.Role("methodist"));
        _operator = await ClientAsync(TestAccounts.Role("schoolOperator", _school));
        _registrar = await ClientAsync(TestAccounts.Role("registrar"));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(Training)]
    [InlineData(Enrolments)]
    public async Task A_check_of_one_row_says_the_same_of_a_true_and_a_false_birth_date(string dataset)
    {
        var right = await CheckAsync(_methodist, dataset, Row(dataset, "Анна", BornInFile));
        var wrong = await CheckAsync(_methodist, dataset, Row(dataset, "Анна", "01.03.1980"));

        right.ShouldBe(wrong);
    }

    [Theory]
    [InlineData(Training)]
    [InlineData(Enrolments)]
    public async Task A_check_says_the_same_whoever_bears_the_number(string dataset)
    {
        var own = await CheckAsync(_methodist, dataset, Row(dataset, "Анна", "", True));
        var another = await CheckAsync(_methodist, dataset, Row(dataset, "Анна", "", Imports.Snils(3)));
        var nobody = await CheckAsync(_methodist, dataset, Row(dataset, "Анна", "", Free));
        var alone = await CheckAsync(_methodist, dataset, Row(dataset, "", "", True, organisation: ""));
        var aloneAndFree = await CheckAsync(_methodist, dataset, Row(dataset, "", "", Free, organisation: ""));

        another.ShouldBe(own);
        nobody.ShouldBe(own);
        aloneAndFree.ShouldBe(alone);
    }

    [Fact]
    public async Task Several_birth_dates_in_one_file_tell_nothing_either()
    {
        var rows = new[] { "01.03.1980", BornInFile, "02.03.1980" }.Select(day => Row(Training, "Анна", day)).ToArray();

        var operation = await Imports.RunAsync(_methodist, Csv(TrainingHeader, rows), "dryRun", Training);
        var findings = await Imports.FindingsAsync(_methodist, operation);

        ((int?)operation["counts"]!["refused"]).ShouldBe(3);
        findings
            .Where(finding => (string?)finding["severity"] == "problem")
            .Select(finding => (string?)finding["code"])
            .ShouldBe(["employee.several-fit", "employee.several-fit", "employee.several-fit"]);
    }

    [Fact]
    public async Task Who_may_not_identify_by_protected_data_does_it_by_name_and_organisation()
    {
        var operation = await Imports.RunAsync(
            _methodist,
            Csv(TrainingHeader, Row(Training, "Анна", "")),
            "allOrNothing",
            Training
        );

        ((string?)operation["state"]).ShouldBe("succeeded", operation.ToJsonString());
        (await _world.RowsAsync("training_records")).ShouldBe(1);
    }

    [Theory]
    [InlineData(Training, true)]
    [InlineData(Training, false)]
    [InlineData(Enrolments, true)]
    [InlineData(Enrolments, false)]
    public async Task A_file_that_guesses_is_refused_as_a_whole(string dataset, bool byRegistrar)
    {
        var client = byRegistrar ? _registrar : _methodist;
        var header = dataset == Training ? TrainingHeader : EnrolmentHeader;
        var rows = Enumerable.Range(24, 6).Select(day => Row(dataset, "Анна", $"{day}.02.1980")).ToArray();

        var operation = await Imports.RunAsync(client, Csv(header, rows), "dryRun", dataset);
        var numbers = Enumerable.Range(1, 6).Select(one => Row(dataset, "Анна", "", Imports.Snils(one))).ToArray();
        var byNumber = await Imports.RunAsync(client, Csv(header, numbers), "dryRun", dataset);

        foreach (var refused in new[] { operation, byNumber })
        {
            ((string?)refused["state"]).ShouldBe("failed");
            ((string?)refused["error"]!["code"]).ShouldBe("employee.guessed");
            (await Imports.FindingsAsync(client, refused)).ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData(Training)]
    [InlineData(Enrolments)]
    public async Task Who_was_recognised_by_birth_date_or_number_is_in_the_audit_though_the_check_was_rolled_back(
        string dataset
    )
    {
        await CheckAsync(_registrar, dataset, Row(dataset, "Анна", BornInFile));
        await CheckAsync(_registrar, dataset, Row(dataset, "", "", True));
        await CheckAsync(_registrar, dataset, Row(dataset, "Анна", "01.03.1980"));

        var audit = await _world.Api.GetAsync($"/audit?subject=employee&subjectId={_anna}&kind=read");

        var entries = audit.Expect(HttpStatusCode.OK)["items"]!.AsArray();
        entries
            .Select(entry => (string?)entry!["changes"]![0]!["field"])
            .ShouldBe(["birthDate", "snils"], ignoreOrder: true);
        entries.ShouldAllBe(entry => ((string)entry!["purpose"]!).StartsWith($"import {dataset} "));
    }

    [Fact]
    public async Task A_school_does_not_learn_whether_a_number_is_taken()
    {
        var taken = await _operator.PostAsync("/employees", Person("Пётр", True));
        var free = await _operator.PostAsync("/employees", Person("Пётр", Free));
        var byKey = await _operator.PutAsync("/employees/by-key/school-1c/1", Person("Павел", True));
        var batch = await _operator.PostAsync(
            "/employees:batch",
            new { allOrNothing = false, items = new[] { new { body = Person("Фома", True) } } }
        );

        foreach (var answer in new[] { taken, free, byKey })
        {
            answer.Status.ShouldBe(HttpStatusCode.Created, answer.Text);
            ((bool)answer["hasSnils"]!).ShouldBeFalse();
            ((string?)answer["warnings.0.code"]).ShouldBe("employee.protected-left-out");
        }

        ((int)batch["done"]!).ShouldBe(1);
        (await _registrar.PostAsync("/employees", Person("Пётр", True))).ErrorCode.ShouldBe("employee.snils-taken");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task That_a_number_was_found_taken_is_in_the_audit(bool inBatch)
    {
        var taken = inBatch
            ? await _registrar.PostAsync(
                "/employees:batch",
                new { items = new[] { new { body = Person("Пётр", True) } } }
            )
            : await _registrar.PostAsync("/employees", Person("Пётр", True));
        taken.Text.ShouldContain("employee.snils-taken");

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var audit = await _world.Api.GetAsync("/audit?kind=refused&useCase=RegisterEmployee");
            if (audit.Expect(HttpStatusCode.OK).Text.Contains("employee.snils-taken", StringComparison.Ordinal))
            {
                return;
            }

            await Task.Delay(50, limit.Token);
        }
    }

    [Fact]
    public async Task A_school_does_not_learn_a_birth_date_by_writing_it()
    {
        var path = "/employees/by-key/school-1c/7";
        (await _operator.PutAsync(path, Person("Яна", null, Born))).Expect(HttpStatusCode.Created);

        var right = await _operator.PutAsync(path, Person("Яна", null, Born));
        var wrong = await _operator.PutAsync(path, Person("Яна", null, "1980-03-01"));

        right.Status.ShouldBe(HttpStatusCode.OK, right.Text);
        wrong.Status.ShouldBe(HttpStatusCode.OK, wrong.Text);
        wrong.Text.ShouldBe(right.Text);
        foreach (var born in new[] { BornInFile, "01.03.1980" })
        {
            var list = Csv(Staff, $"Тестова;Анна;Петровна;{born};;school-1;Учитель;01.09.2010");
            var operation = await Imports.RunAsync(_operator, list, "dryRun");
            ((int?)operation["counts"]!["unchanged"]).ShouldBe(1, operation.ToJsonString());
        }
    }

    [Fact]
    public async Task A_school_does_not_find_a_birth_date_by_the_age_at_which_work_may_begin()
    {
        var card = await _operator.GetAsync($"/employees/{_anna}");

        var early = await _operator.PatchAsync(
            $"/employees/{_anna}",
            new { teachingSince = "1994-02-27" },
            ("If-Match", card.ETag)
        );

        early.Status.ShouldBe(HttpStatusCode.OK, early.Text);
    }

    private object Person(string firstName, string? snils, string? birthDate = null) =>
        new
        {
            lastName = "Новикова",
            firstName,
            snils,
            birthDate,
            employment = new
            {
                organisationId = _school,
                positionId = _teacher,
                from = "2020-09-01",
            },
        };

    private static string Csv(string header, params string[] rows) => string.Join("\r\n", rows.Prepend(header));

    private static string Row(
        string dataset,
        string firstName,
        string born,
        string snils = "",
        string organisation = "school-1"
    )
    {
        var name = firstName.Length == 0 ? ";;" : $"Тестова;{firstName};Петровна";
        var place = dataset == Training ? "school-1" : organisation;
        var rest = dataset == Training ? $"АППО;Оценка {born} {snils};ПК;36;26.02.2026" : "2026-2027;1;осень";
        return $"{name};{born};{snils};{place};{rest}";
    }

    /// <summary>All that a check says, without what is the operation's own.</summary>
    private static async Task<string> CheckAsync(ApiClient client, string dataset, string row)
    {
        var header = dataset == Training ? TrainingHeader : EnrolmentHeader;
        var operation = await Imports.RunAsync(client, Csv(header, row), "dryRun", dataset);
        var findings = await Imports.FindingsAsync(client, operation);
        string[] said = ["rows", "created", "changed", "unchanged", "refused", "problems"];
        var counts = said.Select(name => $"{name} {operation["counts"]![name]?.ToJsonString()}")
            .Prepend((string?)operation["state"]);
        var told = findings
            .Where(finding => (string?)finding["code"] != "employee.protected-left-out")
            .Select(finding => $"{finding["severity"]} {finding["column"]} {finding["code"]}");
        return string.Join('\n', counts.Concat(told));
    }

    private async Task<ApiClient> ClientAsync(object role)
    {
        var (_, key) = await _world.ProgramAsync(role);
        return _world.Service.Client(key, _world.Centre);
    }

    private async Task<Guid> PersonAsync(string firstName, string birthDate, string snils)
    {
        var employee = await _world.Api.PostAsync(
            "/employees",
            new
            {
                lastName = "Тестова",
                firstName,
                patronymic = "Петровна",
                birthDate,
                snils,
                employment = new
                {
                    organisationId = _school,
                    positionId = _teacher,
                    from = "2010-09-01",
                },
            }
        );
        return employee.Expect(HttpStatusCode.Created).Id;
    }
}
