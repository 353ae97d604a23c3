using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Tables;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Training.TrainingRecords;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Application.Training.TrainingRecords;

/// <summary>Completed training as a file shows it.</summary>
public sealed class TrainingRecordRow : PersonRow
{
    public string? Provider { get; set; }

    public string? Title { get; set; }

    public ProgrammeKind? Kind { get; set; }

    public int? Hours { get; set; }

    public ProviderKind? ProviderKind { get; set; }

    public DateOnly? StartsOn { get; set; }

    public DateOnly? CompletedOn { get; set; }

    public TrainingDocumentKind? DocumentKind { get; set; }

    public string? DocumentNumber { get; set; }

    public DateOnly? DocumentDate { get; set; }

    public IReadOnlyList<string>? Topics { get; set; }

    public TrainingRecordState? State { get; set; }
}

/// <summary>Training that employees have completed.</summary>
public sealed class TrainingRecordDataset : PersonDataset<TrainingRecordRow>
{
    public TrainingRecordDataset()
    {
        Person(organisation =>
            organisation.Obligatory().Explained("Где человек работал в день окончания.", "Гимназия № 155")
        );
        Text(row => row.Provider, "Где обучался")
            .Obligatory()
            .Known("Организация обучения", "Учреждение ДПО", "Поставщик", "Место обучения")
            .Explained("Организация, которая обучала.", "АППО");
        Text(row => row.Title, "Программа")
            .Obligatory()
            .Known("Название программы", "Наименование программы", "Тема", "Тема курсов", "Курсы")
            .Explained("Название программы, как в документе.", "Функциональная грамотность на уроках");
        Code(
                row => row.Kind,
                "Вид программы",
                ("ПК", ProgrammeKind.ProfessionalDevelopment),
                ("курсы", ProgrammeKind.ProfessionalDevelopment),
                ("ПП", ProgrammeKind.Retraining),
                ("переподготовка", ProgrammeKind.Retraining)
            )
            .Obligatory()
            .Known("Вид", "Вид обучения")
            .Explained("Выберите из списка; вид следует из документа, а не из часов.");
        Whole(row => row.Hours, "Часы")
            .Known("Объём", "Количество часов", "Кол-во часов", "Час.")
            .Explained("Повышение квалификации от 16 ч, переподготовка от 250 ч; пусто, если неизвестно.", "36");
        Day(row => row.StartsOn, "Начало обучения")
            .Known("Дата начала", "Обучался с", "Начало")
            .Explained("Пусто, если неизвестно.", "03.02.2026");
        Day(row => row.CompletedOn, "Окончание обучения")
            .Obligatory()
            .Known("Дата окончания", "Обучался по", "Окончание", "Завершено")
            .Explained("От этого дня считают срок следующего обучения.", "27.02.2026");
        Code(
                row => row.DocumentKind,
                "Вид документа",
                ("удостоверение", TrainingDocumentKind.Certificate),
                ("диплом", TrainingDocumentKind.Diploma),
                ("сертификат", TrainingDocumentKind.Attendance)
            )
            .Known("Документ")
            .Explained("Удостоверение о повышении квалификации, диплом о переподготовке, сертификат об ином.");
        Text(row => row.DocumentNumber, "Номер документа")
            .Known("№ документа", "Номер удостоверения", "Регистрационный номер")
            .Explained("Как в документе.", "7819 00123456");
        Day(row => row.DocumentDate, "Дата документа")
            .Known("Дата выдачи", "Выдан")
            .Explained("Не раньше окончания обучения.", "28.02.2026");
        List(row => row.Topics, "Темы")
            .Known("Направления", "Тематика")
            .Explained("Не больше пяти, через точку с запятой.", "функциональная грамотность; оценочные процедуры");
        Code(
                row => row.ProviderKind,
                "Вид организации обучения",
                ("ГБУ", Domain.Training.TrainingRecords.ProviderKind.State),
                ("МБУ", Domain.Training.TrainingRecords.ProviderKind.Municipal),
                ("ООО", Domain.Training.TrainingRecords.ProviderKind.Private),
                ("ИП", Domain.Training.TrainingRecords.ProviderKind.Private)
            )
            .Known("Тип организации обучения", "Вид поставщика")
            .Explained("Чья это организация; пусто, если неизвестно.");
        Code(row => row.State, "Состояние")
            .Known("Статус")
            .Explained("Аннулированные видны в выгрузке; аннулируют отдельно, с причиной.");
    }

    public override string Name => "training-records";

    public override string Title => "Сведения об обучении";

    public override string ReadPermission => TrainingRecordPermissions.Read;

    public override string WritePermission => TrainingRecordPermissions.Record;

    public override IReadOnlyList<string> Notes =>
        [
            "Одна строка — одна программа, которую один человек окончил. Записанное не меняется: ошибочное аннулируют и вносят заново.",
            "Человека узнают по ключу, по СНИЛС или по имени, дате рождения и организации вместе.",
            "Окончивших курсы самого центра вносить не нужно: они уже стоят в зачислениях.",
        ];

    public override Type ListType => typeof(ListTrainingRecords);

    /// <remarks>What was entered by mistake may have been entered, and annulled, more than once.</remarks>
    public override string? KeyOf(TrainingRecordRow row) =>
        row.State == TrainingRecordState.Annulled
            ? null
            : $"{row.Identity}|{TrainingRecord.KeyOf(row.Title ?? "")}|{row.Kind}|{TrainingRecord.KeyOf(row.Provider ?? "")}|{row.CompletedOn?.DayNumber}";

    internal override IRowImporter<TrainingRecordRow> Importer(IServiceProvider services) =>
        services.GetRequiredService<TrainingRecordImporter>();

    internal override Task WriteAsync(
        IServiceProvider services,
        ListQuery filter,
        ExportOptions options,
        ITableWriter writer,
        CancellationToken cancellationToken
    ) =>
        WriteRowsAsync(
            services
                .GetRequiredService<TrainingRecordExporter>()
                .Read((ListTrainingRecords)filter, options.Source, cancellationToken),
            options,
            writer,
            cancellationToken
        );
}
