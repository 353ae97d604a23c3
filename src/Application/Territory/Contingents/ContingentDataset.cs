using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Tables;
using MethodCenter.Application.Territory.Organisations;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Application.Territory.Contingents;

/// <summary>The pupils of a grade as a file shows them.</summary>
public sealed class ContingentRow
{
    public string? Organisation { get; set; }

    public string? OrganisationCode { get; set; }

    public AcademicYear? AcademicYear { get; set; }

    public int? Grade { get; set; }

    public int? Pupils { get; set; }

    public int? Classes { get; set; }

    public DateOnly? CountedOn { get; set; }
}

/// <summary>Pupils by organisation, grade and academic year.</summary>
public sealed class ContingentDataset : Dataset<ContingentRow>
{
    public ContingentDataset()
    {
        var organisation = Text(row => row.Organisation, "Организация")
            .Obligatory()
            .Known("Школа", "Образовательная организация", "ОО")
            .At("/organisationId")
            .Explained("Код, номер или название школы.", "Гимназия № 155");
        CodeOf(organisation, row => row.Organisation, row => row.OrganisationCode, "Код организации");
        Year(row => row.AcademicYear, "Учебный год")
            .Obligatory()
            .Known("Год")
            .Explained("Не позже следующего.", "2026-2027");
        Whole(row => row.Grade, "Класс")
            .Obligatory()
            .Known("Параллель", "Параллель классов", "Классы")
            .Explained("Номер параллели, от 1 до 12.", "5");
        Whole(row => row.Pupils, "Обучающихся")
            .Obligatory()
            .Known("Контингент", "Число обучающихся", "Количество обучающихся", "Учеников", "Учащихся")
            .Explained("Сколько обучающихся в параллели.", "78");
        Whole(row => row.Classes, "Классов-комплектов")
            .Known("Классов", "Число классов", "Количество классов")
            .Explained("Сколько классов в параллели; пусто — не известно.", "3");
        Day(row => row.CountedOn, "На дату")
            .Known("Дата", "По состоянию на")
            .Explained("День, на который сосчитаны.", "20.09.2026");
    }

    public override string Name => "contingents";

    public override string Title => "Контингент обучающихся";

    public override string ReadPermission => ContingentPermissions.Read;

    public override string WritePermission => ContingentPermissions.Write;

    public override IReadOnlyList<string> Notes =>
        [
            "Одна строка — одна параллель школы в учебном году. Известную параллель строка исправляет.",
            "Пустая ячейка оставляет то, что уже записано.",
            "Итоги по школам, параллелям и всей сети считает отчёт «Контингент обучающихся».",
        ];

    public override Type ListType => typeof(ListContingents);

    public override string? KeyOf(ContingentRow row) =>
        $"{SearchText.Normalize(row.Organisation)}|{row.AcademicYear}|{row.Grade}";

    internal override IRowImporter<ContingentRow> Importer(IServiceProvider services) =>
        services.GetRequiredService<ContingentImporter>();

    internal override Task WriteAsync(
        IServiceProvider services,
        ListQuery filter,
        ExportOptions options,
        ITableWriter writer,
        CancellationToken cancellationToken
    ) =>
        WriteRowsAsync(
            services.GetRequiredService<ContingentExporter>().Read((ListContingents)filter),
            options,
            writer,
            cancellationToken
        );
}

/// <summary>Its rows, by the filters of the list.</summary>
internal sealed class ContingentExporter(ITerritoryStore store) : IRowReader
{
    public IAsyncEnumerable<ContingentRow> Read(ListContingents filter)
    {
        var rows =
            from contingent in ListContingentsHandler.Filter(store.Contingents.AsNoTracking(), filter)
            join organisation in store.Organisations on contingent.OrganisationId equals organisation.Id
            orderby contingent.AcademicYear, organisation.NameKey, organisation.Id, contingent.Grade
            select new ContingentRow
            {
                Organisation = organisation.ShortName,
                OrganisationCode = organisation.Code,
                AcademicYear = contingent.AcademicYear,
                Grade = contingent.Grade,
                Pupils = contingent.Pupils,
                Classes = contingent.Classes,
                CountedOn = contingent.CountedOn,
            };
        return rows.AsAsyncEnumerable();
    }
}
