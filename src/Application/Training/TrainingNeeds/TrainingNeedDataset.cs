using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Tables;
using MethodCenter.Application.Learning.Programmes;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Domain.Training.TrainingNeeds;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Application.Training.TrainingNeeds;

/// <summary>A training need as a file shows it.</summary>
public sealed class TrainingNeedRow
{
    public string? OrganisationCode { get; set; }

    public string? Organisation { get; set; }

    public string? FullName { get; set; }

    public int? People { get; set; }

    public string? Subject { get; set; }

    public int? Year { get; set; }

    public TrainingNeedSource? Source { get; set; }

    public TrainingNeedState? State { get; set; }

    public DateOnly? StatedOn { get; set; }
}

/// <summary>Training that organisations need.</summary>
public sealed class TrainingNeedDataset : ExportDataset<TrainingNeedRow>
{
    public TrainingNeedDataset()
    {
        Text(row => row.OrganisationCode, "Код организации").Explained("Код организации.", "spb-s155");
        Text(row => row.Organisation, "Организация").Explained("Краткое наименование.", "Гимназия № 155");
        Text(row => row.FullName, "ФИО").Explained("Пусто, если человек не назван.", "Тестова Анна Ивановна");
        Whole(row => row.People, "Человек").Explained("Сколько человек нужно обучить.", "3");
        Text(row => row.Subject, "Программа или тема").Explained("Чему учить.", "функциональная грамотность");
        Whole(row => row.Year, "Год").Explained("Календарный год, в котором нужно обучение.", "2027");
        Code(row => row.Source, "Откуда известна").Explained("Опрос, диагностика, аттестация, запрос руководителя.");
        Code(row => row.State, "Состояние").Explained("Заявлена, в плане, удовлетворена, отклонена.");
        Day(row => row.StatedOn, "Заявлена").Explained("День внесения.", "01.11.2026");
    }

    public override string Name => "training-needs";

    public override string Title => "Потребности в обучении";

    public override string ReadPermission => TrainingNeedPermissions.Read;

    public override IReadOnlyList<string> Notes => ["Потребности заявляют организации в службе."];

    public override Type ListType => typeof(ListTrainingNeeds);

    internal override Task WriteAsync(
        IServiceProvider services,
        ListQuery filter,
        ExportOptions options,
        ITableWriter writer,
        CancellationToken cancellationToken
    ) =>
        WriteRowsAsync(
            services.GetRequiredService<TrainingNeedExporter>().Read((ListTrainingNeeds)filter),
            options,
            writer,
            cancellationToken
        );
}

/// <summary>Its rows, by the filters of the list.</summary>
internal sealed class TrainingNeedExporter(ITrainingStore store, ITerritoryStore territory) : IRowReader
{
    public IAsyncEnumerable<TrainingNeedRow> Read(ListTrainingNeeds filter)
    {
        var (employees, programmes) = (territory.SeenEmployees, store.Programmes);
        var rows =
            from need in ListTrainingNeedsHandler.Filter(store.TrainingNeeds.AsNoTracking(), filter)
            join organisation in territory.Organisations on need.OrganisationId equals organisation.Id
            orderby need.Year, organisation.NameKey, need.StatedOn, need.Id
            select new TrainingNeedRow
            {
                OrganisationCode = organisation.Code,
                Organisation = organisation.ShortName,
                FullName = employees
                    .Where(employee => employee.Id == need.EmployeeId)
                    .Select(employee => employee.FullName)
                    .FirstOrDefault(),
                People = need.People,
                Subject =
                    need.Topic
                    ?? programmes
                        .Where(programme => programme.Id == need.ProgrammeId)
                        .Select(programme => programme.Title)
                        .FirstOrDefault(),
                Year = need.Year,
                Source = need.Source,
                State = need.State,
                StatedOn = need.StatedOn,
            };
        return rows.AsAsyncEnumerable();
    }
}
