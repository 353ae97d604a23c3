using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Tables;
using MethodCenter.Domain.Territory.Employees;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Application.Territory.Employees;

/// <summary>A person at one place of work. A person with several places stands on several rows.</summary>
public sealed class EmployeeRow
{
    public string? Key { get; set; }

    /// <summary>Last name, first name and patronymic in one cell.</summary>
    public string? FullName { get; set; }

    public string? LastName { get; set; }

    public string? FirstName { get; set; }

    public string? Patronymic { get; set; }

    public DateOnly? BirthDate { get; set; }

    public Sex? Sex { get; set; }

    public string? Snils { get; set; }

    public EducationLevel? Education { get; set; }

    public DateOnly? TeachingSince { get; set; }

    public bool? OutsideTerritory { get; set; }

    public string? Organisation { get; set; }

    public string? OrganisationCode { get; set; }

    public string? Position { get; set; }

    public string? PositionCode { get; set; }

    public EmploymentKind? Kind { get; set; }

    public decimal? Rate { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    /// <summary>A guest of whom no place of work is said.</summary>
    internal bool WorksNowhere =>
        OutsideTerritory is true && this is { Organisation: null, Position: null, From: null };
}

/// <summary>Employees with their places of work: the staff list of a school or of a district.</summary>
public sealed class EmployeeDataset : Dataset<EmployeeRow>
{
    public EmployeeDataset()
    {
        Text(row => row.Key, "Ключ")
            .Known("Табельный номер", "Таб. №", "Таб. номер", "ID", "Код сотрудника")
            .Explained("Ключ работника во внешней системе; её имя указывают в параметре source.", "00123");
        var fullName = Text(row => row.FullName, FullNames.Header)
            .Known(FullNames.Others)
            .OnlyRead()
            .Explained(FullNames.Hint, "Иванова Мария Петровна");
        Text(row => row.LastName, "Фамилия").ObligatoryUnless(fullName).Explained("Как в паспорте.", "Иванова");
        Text(row => row.FirstName, "Имя").ObligatoryUnless(fullName).Explained("Как в паспорте.", "Мария");
        Text(row => row.Patronymic, "Отчество").Explained("Пусто, если отчества нет.", "Петровна");
        Day(row => row.BirthDate, "Дата рождения")
            .Known("Д.р.", "День рождения")
            .Protected()
            .Explained("ДД.ММ.ГГГГ.", "05.03.1985");
        Code(
                row => row.Sex,
                "Пол",
                ("ж", Domain.Territory.Employees.Sex.Female),
                ("жен", Domain.Territory.Employees.Sex.Female),
                ("м", Domain.Territory.Employees.Sex.Male),
                ("муж", Domain.Territory.Employees.Sex.Male)
            )
            .Protected();
        Text(row => row.Snils, "СНИЛС", SnilsCell.Read)
            .Known("Страховой номер", "№ СНИЛС")
            .Protected()
            .Explained("11 цифр, с разделителями или без.", "112-233-445 95");
        Code(row => row.Education, "Образование").Known("Уровень образования");
        Day(row => row.TeachingSince, "Педагогический стаж с")
            .Known("Начало педагогической деятельности")
            .Explained("Первый день педагогической работы.", "01.09.2008");
        var outside = Flag(row => row.OutsideTerritory, "Вне территории")
            .Explained(
                "Гость или приглашённый лектор, который не работает в организациях сети: место работы не нужно.",
                "нет"
            );
        var organisation = Text(row => row.Organisation, "Организация")
            .ObligatoryUnless(outside)
            .Known(
                "Место работы",
                "ОО",
                "ОУ",
                "Школа",
                "Образовательная организация",
                "Образовательное учреждение",
                "Наименование организации",
                "Учреждение"
            )
            .At("/employment/organisationId")
            .Explained("Код, номер или наименование организации.", "Гимназия № 155");
        CodeOf(organisation, row => row.Organisation, row => row.OrganisationCode, "Код организации");
        var position = Text(row => row.Position, "Должность")
            .ObligatoryUnless(outside)
            .Known("Занимаемая должность", "Должность по штатному расписанию", "Наименование должности")
            .At("/employment/positionId")
            .Explained("Код или наименование из справочника должностей.", "Учитель");
        CodeOf(position, row => row.Position, row => row.PositionCode, "Код должности");
        Code(row => row.Kind, "Вид занятости").Known("Вид места работы", "Вид работы").At("/employment/kind");
        Number(row => row.Rate, "Ставка")
            .Known("Количество ставок", "Размер ставки", "Доля ставки")
            .At("/employment/rate")
            .Explained("От 0,05 до 2; пусто — одна ставка.", "1");
        Day(row => row.From, "Работает с")
            .ObligatoryUnless(outside)
            .Known("Дата приёма", "Дата приёма на работу", "Принят", "Принят на работу", "Дата начала работы")
            .At("/employment/from")
            .Explained("Первый день работы в этой должности.", "01.09.2015");
        Day(row => row.To, "Работает по")
            .Known("Дата увольнения", "Уволен", "Дата окончания работы")
            .At("/employment/to")
            .Explained("Последний день работы; пусто — работает.");
    }

    public override string Name => "employees";

    public override string Title => "Работники и места работы";

    public override string ReadPermission => EmployeePermissions.Read;

    public override string WritePermission => EmployeePermissions.Write;

    public override string PersonalPermission => EmployeePermissions.ReadPersonalData;

    public override IReadOnlyList<string> Notes =>
        [
            "Одна строка — одно место работы. У кого их несколько, тот стоит в нескольких строках.",
            "Человека узнают по ключу, по СНИЛС, а без них — по имени, дате рождения и организации. По одному имени людей не сливают: заполните хотя бы одно из трёх.",
            "Пустая ячейка оставляет то, что уже записано.",
            "Кто «вне территории», может стоять без организации, должности и дня: его узнают по ключу, по СНИЛС или по имени и дате рождения.",
        ];

    public override Type ListType => typeof(ListEmployees);

    public override string? KeyOf(EmployeeRow row)
    {
        var person =
            row.Key
            ?? row.Snils
            ?? $"{SearchText.Normalize($"{row.LastName} {row.FirstName} {row.Patronymic}")}|{row.BirthDate}";
        return $"{person}|{row.Organisation}|{row.Position}|{row.Kind}|{row.From?.DayNumber}";
    }

    internal override void Complete(ImportRow<EmployeeRow> row)
    {
        var value = row.Value;
        value.Patronymic = NameSpelling.Patronymic(value.Patronymic);
        if (FullNames.Part(row, value.FullName, value.LastName) is { } name)
        {
            (value.LastName, value.FirstName) = (name.Last, name.First);
            value.Patronymic = NameSpelling.Patronymic(name.Patronymic) ?? value.Patronymic;
        }

        if (value.FullName is null)
        {
            Require(row, value.LastName, "lastName");
            Require(row, value.FirstName, "firstName");
        }

        if (!value.WorksNowhere)
        {
            Require(row, value.Organisation, "organisation");
            Require(row, value.Position, "position");
            Require(row, value.From, "from");
        }
    }

    /// <summary>What could not be read is refused already.</summary>
    private static void Require(ImportRow row, object? value, string column)
    {
        if (value is null && row.Findings.All(finding => finding.Column != column))
        {
            row.Refuse(ImportErrors.Required, column);
        }
    }

    internal override IRowImporter<EmployeeRow> Importer(IServiceProvider services) =>
        services.GetRequiredService<EmployeeImporter>();

    internal override Task WriteAsync(
        IServiceProvider services,
        ListQuery filter,
        ExportOptions options,
        ITableWriter writer,
        CancellationToken cancellationToken
    ) =>
        WriteRowsAsync(
            services.GetRequiredService<EmployeeExporter>().Read((ListEmployees)filter, options.Source),
            options,
            writer,
            cancellationToken
        );
}
