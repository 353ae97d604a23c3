using MethodCenter.Api.Tests.Office.Imports;
using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Career.Attestations;

/// <summary>Decisions about heads by file.</summary>
public sealed class HeadAttestationImportTests
{
    private const string Dataset = "head-attestations";
    private const string Header =
        "Ключ работника;Фамилия;Имя;Отчество;Дата рождения;СНИЛС;Организация;Должность;Комиссия;Дата решения;Решение;Номер приказа;Дата приказа;Источник;Состояние";

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task They_are_recorded_and_left_alone(DatabaseProvider provider)
    {
        await using var scenario = await ScenarioAsync(provider);

        var first = await scenario.ImportAsync(
            Dataset,
            Header,
            "00001;;;;;;school-1;Директор;Комиссия района;26.02.2024;соответствует;17-р;03.03.2024;Личное дело;",
            $";;;;;{Imports.Snils(2)};school-1;Директор;Комиссия района;26.02.2025;не аттестован;;;;"
        );

        first.ShouldBe(created: 2);
        first.Findings.ShouldBe(["3 - head-attestation.candidate"]);
        await scenario.ShouldComeBackAsync(Dataset, 2);
        var other = await scenario.ImportAsync(
            Dataset,
            Header,
            "00001;;;;;;school-1;Директор;Комиссия города;26.02.2024;не аттестован;18-р;04.03.2024;Приказ;"
        );
        other.ShouldBe(refused: 1);
        other.Findings.ShouldBe(
            new[] { "commission", "outcome", "actNumber", "actDate", "source" }.Select(column =>
                $"2 {column} head-attestation.recorded-otherwise"
            ),
            ignoreOrder: true
        );
        (await scenario.RowsAsync("attestations")).ShouldBe(0);
    }

    /// <summary>Appointed is who has been attested (ATT-25): the organisation of the row is not yet his.</summary>
    [Fact]
    public async Task A_candidate_from_another_school_is_found_by_name_and_birth_date()
    {
        await using var scenario = await ScenarioAsync(DatabaseProvider.Sqlite);
        await scenario.World.OrganisationAsync("school-2", "Вторая СОШ");

        var named = await scenario.ImportAsync(
            Dataset,
            Header,
            ";Ивановаб;Анна;Петровна;02.01.1970;;school-2;Директор;Комиссия района;26.02.2024;соответствует;;;;",
            ";Ивановаб;Анна;Петровна;03.01.1970;;school-2;Директор;Комиссия района;27.02.2024;соответствует;;;;"
        );

        named.ShouldBe(created: 1, refused: 1);
        named.Findings.ShouldBe(["2 - head-attestation.candidate", "3 lastName employee.unknown"]);
    }

    [Fact]
    public async Task Each_refusal_stands_at_its_column()
    {
        await using var scenario = await ScenarioAsync(DatabaseProvider.Sqlite);

        await scenario.ShouldRefuseAsync(
            Dataset,
            Header,
            ("99999;;;;;;school-1;Директор;К;26.02.2023;аттестован;;;;", "employeeKey employee.unknown"),
            ("00001;;;;;;школа 77;Директор;К;26.02.2023;аттестован;;;;", "organisation import.unknown-reference"),
            ("00001;;;;;;school-1;Фея;К;26.02.2023;аттестован;;;;", "position import.unknown-reference"),
            (
                "00001;;;;;;school-1;Учитель;К;26.02.2023;аттестован;;;;",
                "position head-attestation.position-not-managing"
            ),
            (
                $"00001;;;;;;school-1;Директор;{new string('К', 201)};26.02.2023;аттестован;;;;",
                "commission validation.too-long"
            ),
            ("00001;;;;;;school-1;Директор;К;23.11.2099;аттестован;;;;", "decidedOn attestation.decided-in-future"),
            (
                "00001;;;;;;school-1;Директор;К;26.02.2021;аттестован;5;25.02.2021;;",
                "actDate attestation.act-before-decision"
            ),
            (
                "00001;;;;;;school-1;Директор;К;26.02.2023;аттестован;;;;аннулирована",
                "state attestation.annulment-not-by-file"
            )
        );
    }

    private static async Task<DatasetScenario> ScenarioAsync(DatabaseProvider provider)
    {
        var scenario = await DatasetScenario.StartAsync(provider);
        await scenario.World.OrganisationAsync();
        (
            await scenario.ImportAsync(
                "employees",
                Imports.Header,
                Imports.Row(1).Replace(";Учитель;", ";Директор;", StringComparison.Ordinal),
                Imports.Row(2)
            )
        ).ShouldBe(created: 2);
        return scenario;
    }
}
