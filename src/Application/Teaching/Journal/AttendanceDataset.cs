using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Tables;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Domain.Teaching.Lessons;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Application.Teaching.Journal;

/// <summary>A mark of the journal as a file shows it.</summary>
public sealed class AttendanceRow : CoursePersonRow
{
    public DateOnly? Date { get; set; }

    public int? Stream { get; set; }

    public Presence? Presence { get; set; }

    public int? MinutesMissed { get; set; }

    /// <summary>Rows of one lesson are taken together.</summary>
    internal string Lesson => $"{CourseIdentity}|{Date?.DayNumber}|{Stream}";
}

/// <summary>Which marks are exported.</summary>
public sealed record AttendanceFilter : ListQuery
{
    /// <summary>Marks of one course.</summary>
    public Guid? CourseId { get; init; }

    /// <summary>Academic year, e.g. <c>2019-2020</c>.</summary>
    public AcademicYear? AcademicYear { get; init; }

    /// <summary>Lessons on or after.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Lessons on or before.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Learners whom one organisation has sent.</summary>
    public Guid? OrganisationId { get; init; }
}

/// <summary>Attendance of lessons, mark by mark.</summary>
public sealed class AttendanceDataset : CoursePersonDataset<AttendanceRow>
{
    public AttendanceDataset()
    {
        Course();
        Day(row => row.Date, "Дата").Obligatory().Known("Дата занятия", "День").Explained("ДД.ММ.ГГГГ.", "05.10.2026");
        Whole(row => row.Stream, "Поток")
            .Obligatory()
            .Known("Пара", "Смена")
            .Explained("Номер потока в календарном учебном графике.", "1");
        Person(organisation =>
            organisation.Explained("Место работы; нужно, когда человека узнают по имени.", "Гимназия № 155")
        );
        Code(
                row => row.Presence,
                "Посещение",
                ("да", Domain.Teaching.Lessons.Presence.Present),
                ("+", Domain.Teaching.Lessons.Presence.Present),
                ("был", Domain.Teaching.Lessons.Presence.Present),
                ("нет", Domain.Teaching.Lessons.Presence.Absent),
                ("-", Domain.Teaching.Lessons.Presence.Absent),
                ("н", Domain.Teaching.Lessons.Presence.Absent)
            )
            .Obligatory()
            .Known("Отметка", "Присутствие")
            .Explained("Выберите из списка.");
        Whole(row => row.MinutesMissed, "Пропущено минут")
            .Known("Минут пропущено")
            .Explained("Только для опоздавших и ушедших раньше.", "45");
    }

    public override string Name => "attendance";

    public override string Title => "Посещаемость";

    public override string ReadPermission => JournalPermissions.Read;

    public override string WritePermission => JournalPermissions.Write;

    public override IReadOnlyList<string> Notes =>
        [
            "Одна строка — один слушатель на одном занятии. Строки занятия стоят подряд и принимаются вместе: отметка нужна каждому, кто занимает место.",
            "Отметки, о которых в файле ничего нет, остаются.",
            "Человека узнают по ключу, по СНИЛС или по имени, дате рождения и организации вместе.",
        ];

    public override Type ListType => typeof(AttendanceFilter);

    public override string? KeyOf(AttendanceRow row) => $"{row.Lesson}|{row.Identity}";

    public override string? GroupOf(AttendanceRow row) => row.Lesson;

    internal override IRowImporter<AttendanceRow> Importer(IServiceProvider services) =>
        services.GetRequiredService<AttendanceImporter>();

    internal override Task WriteAsync(
        IServiceProvider services,
        ListQuery filter,
        ExportOptions options,
        ITableWriter writer,
        CancellationToken cancellationToken
    ) =>
        WriteRowsAsync(
            services.GetRequiredService<AttendanceExporter>().Read((AttendanceFilter)filter, options.Source),
            options,
            writer,
            cancellationToken
        );
}
