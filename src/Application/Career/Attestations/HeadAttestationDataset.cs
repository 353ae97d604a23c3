using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Tables;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Domain.Career.Attestations;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Application.Career.Attestations;

/// <summary>The decision of the founder's commission as a file shows it.</summary>
public sealed class HeadAttestationRow : PersonRow
{
    public string? Position { get; set; }

    public string? PositionCode { get; set; }

    public string? Commission { get; set; }

    public DateOnly? DecidedOn { get; set; }

    public AttestationOutcome? Outcome { get; set; }

    public string? ActNumber { get; set; }

    public DateOnly? ActDate { get; set; }

    public string? Source { get; set; }

    public AttestationState? State { get; set; }
}

/// <summary>Decisions of founders' commissions about heads.</summary>
public sealed class HeadAttestationDataset : PersonDataset<HeadAttestationRow>
{
    public HeadAttestationDataset()
    {
        Person(organisation =>
            organisation.Obligatory().Explained("Которой человек руководит или будет руководить.", "Гимназия № 155")
        );
        var position = Text(row => row.Position, "Должность")
            .Obligatory()
            .Known("Аттестуемая должность", "По должности")
            .At("/positionId")
            .Explained("Код или наименование руководящей должности из справочника.", "Директор");
        CodeOf(position, row => row.Position, row => row.PositionCode, "Код должности");
        Text(row => row.Commission, "Комиссия")
            .Obligatory()
            .Known("Аттестационная комиссия", "Комиссия учредителя", "Кем аттестован")
            .Explained("Комиссия учредителя, как она названа в акте.", "Аттестационная комиссия администрации района");
        Day(row => row.DecidedOn, "Дата решения")
            .Obligatory()
            .Known("Дата аттестации", "Решение от", "Дата протокола")
            .Explained("День решения комиссии.", "26.02.2026");
        Code(
                row => row.Outcome,
                "Решение",
                ("соответствует", AttestationOutcome.Granted),
                ("аттестован", AttestationOutcome.Granted),
                ("не соответствует", AttestationOutcome.Refused),
                ("не аттестован", AttestationOutcome.Refused)
            )
            .Obligatory()
            .Known("Результат", "Итог")
            .Explained("Выберите из списка.");
        Text(row => row.ActNumber, "Номер акта")
            .Known("Номер приказа", "Приказ", "№ приказа", "Распоряжение")
            .Explained("Акт учредителя.", "512-р");
        Day(row => row.ActDate, "Дата акта")
            .Known("Дата приказа", "Приказ от", "Дата распоряжения")
            .Explained("Не раньше решения.", "03.03.2026");
        Text(row => row.Source, "Источник сведений")
            .Known("Источник", "Основание")
            .Explained("Откуда известно решение.", "Личное дело");
        Code(row => row.State, "Состояние")
            .Known("Статус")
            .Explained("Аннулированные видны в выгрузке; аннулируют отдельно, с причиной.");
    }

    public override string Name => "head-attestations";

    public override string Title => "Аттестации руководителей";

    public override string ReadPermission => AttestationPermissions.Read;

    public override string WritePermission => AttestationPermissions.Record;

    public override IReadOnlyList<string> Notes =>
        [
            "Одна строка — одно решение комиссии учредителя об одном руководителе или кандидате. Записанное решение не меняется: ошибочное аннулируют и вносят заново.",
            "Педагогов вносят в таблицу «Аттестации»: руководителей и педагогов не смешивают.",
            "Человека узнают по ключу, по СНИЛС или по имени и дате рождения; среди полных тёзок — того, кто работает в названной организации.",
        ];

    public override Type ListType => typeof(ListHeadAttestations);

    /// <remarks>What was entered by mistake may have been entered, and annulled, more than once.</remarks>
    public override string? KeyOf(HeadAttestationRow row) =>
        row.State == AttestationState.Annulled
            ? null
            : $"{row.Identity}|{SearchText.Normalize(row.Organisation)}|{SearchText.Normalize(row.Position)}|{row.DecidedOn?.DayNumber}";

    internal override IRowImporter<HeadAttestationRow> Importer(IServiceProvider services) =>
        services.GetRequiredService<HeadAttestationImporter>();

    internal override Task WriteAsync(
        IServiceProvider services,
        ListQuery filter,
        ExportOptions options,
        ITableWriter writer,
        CancellationToken cancellationToken
    ) =>
        WriteRowsAsync(
            services.GetRequiredService<HeadAttestationExporter>().Read((ListHeadAttestations)filter, options.Source),
            options,
            writer,
            cancellationToken
        );
}
