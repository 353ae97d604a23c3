using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Tables;
using MethodCenter.Domain.Territory.Organisations;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Application.Territory.Organisations;

/// <summary>An organisation as a file shows it.</summary>
public sealed class OrganisationRow
{
    public string? Key { get; set; }

    public string? Code { get; set; }

    public string? ShortName { get; set; }

    public string? FullName { get; set; }

    public OrganisationKind? Kind { get; set; }

    public string? LegalForm { get; set; }

    public string? Number { get; set; }

    public bool? HasPreschoolGroups { get; set; }

    public bool? OutsideTerritory { get; set; }

    public OrganisationOwnership? Ownership { get; set; }

    public OrganisationSubordination? Subordination { get; set; }

    public string? Founder { get; set; }

    public IReadOnlyList<string>? Aliases { get; set; }

    public OrganisationStatus? Status { get; set; }

    public DateOnly? StatusSince { get; set; }
}

/// <summary>The organisations that a centre supports.</summary>
public sealed class OrganisationDataset : Dataset<OrganisationRow>
{
    public OrganisationDataset()
    {
        Text(row => row.Key, "Ключ")
            .Known("ID", "Ключ организации", "Код во внешней системе")
            .Explained("Ключ организации во внешней системе; её имя указывают в параметре source.", "oo-155");
        Text(row => row.Code, "Код")
            .Obligatory()
            .Known("Код организации", "Код ОО")
            .Explained("Код, который организации дал центр: буквы, цифры, дефис.", "spb-s155");
        Text(row => row.ShortName, "Краткое наименование")
            .Obligatory()
            .Known("Сокращённое наименование", "Наименование", "Название", "Организация", "Школа")
            .Explained("Как в списках. Прежнее остаётся известным.", "Гимназия № 155");
        Text(row => row.FullName, "Полное наименование")
            .Known("Полное название", "Наименование по уставу")
            .Explained("По уставу; пусто — как краткое.");
        Code(
                row => row.Kind,
                "Вид",
                ("СОШ", OrganisationKind.SecondarySchool),
                ("ООШ", OrganisationKind.BasicSchool),
                ("НОШ", OrganisationKind.PrimarySchool),
                ("ДОУ", OrganisationKind.Kindergarten),
                ("ДОО", OrganisationKind.Kindergarten),
                ("УДОД", OrganisationKind.AdditionalEducation),
                ("УДО", OrganisationKind.AdditionalEducation),
                ("ППМС", OrganisationKind.SupportCentre),
                ("ППМС-центр", OrganisationKind.SupportCentre),
                ("ДООПЦ", OrganisationKind.RecreationCentre),
                ("Лагерь", OrganisationKind.RecreationCentre)
            )
            .Obligatory()
            .Known("Вид организации", "Тип", "Тип организации", "Вид ОО")
            .Explained("Выберите из списка.");
        Text(row => row.LegalForm, "Правовая форма")
            .Known("ОПФ", "Организационно-правовая форма")
            .Explained("МБОУ, ГБДОУ и так далее.", "ГБОУ");
        Text(row => row.Number, "Номер").Known("№ школы", "Номер организации").Explained("Как её называют.", "155");
        Flag(row => row.HasPreschoolGroups, "Дошкольные группы")
            .Known("Есть дошкольные группы")
            .Explained("Есть ли при школе дошкольные группы: да или нет.");
        Flag(row => row.OutsideTerritory, "Вне территории")
            .Known("Другой район", "Не входит в сеть")
            .Explained("Другой район, колледж, частный сад: не входит в базы отчётов сети. Да или нет.");
        Code(
                row => row.Ownership,
                "Форма собственности",
                ("городская", OrganisationOwnership.Regional),
                ("областная", OrganisationOwnership.Regional),
                ("государственная", OrganisationOwnership.Regional),
                ("негосударственная", OrganisationOwnership.Private)
            )
            .Known("Собственность")
            .Explained("Муниципальная, региональная (городская, областная), федеральная, частная.");
        Code(
                row => row.Subordination,
                "Подчинение",
                ("муниципальное", OrganisationSubordination.District),
                ("городское", OrganisationSubordination.Regional),
                ("областное", OrganisationSubordination.Regional)
            )
            .Known("Подчинённость", "Ведомственная подчинённость", "Подведомственность")
            .Explained("Районное, региональное (городское, областное), федеральное; у частной — пусто.");
        Text(row => row.Founder, "Учредитель")
            .Known("Учредители")
            .Explained("Как в уставе.", "Администрация Центрального района");
        List(row => row.Aliases, "Другие названия")
            .Known("Псевдонимы", "Варианты написания", "Также известна как")
            .Explained(
                "Другие написания, через точку с запятой; вместе они заменяют прежние.",
                "Гимназия 155; 155 гимназия"
            );
        Code(row => row.Status, "Состояние").Known("Статус").Explained("Заполните, когда оно меняется.");
        Day(row => row.StatusSince, "В состоянии с")
            .Known("Дата изменения состояния", "Статус с", "Дата закрытия")
            .At("/since")
            .Explained("День, с которого состояние меняется.", "31.08.2026");
    }

    public override string Name => "organisations";

    public override string Title => "Организации";

    public override string ReadPermission => OrganisationPermissions.Read;

    public override string WritePermission => OrganisationPermissions.Write;

    public override IReadOnlyList<string> Notes =>
        [
            "Организацию узнают по ключу, а без него — по коду. Кого нет, ту регистрируют.",
            "Пустая ячейка оставляет то, что уже записано.",
            "Состояние меняется вместе с днём, с которого оно действует.",
        ];

    public override Type ListType => typeof(ListOrganisations);

    public override string? KeyOf(OrganisationRow row) =>
        row.Key is { } key ? $"key|{key}" : $"code|{row.Code?.ToUpperInvariant()}";

    internal override IRowImporter<OrganisationRow> Importer(IServiceProvider services) =>
        services.GetRequiredService<OrganisationImporter>();

    internal override Task WriteAsync(
        IServiceProvider services,
        ListQuery filter,
        ExportOptions options,
        ITableWriter writer,
        CancellationToken cancellationToken
    ) =>
        WriteRowsAsync(
            services.GetRequiredService<OrganisationExporter>().Read((ListOrganisations)filter, options.Source),
            options,
            writer,
            cancellationToken
        );
}
