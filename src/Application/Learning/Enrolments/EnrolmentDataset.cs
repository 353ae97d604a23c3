using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Tables;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Application.Learning.Enrolments;

/// <summary>A learner of a course as a file shows him.</summary>
public sealed class EnrolmentRow : CoursePersonRow
{
    public HalfYear? HalfYear { get; set; }

    public DateOnly? On { get; set; }

    public EnrolmentState? State { get; set; }

    public string? Team { get; set; }

    public string? Sender { get; set; }

    public string? SenderCode { get; set; }

    public FundingSource? FundingSource { get; set; }

    public string? FundingReference { get; set; }
}

/// <summary>Learners of courses and their waiting lists.</summary>
public sealed class EnrolmentDataset : CoursePersonDataset<EnrolmentRow>
{
    public EnrolmentDataset()
    {
        Course();
        Person(organisation =>
            organisation
                .At("/placeOfWork")
                .Explained("Место работы; нужно, когда человека узнают по имени.", "Гимназия № 155")
        );
        Code(
                row => row.HalfYear,
                "Полугодие",
                ("1", Domain.Learning.Courses.HalfYear.Autumn),
                ("2", Domain.Learning.Courses.HalfYear.Spring),
                ("1 полугодие", Domain.Learning.Courses.HalfYear.Autumn),
                ("2 полугодие", Domain.Learning.Courses.HalfYear.Spring)
            )
            .Known("Сезон", "Группа")
            .Explained("Нужно, если курс идёт и осенью, и весной.");
        Day(row => row.On, "Дата зачисления")
            .Known("Зачислен с", "Дата заявки", "Дата")
            .Explained("Не позже сегодняшнего дня; пусто — сегодня.", "15.09.2026");
        Code(row => row.State, "Состояние")
            .Known("Статус", "Итог")
            .Explained("Зачислен или в листе ожидания: места служба даёт по порядку строк. Отчисляют отдельно.");
        Text(row => row.Team, "Команда")
            .Known("Название команды", "Команда организации")
            .At("/team/name")
            .Explained(
                "Строки с одним названием на одном курсе и из одной организации — одна команда, от 2 до 30 человек; ставьте их подряд. Места получают все или никто; если одну строку принять нельзя, не принимаются все.",
                "Команда лидеров"
            );
        var sender = Text(row => row.Sender, "Направившая организация")
            .Known("Кем направлен", "Направляющая организация")
            .At("/organisationId")
            .Explained(
                "Организация вне территории; только для того, кто не работает в сети.",
                "Школа соседнего района"
            );
        CodeOf(sender, row => row.Sender, row => row.SenderCode, "Код направившей организации");
        Code(
                row => row.FundingSource,
                "Источник финансирования",
                ("госзадание", Domain.Learning.Courses.FundingSource.StateAssignment),
                ("бюджет", Domain.Learning.Courses.FundingSource.StateAssignment),
                ("внебюджет", Domain.Learning.Courses.FundingSource.Paid),
                ("платно", Domain.Learning.Courses.FundingSource.Paid)
            )
            .Known("Финансирование", "Кто платит")
            .At("/funding/source")
            .Explained("Если за слушателя платит не тот, кто за курс.");
        Text(row => row.FundingReference, "Реестр или договор")
            .Known("Реестр", "Договор", "Основание финансирования")
            .At("/funding/reference")
            .Explained("Вместе с источником финансирования.", "договор № 12");
    }

    public override string Name => "enrolments";

    public override string Title => "Зачисления";

    public override string ReadPermission => EnrolmentPermissions.Read;

    public override string WritePermission => EnrolmentPermissions.Enrol;

    public override IReadOnlyList<string> Notes =>
        [
            "Одна строка — один слушатель на одном курсе. Кто уже зачислен, тот остаётся зачисленным.",
            "Курс узнают по ключу или по учебному году и номеру.",
            "Человека узнают по ключу, по СНИЛС или по имени, дате рождения и организации вместе; с направившей организацией — по имени и дате рождения.",
            "Места занимают по порядку строк; кому места не хватило, тот в листе ожидания. Команда занимает места целиком.",
        ];

    public override Type ListType => typeof(FindEnrolments);

    public override string? KeyOf(EnrolmentRow row) => $"{row.CourseIdentity}|{row.Identity}";

    /// <summary>A team is taken as a whole: its rows come in one piece.</summary>
    public override string? GroupOf(EnrolmentRow row) =>
        row.Team is { } team
            ? $"{row.CourseIdentity}|{row.Sender ?? row.Organisation}|{SearchText.Normalize(team)}"
            : null;

    internal override IRowImporter<EnrolmentRow> Importer(IServiceProvider services) =>
        services.GetRequiredService<EnrolmentImporter>();

    internal override Task WriteAsync(
        IServiceProvider services,
        ListQuery filter,
        ExportOptions options,
        ITableWriter writer,
        CancellationToken cancellationToken
    ) =>
        WriteRowsAsync(
            services.GetRequiredService<EnrolmentExporter>().Read((FindEnrolments)filter, options.Source),
            options,
            writer,
            cancellationToken
        );
}
