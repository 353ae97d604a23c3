using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Tables;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Domain.Improvement.SupportProgrammes;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Application.Improvement.SupportProgrammes;

/// <summary>One factor of the risk profile of one school in one year.</summary>
public sealed class ParticipationRow
{
    public string? Programme { get; set; }

    public string? ProgrammeCode { get; set; }

    public int? Year { get; set; }

    public string? Organisation { get; set; }

    public string? OrganisationCode { get; set; }

    public DateOnly? On { get; set; }

    public string? CoordinatorKey { get; set; }

    public string? Coordinator { get; set; }

    public string? CoordinatorSnils { get; set; }

    public string? CuratorKey { get; set; }

    public string? Curator { get; set; }

    public string? CuratorSnils { get; set; }

    public string? Factor { get; set; }

    public RiskLevel? Level { get; set; }

    public string? ProfileSource { get; set; }

    public DateOnly? ProfileDate { get; set; }

    /// <summary>The school in its year, as far as a row alone can tell.</summary>
    internal string Group =>
        $"{SearchText.Normalize(Programme)}|{Year}|{Territory.Organisations.OrganisationDirectory.Simplify(Organisation ?? "")}";
}

/// <summary>Which participations are exported; the list itself is of one programme.</summary>
public sealed record ParticipationFilter : ListQuery
{
    /// <summary>Schools of one programme.</summary>
    public Guid? SupportProgrammeId { get; init; }

    /// <summary>Year of the cycle.</summary>
    public int? Year { get; init; }

    public ParticipationState? State { get; init; }

    /// <summary>Cycles of one school.</summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>Schools of one curator.</summary>
    public Guid? CuratorId { get; init; }
}

/// <summary>Schools of support programmes with their risk profiles.</summary>
/// <remarks>
/// One row for each factor, as profiles are published, and not one column for each: the list of factors is the centre's
/// own and changes from edition to edition, tables in use split and repeat its numbers (RISK-4), and a wrong name in a row
/// is refused at that row, where a wrong header would take away a whole column. A row without a factor takes a school in
/// and leaves its profile for later.
/// </remarks>
public sealed class ParticipationDataset : Dataset<ParticipationRow>
{
    public ParticipationDataset()
    {
        var programme = Text(row => row.Programme, "Программа поддержки")
            .Obligatory()
            .Known("Проект", "Программа")
            .At("/supportProgrammeId")
            .Explained("Код или название.", "500");
        CodeOf(programme, row => row.Programme, row => row.ProgrammeCode, "Код программы");
        Whole(row => row.Year, "Год")
            .Obligatory()
            .Known("Год цикла", "Цикл")
            .Explained("Год, по которому называют цикл.", "2026");
        var organisation = Text(row => row.Organisation, "Школа")
            .Obligatory()
            .Known("Организация", "ОО", "Образовательная организация")
            .At("/organisationId")
            .Explained("Код, номер или наименование. Строки одной школы ставьте подряд.", "Берёзовская СОШ");
        CodeOf(organisation, row => row.Organisation, row => row.OrganisationCode, "Код организации");
        Day(row => row.On, "Включена")
            .Known("Дата включения", "Назначена с")
            .Explained("День включения школы и назначения людей; пусто — сегодня.", "10.01.2026");
        Supporter(
            Text(row => row.CoordinatorKey, "Ключ координатора"),
            Text(row => row.Coordinator, "Координатор").At("/coordinatorId").Known("Муниципальный координатор"),
            Text(row => row.CoordinatorSnils, "СНИЛС координатора")
        );
        Supporter(
            Text(row => row.CuratorKey, "Ключ куратора"),
            Text(row => row.Curator, "Куратор").At("/curatorId").Known("Куратор школы"),
            Text(row => row.CuratorSnils, "СНИЛС куратора")
        );
        Text(row => row.Factor, "Фактор риска")
            .Known("Фактор", "Риск", "Наименование фактора")
            .Explained("Название из перечня цикла, а без него номер.", "Дефицит педагогических кадров");
        Code(
                row => row.Level,
                "Уровень",
                ("В", RiskLevel.High),
                ("С", RiskLevel.Medium),
                ("Н", RiskLevel.Low),
                ("высокая", RiskLevel.High),
                ("средняя", RiskLevel.Medium),
                ("низкая", RiskLevel.Low)
            )
            .Known("Уровень риска", "Значимость", "Значимость фактора")
            .Explained("Выберите из списка.");
        Text(row => row.ProfileSource, "Источник профиля")
            .Known("Источник")
            .At("/source")
            .Explained("Откуда рисковый профиль; достаточно в первой строке школы.", "Рисковый профиль школы, ФИОКО");
        Day(row => row.ProfileDate, "Дата профиля")
            .Known("Профиль от")
            .At("/date")
            .Explained("Достаточно в первой строке школы.", "15.02.2026");
    }

    public override string Name => "participations";

    public override string Title => "Школы программ поддержки и рисковые профили";

    public override string ReadPermission => ParticipationPermissions.Read;

    public override string WritePermission => ParticipationPermissions.Profile;

    public override string PersonalPermission => EmployeePermissions.ReadPersonalData;

    public override IReadOnlyList<string> Notes =>
        [
            "Одна строка — один фактор риска одной школы. Строки школы стоят подряд и принимаются вместе: профиль нужен по всем факторам перечня.",
            "Строка без фактора только включает школу в цикл.",
            "Координатора и куратора узнают по ключу или СНИЛС: по одному имени людей не путают. Имя стоит для чтения и сверки. Меняют их отдельно, с указанием дня.",
            "Что одинаково у всех строк школы, достаточно написать в первой из них.",
        ];

    public override Type ListType => typeof(ParticipationFilter);

    public override string? KeyOf(ParticipationRow row) => $"{row.Group}|{SearchText.Normalize(row.Factor)}";

    public override string? GroupOf(ParticipationRow row) => row.Group;

    internal override IRowImporter<ParticipationRow> Importer(IServiceProvider services) =>
        services.GetRequiredService<ParticipationImporter>();

    internal override Task WriteAsync(
        IServiceProvider services,
        ListQuery filter,
        ExportOptions options,
        ITableWriter writer,
        CancellationToken cancellationToken
    ) =>
        WriteRowsAsync(
            services.GetRequiredService<ParticipationExporter>().Read((ParticipationFilter)filter, options.Source),
            options,
            writer,
            cancellationToken
        );

    private static void Supporter(
        Column<ParticipationRow> key,
        Column<ParticipationRow> name,
        Column<ParticipationRow> snils
    )
    {
        key.Explained("Ключ работника во внешней системе; её имя указывают в параметре source.");
        name.Explained("Фамилия Имя Отчество, для сверки.", "Иванова Мария Петровна");
        snils.Protected().Explained("11 цифр, с разделителями или без.", "112-233-445 95");
    }
}
