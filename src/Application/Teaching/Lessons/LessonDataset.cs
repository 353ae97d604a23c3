using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Tables;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Domain.Teaching.Lessons;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Application.Teaching.Lessons;

/// <summary>A lesson as a file shows it; the person is its teacher.</summary>
public sealed class LessonRow : CoursePersonRow
{
    public DateOnly? Date { get; set; }

    public int? Stream { get; set; }

    public int? Hours { get; set; }

    public LessonVenue? Venue { get; set; }

    public string? Room { get; set; }

    public string? Host { get; set; }

    public string? HostCode { get; set; }

    public string? Place { get; set; }

    public string? Topic { get; set; }

    public LessonKind? Kind { get; set; }

    public LessonState? State { get; set; }
}

/// <summary>The timetable.</summary>
public sealed class LessonDataset : CoursePersonDataset<LessonRow>
{
    public LessonDataset()
    {
        Course();
        Day(row => row.Date, "Дата").Obligatory().Known("Дата занятия", "День").Explained("ДД.ММ.ГГГГ.", "05.10.2026");
        Whole(row => row.Stream, "Поток")
            .Obligatory()
            .Known("Пара", "Смена")
            .Explained("Номер потока в календарном учебном графике.", "1");
        Whole(row => row.Hours, "Часов")
            .Obligatory()
            .Known("Часы", "Академических часов", "Кол-во часов")
            .Explained("Академические часы занятия.", "4");
        Code(row => row.Venue, "Где проводится", ("очно", LessonVenue.Room), ("выезд", LessonVenue.OffSite))
            .Known("Вид места", "Формат")
            .Explained("Пусто — в помещении центра.");
        Text(row => row.Room, "Помещение")
            .Known("Аудитория", "Зал", "Кабинет")
            .At("/roomId")
            .Explained("Здание и название или одно название, если оно не повторяется.", "Невский, 154, зал 2");
        var host = Text(row => row.Host, "Принимающая организация")
            .Known("База проведения", "На базе")
            .At("/hostId")
            .Explained("Для выездного занятия: код, номер или наименование.", "Гимназия № 155");
        CodeOf(host, row => row.Host, row => row.HostCode, "Код принимающей организации");
        Text(row => row.Place, "Место")
            .Known("Адрес", "Ссылка")
            .Explained("Адрес выездного занятия или как подключиться к дистанционному.", "ул. Греческая, 21");
        Person(
            organisation =>
                organisation.Explained("Место работы преподавателя; нужно, когда его узнают по имени.", "ИМЦ"),
            "/teacherId"
        );
        Text(row => row.Topic, "Тема").Known("Тема занятия").Explained("Что изучают.", "Критериальное оценивание");
        Code(row => row.Kind, "Вид занятия", ("итоговая аттестация", LessonKind.FinalAssessment))
            .Known("Вид")
            .Explained("Пусто — обычное занятие.");
        Code(row => row.State, "Состояние")
            .Known("Статус")
            .Explained("Занятия отменяют отдельным запросом с причиной.");
    }

    public override string Name => "lessons";

    public override string Title => "Расписание занятий";

    public override string ReadPermission => LessonPermissions.Read;

    public override string WritePermission => LessonPermissions.Write;

    public override IReadOnlyList<string> Notes =>
        [
            "Одна строка — одно занятие: курс, дата и поток вместе. Строка о занятии, которое есть, переносит его в другое помещение или к другому преподавателю.",
            "Фамилия, имя и отчество — преподавателя; его узнают по ключу, по СНИЛС или по имени, дате рождения и организации вместе.",
            "Календарный учебный график и помещения вносят до расписания.",
        ];

    public override Type ListType => typeof(ListLessons);

    public override string? KeyOf(LessonRow row) =>
        row.State == LessonState.Cancelled ? null : $"{row.CourseIdentity}|{row.Date?.DayNumber}|{row.Stream}";

    internal override IRowImporter<LessonRow> Importer(IServiceProvider services) =>
        services.GetRequiredService<LessonImporter>();

    internal override Task WriteAsync(
        IServiceProvider services,
        ListQuery filter,
        ExportOptions options,
        ITableWriter writer,
        CancellationToken cancellationToken
    ) =>
        WriteRowsAsync(
            services.GetRequiredService<LessonExporter>().Read((ListLessons)filter, options.Source),
            options,
            writer,
            cancellationToken
        );
}
