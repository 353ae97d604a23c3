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
    }

    public override string Name => "programmes";

    public override string Title => "Программы";

    public override string ReadPermission => ProgrammePermissions.Read;

    public override string WritePermission => ProgrammePermissions.Write;

    public override IReadOnlyList<string> Notes =>
        [
            "Программу узнают по коду. Какой нет, ту регистрируют.",
            "Курсы, которые уже зарегистрированы, сохраняют название и часы, с которыми начались.",
        ];

    public override Type ListType => typeof(ListProgrammes);

    public override string? KeyOf(ProgrammeRow row) => row.Code;

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
            services.GetRequiredService<ProgrammeExporter>().Read((ListProgrammes)filter),
            options,
            writer,
            cancellationToken
        );
}
