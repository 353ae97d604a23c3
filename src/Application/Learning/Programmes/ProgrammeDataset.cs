using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Tables;
using MethodCenter.Domain.Learning.Programmes;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Application.Learning.Programmes;

/// <summary>A programme as a file shows it.</summary>
public sealed class ProgrammeRow
{
    public string? Code { get; set; }

    public string? Title { get; set; }

    public ProgrammeKind? Kind { get; set; }

    public int? Hours { get; set; }

    public ProgrammeLine? Line { get; set; }

    public StudyForm? Form { get; set; }

    public DateOnly? ApprovedOn { get; set; }

    public ProgrammeStatus? Status { get; set; }

    public IReadOnlyList<string>? Modules { get; set; }

    public IReadOnlyList<string>? Audience { get; set; }

    public string? AudienceText { get; set; }

    public string? Provider { get; set; }

    public IReadOnlyList<string>? Topics { get; set; }

    public string? Licence { get; set; }

    public DateOnly? LicenceIssuedOn { get; set; }
}

/// <summary>The catalogue of programmes.</summary>
public sealed class ProgrammeDataset : Dataset<ProgrammeRow>
{
    public ProgrammeDataset()
    {
        Text(row => row.Code, "Код")
            .Obligatory()
            .Known("Код программы", "Шифр")
            .Explained("Код программы в центре; он не меняется.", "dpp-01");
        Text(row => row.Title, "Название")
            .Obligatory()
            .Known("Программа", "Название программы", "Наименование", "Тема")
            .Explained("Полностью.", "Смешанное обучение в основной школе");
        Code(
                row => row.Kind,
                "Вид",
                ("ПК", ProgrammeKind.ProfessionalDevelopment),
                ("КПК", ProgrammeKind.ProfessionalDevelopment),
                ("ПП", ProgrammeKind.Retraining),
                ("Переподготовка", ProgrammeKind.Retraining),
                ("Общеразвивающая", ProgrammeKind.GeneralDevelopment),
                ("ПДС", ProgrammeKind.PermanentSeminar),
                ("Семинар", ProgrammeKind.PermanentSeminar)
            )
            .Obligatory()
            .Known("Вид программы", "Тип программы")
            .Explained("От вида зависит документ слушателя; он не меняется.");
        Whole(row => row.Hours, "Часы")
            .Obligatory()
            .Known("Объём", "Количество часов", "Объём, ч", "Часов")
            .Explained("Академические часы.", "36");
        Code(row => row.Line, "Линия", ("ИКТ-компетентность", ProgrammeLine.Ict))
            .Obligatory()
            .Known("Линия программ", "Направление")
            .Explained("Выберите из списка.");
        Code(
                row => row.Form,
                "Форма обучения",
                ("очно", StudyForm.FullTime),
                ("очно-заочно", StudyForm.PartTime),
                ("заочно", StudyForm.Extramural),
                ("дистанционно", StudyForm.Distance),
                ("ДОТ", StudyForm.Distance)
            )
            .Obligatory()
            .Known("Форма")
            .Explained("Выберите из списка.");
        Day(row => row.ApprovedOn, "Утверждена")
            .Obligatory()
            .Known("Дата утверждения", "Утверждена с")
            .Explained("День утверждения: по нему действует норма часов.", "03.06.2026");
        Code(row => row.Status, "Состояние", ("снята", ProgrammeStatus.Retired), ("архив", ProgrammeStatus.Retired))
            .Known("Статус")
            .Explained("Снятая с реализации не возвращается: новых курсов по ней не будет.");
        List(row => row.Modules, "Модули")
            .Known("Разделы", "Учебный план")
            .Explained(
                "По порядку, с часами в скобках, через точку с запятой; часы вместе равны часам программы.",
                "Нормативная база (12 ч); Практика (24 ч)"
            );
        List(row => row.Audience, "Аудитория")
            .Known("Целевая аудитория", "Категория слушателей")
            .Explained(
                "Разделы должностей и должности из справочника, через точку с запятой: заявка на других отклоняется.",
                "Педагогические работники; methodist"
            );
        Text(row => row.AudienceText, "Аудитория словами")
            .At("/audience/text")
            .Explained("Для людей: служба по ней не судит.", "учителя, работающие в 5–9 классах");
        List(row => row.Topics, "Темы")
            .Known("Направления", "Тематика")
            .Explained("Не больше пяти, через точку с запятой.", "функциональная грамотность; оценочные процедуры");
        Text(row => row.Provider, "Провайдер")
            .Known("Организация-провайдер", "Кто учит")
            .Explained("Кто учит, если не сам центр.", "АППО");
        Text(row => row.Licence, "Лицензия")
            .Known("Номер лицензии")
            .Explained("Номер лицензии провайдера.", "Л035-01271-78/00123456");
        Day(row => row.LicenceIssuedOn, "Лицензия от")
            .Known("Дата лицензии")
            .At("/licence/issuedOn")
            .Explained("День выдачи лицензии; нужен вместе с её номером.", "01.09.2021");
    }

    public override string Name => "programmes";

    public override string Title => "Программы";

    public override string ReadPermission => ProgrammePermissions.Read;

    public override string WritePermission => ProgrammePermissions.Write;

    public override IReadOnlyList<string> Notes =>
        [
            "Программу узнают по коду. Какой нет, ту регистрируют.",
            "Курсы, которые уже зарегистрированы, сохраняют название и часы, с которыми начались.",
            "Пустые модули, аудитория, провайдер и лицензия остаются такими, какие есть; убирают их запросом.",
        ];

    public override Type ListType => typeof(ListProgrammes);

    public override string? KeyOf(ProgrammeRow row) => row.Code?.ToUpperInvariant();

    internal override IRowImporter<ProgrammeRow> Importer(IServiceProvider services) =>
        services.GetRequiredService<ProgrammeImporter>();

    internal override Task WriteAsync(
        IServiceProvider services,
        ListQuery filter,
        ExportOptions options,
        ITableWriter writer,
        CancellationToken cancellationToken
    ) =>
        WriteRowsAsync(
            services.GetRequiredService<ProgrammeExporter>().Read((ListProgrammes)filter, cancellationToken),
            options,
            writer,
            cancellationToken
        );
}
