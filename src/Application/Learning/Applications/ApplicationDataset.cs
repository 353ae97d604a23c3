using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Tables;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Domain.Learning.Applications;
using MethodCenter.Domain.Learning.Courses;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Application.Learning.Applications;

/// <summary>An application as a file shows it.</summary>
public sealed class ApplicationRow : CoursePersonRow
{
    public string? Campaign { get; set; }

    public string? Programme { get; set; }

    public string? ProgrammeCode { get; set; }

    public HalfYear? HalfYear { get; set; }

    public DateOnly? On { get; set; }

    public ApplicationState? State { get; set; }
}

/// <summary>Applications of organisations for the training of their employees.</summary>
public sealed class ApplicationDataset : CoursePersonDataset<ApplicationRow>
{
    public ApplicationDataset()
    {
        Text(row => row.Campaign, "Кампания")
            .Obligatory()
            .Known("Кампания приёма заявок", "Приём заявок")
            .At("/campaignId")
            .Explained("Название кампании.", "Курсы центра, осень 2026");
        var programme = Text(row => row.Programme, "Программа")
            .Known("Название программы")
            .At("/programmeId")
            .Explained("Код или название; можно не писать, если назван курс.", "dpp-01");
        CodeOf(programme, row => row.Programme, row => row.ProgrammeCode, "Код программы");
        Course();
        Person(organisation =>
            organisation.Explained("Место работы; нужно, когда человека узнают по имени.", "Гимназия № 155")
        );
        Code(
                row => row.HalfYear,
                "Полугодие",
                ("1", Domain.Learning.Courses.HalfYear.Autumn),
                ("2", Domain.Learning.Courses.HalfYear.Spring),
                ("1 полугодие", Domain.Learning.Courses.HalfYear.Autumn),
                ("2 полугодие", Domain.Learning.Courses.HalfYear.Spring)
            )
            .Known("Сезон")
            .Explained("Нужно, если курс идёт и осенью, и весной.");
        Day(row => row.On, "Дата заявки")
            .Known("Подана", "Дата подачи", "Дата")
            .Explained("Не позже сегодняшнего дня; пусто — сегодня. Прошлый день вносит только центр.", "15.09.2026");
        Code(row => row.State, "Состояние")
            .Known("Статус", "Решение")
            .Explained("Даёт служба: по очереди, местам и квотам. Отклоняют и отзывают отдельно.");
    }

    public override string Name => "applications";

    public override string Title => "Заявки на обучение";

    public override string ReadPermission => ApplicationPermissions.Read;

    public override string WritePermission => ApplicationPermissions.Submit;

    public override IReadOnlyList<string> Notes =>
        [
            "Одна строка — одна заявка на одного работника. Что уже подано, второй раз не подаётся.",
            "Курс узнают по ключу или по учебному году и номеру; программу — по коду или названию.",
            "Человека узнают по ключу, по СНИЛС или по имени, дате рождения и организации вместе.",
            "Очередь заявок — порядок строк; кому не хватило места или квоты, тот в листе ожидания.",
        ];

    public override Type ListType => typeof(ListApplications);

    public override string? KeyOf(ApplicationRow row) =>
        // A refused one may have been made anew: of such there may be several.
        row.State
            is ApplicationState.Refused
                or ApplicationState.Withdrawn
            ? null
            : string.Join(
                '|',
                SearchText.Normalize(row.Campaign),
                row.Programme is { } programme ? SearchText.Normalize(programme) : row.CourseIdentity,
                row.Identity
            );

    internal override IRowImporter<ApplicationRow> Importer(IServiceProvider services) =>
        services.GetRequiredService<ApplicationImporter>();

    internal override Task WriteAsync(
        IServiceProvider services,
        ListQuery filter,
        ExportOptions options,
        ITableWriter writer,
        CancellationToken cancellationToken
    ) =>
        WriteRowsAsync(
            services.GetRequiredService<ApplicationExporter>().Read((ListApplications)filter, options.Source),
            options,
            writer,
            cancellationToken
        );
}
