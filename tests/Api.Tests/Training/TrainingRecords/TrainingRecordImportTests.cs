using MethodCenter.Api.Tests.Office.Imports;
using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Training.TrainingRecords;

/// <summary>Training by file.</summary>
public sealed class TrainingRecordImportTests
{
    private const string Dataset = "training-records";
    private const string Header =
        "Ключ работника;Фамилия;Имя;Отчество;Дата рождения;СНИЛС;Организация;Где обучался;Программа;Вид программы;Часы;Начало обучения;Окончание обучения;Вид документа;Номер документа;Дата документа;Темы;Состояние";

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task They_are_recorded_and_left_alone(DatabaseProvider provider)
    {
        await using var scenario = await ScenarioAsync(provider);
        var first = await scenario.ImportAsync(
            Dataset,
            Header,
            "00001;;;;;;school-1;АППО;Оценка;ПК;36;01.02.2026;26.02.2026;удостоверение;78-1;27.02.2026;\"Оценочные процедуры; Функциональная грамотность\";",
            $";;;;;{Imports.Snils(2)};Первая СОШ;РГПУ;Менеджмент;переподготовка;256;;30.06.2025;диплом;;;;",
            ";Ивановаг;Анна;Петровна;04.01.1970;;school-1;КРИПКиПРО;ФГОС;повышение квалификации;72;;26.06.2025;;;;;",
            "00004;;;;;;school-2;Школа;Наставник;Постоянно действующий семинар;8;;26.06.2025;сертификат;;;;"
        );
        first.ShouldBe(created: 4);
        first.Findings.ShouldBe(["5 - training-record.employed-elsewhere"]);
        ((string?)(await scenario.Api.GetAsync("/training-records?limit=1"))["items.0.origin"]).ShouldBe("imported");
        await scenario.ShouldComeBackAsync(Dataset, 4);
        await scenario.ShouldComeBackAsync(Dataset, 4, "personal=true&purpose=сверка");
    }

    [Fact]
    public async Task Provider_and_kind_make_another_training_and_hours_may_be_unknown()
    {
        await using var scenario = await ScenarioAsync();
        const string Kinds =
            "Ключ работника;Организация;Где обучался;Вид организации обучения;Программа;Вид программы;Часы;Начало обучения;Окончание обучения";
        var first = await scenario.ImportAsync(
            Dataset,
            Kinds,
            "00001;school-1;АППО;государственная;Оценка;ПК;;01.02.2026;26.02.2026",
            "00001;school-1;ООО «Курсы»;ООО;Оценка;ПК;36;01.02.2026;26.02.2026",
            "00001;school-1;АППО;государственная;Оценка;ПП;;01.02.2026;26.02.2026"
        );

        first.ShouldBe(created: 3);
        first.Findings.ShouldBe(["3 - training-record.provider-not-admitted"]);
        (await scenario.RowsAsync("training_records", "hours IS NULL")).ShouldBe(2);
        await scenario.ShouldComeBackAsync(Dataset, 3);
    }

    [Fact]
    public async Task What_is_recorded_does_not_change_and_what_is_annulled_stays_so()
    {
        await using var scenario = await ScenarioAsync();
        const string Row =
            "00001;;;;;;school-1;АППО;Оценка;ПК;36;01.02.2026;26.02.2026;удостоверение;78-1;27.02.2026;оценка;";
        (await scenario.ImportAsync(Dataset, Header, Row)).ShouldBe(created: 1);

        // An empty cell says nothing, and another spelling is the same.
        (
            await scenario.ImportAsync(
                Dataset,
                Header,
                "00001;;;;;;school-1;аппо;«оценка»;ПК;36;;26.02.2026;;;;;",
                "00001;;;;;;school-1;АППО;Оценка;ПК;36;;27.02.2026;;;;;"
            )
        ).ShouldBe(created: 1, unchanged: 1);
        var other = await scenario.ImportAsync(
            Dataset,
            Header,
            "00001;;;;;;school-2;АППО;Оценка;ПК;37;02.02.2026;26.02.2026;сертификат;78-2;28.02.2026;другое;"
        );
        other.ShouldBe(refused: 1);
        string[] columns =
        [
            "organisation",
            "hours",
            "startsOn",
            "documentKind",
            "documentNumber",
            "documentDate",
            "topics",
        ];
        other.Findings.ShouldBe(
            columns.Select(column => $"2 {column} training-record.recorded-otherwise"),
            ignoreOrder: true
        );

        var id = (string?)(await scenario.Api.GetAsync("/training-records?completedTo=2026-02-26"))["items.0.id"];
        (
            await scenario.Api.PostAsync(
                $"/training-records/{id}/annulment",
                new { reason = "введено по ошибке" },
                ("If-Match", "\"1\"")
            )
        ).Expect(HttpStatusCode.OK);
        await scenario.ShouldComeBackAsync(Dataset, 2);
        (await scenario.ImportAsync(Dataset, Header, Row)).ShouldBe(created: 1);
        await scenario.ShouldComeBackAsync(Dataset, 3);
    }

    [Fact]
    public async Task Each_refusal_stands_at_its_column()
    {
        await using var scenario = await ScenarioAsync();
        await scenario.ShouldRefuseAsync(
            Dataset,
            Header,
            ("99999;;;;;;school-1;АППО;Оценка;ПК;36;;26.02.2026;;;;;", "employeeKey employee.unknown"),
            (";Иванова;Анна;;;;school-1;АППО;Оценка;ПК;36;;26.02.2026;;;;;", "lastName employee.not-identified"),
            ("00001;;;;;;школа 77;АППО;Оценка;ПК;36;;26.02.2026;;;;;", "organisation import.unknown-reference"),
            ("00001;;;;;;school-1;;Оценка;ПК;36;;26.02.2026;;;;;", "provider import.required"),
            ("00001;;;;;;school-1;АППО;Оценка;вебинар;36;;26.02.2026;;;;;", "kind import.unknown-value"),
            ("00001;;;;;;school-1;АППО;Оценка;ПК;15;;25.02.2026;;;;;", "hours training-record.too-few-hours"),
            ("00001;;;;;;school-1;АППО;Оценка;ПК;0;;24.02.2026;;;;;", "hours validation.out-of-range"),
            (
                "00001;;;;;;school-1;АППО;Оценка;ПК;36;;23.11.2098;;;;;",
                "completedOn training-record.completed-in-future"
            ),
            (
                "00001;;;;;;school-1;АППО;Оценка;ПК;36;24.02.2026;23.02.2026;;;;;",
                "startsOn training-record.starts-after-completion"
            ),
            (
                "00001;;;;;;school-1;АППО;Оценка;ПК;36;;22.02.2026;диплом;;;;",
                "documentKind training-record.other-document"
            ),
            (
                "00001;;;;;;school-1;АППО;Оценка;ПК;36;;21.02.2026;;;20.02.2026;;",
                "documentDate training-record.document-before-completion"
            ),
            (
                "00001;;;;;;school-1;АППО;Оценка;ПК;36;;20.02.2026;;;;\"а;б;в;г;д;е\";",
                "topics validation.too-many-items"
            ),
            (
                "00001;;;;;;school-1;АППО;Оценка;ПК;36;;19.02.2026;;;;;аннулирована",
                "state training-record.annulment-not-by-file"
            )
        );
    }

    [Fact]
    public async Task Rows_that_say_nothing_new_cost_a_handful_of_queries_a_chunk()
    {
        await using var scenario = await ScenarioAsync();
        await scenario.ImportAsync("employees", Imports.StaffList(60, first: 10));
        string[] lines =
        [
            Header,
            .. Enumerable.Range(10, 60).Select(n => $"{n:D5};;;;;;school-1;АППО;Оценка;ПК;36;;26.02.2026;;;;;"),
        ];
        (await scenario.ImportAsync(Dataset, lines)).ShouldBe(created: 60);
        Outcome? again = null;
        (
            await scenario.CountAsync(
                "training_records",
                async () => again = await scenario.ImportAsync(Dataset, lines)
            )
        ).ShouldBe(1);
        again!.ShouldBe(unchanged: 60);
        (await scenario.CountAsync("employees", () => scenario.ImportAsync(Dataset, lines))).ShouldBe(1);
    }

    private static async Task<DatasetScenario> ScenarioAsync(DatabaseProvider provider = DatabaseProvider.Sqlite)
    {
        var scenario = await DatasetScenario.StartAsync(provider);
        await scenario.World.OrganisationAsync();
        await scenario.World.OrganisationAsync("school-2", "Вторая СОШ");
        (await scenario.ImportAsync("employees", Imports.StaffList(4))).ShouldBe(created: 4);
        return scenario;
    }
}
