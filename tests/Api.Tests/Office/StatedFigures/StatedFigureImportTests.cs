using MethodCenter.Api.Tests.Office.Imports;
using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Office.StatedFigures;

/// <summary>Published figures by file.</summary>
public sealed class StatedFigureImportTests
{
    private const string Dataset = "stated-figures";
    private const string Header = "Источник;Страница;Отчёт;Период;Клетка;Значение";

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task They_are_recorded_corrected_and_left_alone(DatabaseProvider provider)
    {
        await using var scenario = await DatasetScenario.StartAsync(provider);
        (
            await scenario.ImportAsync(
                Dataset,
                Header,
                "Доклад;с. 14;courses;2019-2020;total;760",
                "Доклад;с. 15;Аттестация;2019-2020;category:first;352",
                "Доклад;;applications;2020-01-01/2020-12-31;total#satisfiedPercent;62,5"
            )
        ).ShouldBe(created: 3);
        await scenario.ShouldComeBackAsync(Dataset, 3);

        (
            await scenario.ImportAsync(
                Dataset,
                Header,
                "Доклад;с. 14;courses;2019-09-01/2020-08-31;total#value;761",
                "Доклад;;attestations;2019-2020;category:first;352",
                "Доклад;;applications;2020;total#satisfiedPercent;62,5"
            )
        ).ShouldBe(changed: 1, unchanged: 2);
        (await scenario.RowsAsync("stated_figures", "CAST(value AS INTEGER) = 761 OR page = 'с. 15'")).ShouldBe(2);
    }

    [Fact]
    public async Task Each_refusal_stands_at_its_column()
    {
        await using var scenario = await DatasetScenario.StartAsync(DatabaseProvider.Sqlite);

        await scenario.ShouldRefuseAsync(
            Dataset,
            Header,
            ("Доклад;;отчёт;2019-2020;total;1", "report stated-figure.unknown-report"),
            ("Доклад;;courses;2019;total;1", "period stated-figure.wrong-period"),
            ("Доклад;;courses;2019-2020;итого;1", "cellKey stated-figure.unknown-cell")
        );
    }
}
