using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Tables;
using MethodCenter.Domain.Office.StatedFigures;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Application.Office.StatedFigures;

/// <summary>A published figure as a file shows it.</summary>
public sealed class StatedFigureRow
{
    public string? Source { get; set; }

    public string? Page { get; set; }

    public string? Report { get; set; }

    public string? Period { get; set; }

    public string? CellKey { get; set; }

    public string? CellName { get; set; }

    public decimal? Value { get; set; }
}

/// <summary>Figures that the centre has published.</summary>
public sealed class StatedFigureDataset : Dataset<StatedFigureRow>
{
    public StatedFigureDataset()
    {
        Text(row => row.Source, "Источник")
            .Obligatory()
            .AtMost(StatedFigure.SourceMaxLength)
            .Known("Документ", "Отчёт, таблица")
            .Explained("Где напечатано: документ, таблица, строка.", "Публичный доклад за 2019-2020, таблица 2");
        Text(row => row.Page, "Страница").Known("Стр.", "С.").Explained("Страница, таблица на ней.", "с. 14");
        Text(row => row.Report, "Отчёт службы")
            .Obligatory()
            .Known("Отчёт", "Код отчёта")
            .Explained("Код или название отчёта; все они — в перечне отчётов.", "courses");
        Text(row => row.Period, "Период")
            .Obligatory()
            .Known("Учебный год", "Год")
            .Explained("Как считает отчёт: учебный год, год, день или дни через косую черту.", "2019-2020");
        Text(row => row.CellKey, "Клетка")
            .Obligatory()
            .AtMost(StatedFigure.CellKeyMaxLength)
            .Known("Ключ", "Показатель")
            .Explained("Ключ строки из отчёта, а после знака # — что в ней посчитано, если не первое.", "total");
        Text(row => row.CellName, "Что посчитано")
            .AtMost(StatedFigure.CellKeyMaxLength)
            .Known("Название показателя")
            .Explained("Пишет служба; при загрузке не читается.");
        Number(row => row.Value, "Значение")
            .Obligatory()
            .Known("Опубликовано", "Число")
            .Explained("Как напечатано, не больше двух знаков после запятой.", "760");
    }

    public override string Name => "stated-figures";

    public override string Title => "Опубликованные показатели";

    public override string ReadPermission => StatedFigurePermissions.Read;

    public override string WritePermission => StatedFigurePermissions.Write;

    public override IReadOnlyList<string> Notes =>
        [
            "Одна строка — один показатель одной клетки отчёта за один период.",
            "Показатель узнают по отчёту, периоду и клетке. Какой уже записан, у того исправляют значение, источник и страницу.",
            "Ключи клеток стоят в самих отчётах (key) и в перечне отчётов.",
        ];

    public override Type ListType => typeof(ListStatedFigures);

    public override string? KeyOf(StatedFigureRow row) => $"{row.Report}\n{row.Period}\n{row.CellKey}";

    internal override IRowImporter<StatedFigureRow> Importer(IServiceProvider services) =>
        services.GetRequiredService<StatedFigureImporter>();

    internal override Task WriteAsync(
        IServiceProvider services,
        ListQuery filter,
        ExportOptions options,
        ITableWriter writer,
        CancellationToken cancellationToken
    ) =>
        WriteRowsAsync(
            services.GetRequiredService<StatedFigureExporter>().Read((ListStatedFigures)filter, cancellationToken),
            options,
            writer,
            cancellationToken
        );
}
