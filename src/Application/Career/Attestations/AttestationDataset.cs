using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Tables;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Domain.Career.Attestations;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Application.Career.Attestations;

/// <summary>The decision of a commission as a file shows it.</summary>
public sealed class AttestationRow : PersonRow
{
    public string? Position { get; set; }

    public string? PositionCode { get; set; }

    public AttestationKind? Kind { get; set; }

    public DateOnly? AppliedOn { get; set; }

    public DateOnly? DecidedOn { get; set; }

    public AttestationOutcome? Outcome { get; set; }

    public string? ActNumber { get; set; }

    public DateOnly? ActDate { get; set; }

    public string? Source { get; set; }

    public AttestationState? State { get; set; }
}

/// <summary>Decisions of attestation commissions.</summary>
public sealed class AttestationDataset : PersonDataset<AttestationRow>
{
    public AttestationDataset()
    {
        Person(organisation =>
            organisation.Obligatory().Explained("Где человек работал в день решения.", "Гимназия № 155")
        );
        var position = Text(row => row.Position, "Должность")
            .Obligatory()
            .Known("Аттестуемая должность", "По должности")
            .At("/positionId")
            .Explained("Код или наименование из справочника должностей.", "Учитель");
        CodeOf(position, row => row.Position, row => row.PositionCode, "Код должности");
        Code(
                row => row.Kind,
                "Вид аттестации",
                ("СЗД", AttestationKind.Conformity),
                ("соответствие", AttestationKind.Conformity),
                ("первая категория", AttestationKind.First),
                ("первая квалификационная категория", AttestationKind.First),
                ("1 категория", AttestationKind.First),
                ("I", AttestationKind.First),
                ("1", AttestationKind.First),
                ("высшая категория", AttestationKind.Highest),
                ("высшая квалификационная категория", AttestationKind.Highest),
                ("ВКК", AttestationKind.Highest),
                ("методист", AttestationKind.Methodist),
                ("наставник", AttestationKind.Mentor)
            )
            .Obligatory()
            .Known("Категория", "Квалификационная категория", "Вид")
            .Explained("Выберите из списка.");
        Day(row => row.AppliedOn, "Дата заявления")
            .Known("Заявление от", "Подано")
            .Explained("Пусто, если она неизвестна; при аттестации на соответствие заявления нет.", "15.01.2026");
        Day(row => row.DecidedOn, "Дата решения")
            .Obligatory()
            .Known("Дата аттестации", "Решение от", "Присвоена", "Дата присвоения", "Дата протокола")
            .Explained("С этого дня решение действует.", "26.02.2026");
        Code(
                row => row.Outcome,
                "Решение",
                ("присвоена", AttestationOutcome.Granted),
                ("присвоить", AttestationOutcome.Granted),
                ("установлена", AttestationOutcome.Granted),
                ("установить", AttestationOutcome.Granted),
                ("соответствует", AttestationOutcome.Granted),
                ("отказ", AttestationOutcome.Refused),
                ("отказать", AttestationOutcome.Refused),
                ("не соответствует", AttestationOutcome.Refused)
            )
            .Obligatory()
            .Known("Результат", "Итог")
            .Explained("Выберите из списка.");
        Text(row => row.ActNumber, "Номер акта")
            .Known("Номер приказа", "Приказ", "№ приказа", "Распоряжение")
            .Explained("Акт, которым объявили решение.", "512-р");
        Day(row => row.ActDate, "Дата акта")
            .Known("Дата приказа", "Приказ от", "Дата распоряжения")
            .Explained("Не раньше решения.", "03.03.2026");
        Text(row => row.Source, "Источник сведений")
            .Known("Источник", "Основание")
            .Explained(
                "Откуда известно решение, если его прежние аттестации не внесены.",
                "Список действующих категорий на 01.09.2025"
            );
        Code(row => row.State, "Состояние")
            .Known("Статус")
            .Explained("Аннулированные видны в выгрузке; аннулируют отдельно, с причиной.");
    }

    public override string Name => "attestations";

    public override string Title => "Аттестации";

    public override string ReadPermission => AttestationPermissions.Read;

    public override string WritePermission => AttestationPermissions.Record;

    public override IReadOnlyList<string> Notes =>
        [
            "Одна строка — одно решение об одном человеке в одной должности. Записанное решение не меняется: ошибочное аннулируют и вносят заново.",
            "Человека узнают по ключу, по СНИЛС или по имени, дате рождения и организации вместе.",
            "Решение, прежние категории которого не внесены, принимают к сведению с предупреждением; назовите источник и акт.",
        ];

    public override Type ListType => typeof(ListAttestations);

    /// <remarks>What was entered by mistake may have been entered, and annulled, more than once.</remarks>
    public override string? KeyOf(AttestationRow row) =>
        row.State == AttestationState.Annulled
            ? null
            : $"{row.Identity}|{row.Kind}|{SearchText.Normalize(row.Position)}|{row.DecidedOn?.DayNumber}";

    internal override IRowImporter<AttestationRow> Importer(IServiceProvider services) =>
        services.GetRequiredService<AttestationImporter>();

    internal override Task WriteAsync(
        IServiceProvider services,
        ListQuery filter,
        ExportOptions options,
        ITableWriter writer,
        CancellationToken cancellationToken
    ) =>
        WriteRowsAsync(
            services.GetRequiredService<AttestationExporter>().Read((ListAttestations)filter, options.Source),
            options,
            writer,
            cancellationToken
        );
}
