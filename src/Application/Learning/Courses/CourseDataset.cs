using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Tables;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Programmes;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Application.Learning.Courses;

/// <summary>A course as a file shows it.</summary>
public sealed class CourseRow
{
    public string? Key { get; set; }

    public AcademicYear? AcademicYear { get; set; }

    public int? Number { get; set; }

    public string? Programme { get; set; }

    public string? ProgrammeCode { get; set; }

    public CourseSeason? Season { get; set; }

    public DateOnly? StartsOn { get; set; }

    public DateOnly? EndsOn { get; set; }

    public StudyForm? Form { get; set; }

    public string? Site { get; set; }

    public FundingSource? FundingSource { get; set; }

    public string? FundingReference { get; set; }

    public int? Capacity { get; set; }

    public CourseStatus? Status { get; set; }

    /// <summary>The academic year that the row names or in which the course begins; null: in none that is supported.</summary>
    internal AcademicYear? Within =>
        AcademicYear
        ?? (
            StartsOn
                is { Year: > Domain.Common.AcademicYear.FirstSupported and <= Domain.Common.AcademicYear.LastSupported }
                ? Domain.Common.AcademicYear.Of(StartsOn.Value)
                : null
        );
}

/// <summary>The courses of an academic year: the plan of a centre.</summary>
public sealed class CourseDataset : Dataset<CourseRow>
{
    public CourseDataset()
    {
        Text(row => row.Key, "Ключ")
            .Known("ID", "Ключ курса", "Код курса")
            .Explained(
                "Ключ курса во внешней системе; её имя указывают в параметре source. Нужен новому курсу.",
                "plan-2026-17"
            );
        Year(row => row.AcademicYear, "Учебный год")
            .Known("Год")
            .Explained("Пусто — по дате начала; не меняется.", "2026-2027");
        Whole(row => row.Number, "Номер")
            .Known("№", "№ курса", "Номер курса", "№ п/п")
            .Explained("Номер, который курсу дала служба; у нового курса пусто.");
        var programme = Text(row => row.Programme, "Программа")
            .Obligatory()
            .Known("Название программы", "Курс", "Название")
            .At("/programmeId")
            .Explained("Код или название программы; не меняется.", "dpp-01");
        CodeOf(programme, row => row.Programme, row => row.ProgrammeCode, "Код программы");
        Code(
                row => row.Season,
                "Сезон",
                ("осень-весна", CourseSeason.AutumnAndSpring),
                ("весь год", CourseSeason.AutumnAndSpring),
                ("год", CourseSeason.AutumnAndSpring),
                ("1 полугодие", CourseSeason.Autumn),
                ("2 полугодие", CourseSeason.Spring)
            )
            .Obligatory()
            .Known("Полугодие", "Период")
            .Explained("Выберите из списка.");
        Day(row => row.StartsOn, "Начало")
            .Obligatory()
            .Known("Дата начала", "Начало занятий", "С")
            .Explained("Первый день, в пределах учебного года.", "01.10.2026");
        Day(row => row.EndsOn, "Окончание")
            .Obligatory()
            .Known("Дата окончания", "Окончание занятий", "Конец", "По")
            .Explained("Последний день, в пределах учебного года.", "25.12.2026");
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
        Text(row => row.Site, "Площадка")
            .Known("Место проведения", "Адрес", "Место занятий")
            .Explained("Где идут занятия.", "Невский, 154");
        Code(
                row => row.FundingSource,
                "Финансирование",
                ("госзадание", Domain.Learning.Courses.FundingSource.StateAssignment),
                ("государственное задание", Domain.Learning.Courses.FundingSource.StateAssignment),
                ("муниципальное задание", Domain.Learning.Courses.FundingSource.StateAssignment),
                ("бюджет", Domain.Learning.Courses.FundingSource.StateAssignment),
                ("сетевая форма", Domain.Learning.Courses.FundingSource.NetworkContract),
                ("ПМ", Domain.Learning.Courses.FundingSource.PersonifiedModel),
                ("внебюджет", Domain.Learning.Courses.FundingSource.Paid),
                ("платно", Domain.Learning.Courses.FundingSource.Paid)
            )
            .Obligatory()
            .Known("Источник финансирования", "Блок финансирования")
            .At("/funding/source")
            .Explained("Выберите из списка.");
        Text(row => row.FundingReference, "Реестр или договор")
            .Known("Реестр", "Договор", "Основание финансирования")
            .At("/funding/reference")
            .Explained("Какой именно, если их несколько.", "реестр заказа КО 2026");
        Whole(row => row.Capacity, "Мест")
            .Obligatory()
            .Known("Количество мест", "Число мест", "Численность группы", "План слушателей")
            .Explained("Сверх них — лист ожидания.", "25");
        Code(row => row.Status, "Состояние")
            .Known("Статус")
            .Explained("Файлом можно открыть и закрыть набор; завершают и отменяют курс отдельно.");
    }

    public override string Name => "courses";

    public override string Title => "Курсы";

    public override string ReadPermission => CoursePermissions.Read;

    public override string WritePermission => CoursePermissions.Register;

    public override IReadOnlyList<string> Notes =>
        [
            "Курс узнают по ключу или по учебному году и номеру. Номер даёт служба, поэтому новому курсу нужен ключ: по нему повторно загруженный файл узнает курс и не заведёт второй.",
            "Пустая ячейка оставляет то, что уже записано.",
            "Программа и учебный год курса не меняются.",
        ];

    public override Type ListType => typeof(ListCourses);

    public override string? KeyOf(CourseRow row) =>
        row.Key is { } key ? $"key|{key}"
        : row.Number is { } number ? $"number|{row.Within}|{number}"
        : null;

    internal override IRowImporter<CourseRow> Importer(IServiceProvider services) =>
        services.GetRequiredService<CourseImporter>();

    internal override Task WriteAsync(
        IServiceProvider services,
        ListQuery filter,
        ExportOptions options,
        ITableWriter writer,
        CancellationToken cancellationToken
    ) =>
        WriteRowsAsync(
            services.GetRequiredService<CourseExporter>().Read((ListCourses)filter, options.Source),
            options,
            writer,
            cancellationToken
        );
}
