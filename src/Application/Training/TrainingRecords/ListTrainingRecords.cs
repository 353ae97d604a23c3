using System.Linq.Expressions;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Learning.Topics;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Training.TrainingRecords;

namespace MethodCenter.Application.Training.TrainingRecords;

/// <summary>Training records, by employee, organisation, provider, kind, topic, state or days of completion.</summary>
[Permission(TrainingRecordPermissions.Read)]
public sealed record ListTrainingRecords : ListQuery, IQuery<Page<TrainingRecordListItem>>
{
    /// <summary>
    /// Part of title, provider or topics; neither case nor the Russian letters «ё» and «е» are distinguished.
    /// </summary>
    public string? Q { get; init; }

    /// <summary>Training of one person.</summary>
    public Guid? EmployeeId { get; init; }

    /// <summary>The organisation that sent the employee.</summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>
    /// Part of the provider's name; neither case nor the Russian letters «ё» and «е» are distinguished.
    /// </summary>
    public string? Provider { get; init; }

    public ProgrammeKind? Kind { get; init; }

    /// <summary>One whole topic; neither case nor the Russian letters «ё» and «е» are distinguished.</summary>
    public string? Topic { get; init; }

    public TrainingOrigin? Origin { get; init; }

    public TrainingRecordState? State { get; init; }

    /// <summary>Academic year in which it was completed, e.g. <c>2019-2020</c>.</summary>
    public AcademicYear? AcademicYear { get; init; }

    /// <summary>Completed on or after.</summary>
    public DateOnly? CompletedFrom { get; init; }

    /// <summary>Completed on or before.</summary>
    public DateOnly? CompletedTo { get; init; }
}

internal sealed class ListTrainingRecordsHandler(ITrainingStore store, ITerritoryStore territory, TopicReader topics)
    : IQueryHandler<ListTrainingRecords, Page<TrainingRecordListItem>>
{
    internal static readonly SortFields<TrainingRecord> Sort = new SortFields<TrainingRecord>("-completedOn")
        .Add("completedOn", record => record.CompletedOn)
        .Add("provider", record => record.ProviderKey)
        .Add("title", record => record.TitleKey)
        .Add("hours", record => record.Hours ?? 0);

    public async Task<Result<Page<TrainingRecordListItem>>> Handle(
        ListTrainingRecords request,
        CancellationToken cancellationToken
    )
    {
        var (employees, organisations) = (territory.SeenEmployees, territory.Organisations.References());
        Expression<Func<TrainingRecord, TrainingRecordListItem>> projection = record => new TrainingRecordListItem
        {
            Id = record.Id,
            EmployeeId = record.EmployeeId,
            FullName = employees
                .Where(employee => employee.Id == record.EmployeeId)
                .Select(employee => employee.FullName)
                .FirstOrDefault(),
            Organisation = organisations.First(organisation => organisation.Id == record.OrganisationId),
            Provider = record.Provider,
            Title = record.Title,
            Kind = record.Kind,
            Hours = record.Hours,
            ProviderKind = record.ProviderKind,
            CompletedOn = record.CompletedOn,
            DocumentKind = record.DocumentKind,
            Topics = record.Topics,
            Origin = record.Origin,
            State = record.State,
            Version = record.Version,
        };
        var parts = await PartsAsync(request, topics, cancellationToken);
        return await Filter(store.TrainingRecords, request, parts)
            .ToPageAsync(request, Sort, projection, cancellationToken);
    }

    /// <summary>What stands in the keys of whatever is about the topic, whichever of its names was asked for; null: any.</summary>
    internal static async Task<IReadOnlyList<string>?> PartsAsync(
        ListTrainingRecords request,
        TopicReader topics,
        CancellationToken cancellationToken
    ) =>
        string.IsNullOrWhiteSpace(request.Topic)
            ? null
            : (await topics.ReadAsync(cancellationToken)).PartsOf(request.Topic.Trim());

    /// <summary>The rows that the filters of the list let through; the export takes the same.</summary>
    internal static IQueryable<TrainingRecord> Filter(
        IQueryable<TrainingRecord> records,
        ListTrainingRecords request,
        IReadOnlyList<string>? parts
    ) =>
        (parts is null ? records : records.Where(record => parts.Any(part => record.TopicsKey.Contains(part))))
            .Searched(request.Q, record => record.SearchKey)
            .Searched(request.Provider, record => record.ProviderKey)
            .WhereGiven(request.EmployeeId, id => record => record.EmployeeId == id)
            .WhereGiven(request.OrganisationId, id => record => record.OrganisationId == id)
            .WhereGiven(request.Kind, kind => record => record.Kind == kind)
            .WhereGiven(request.Origin, origin => record => record.Origin == origin)
            .WhereGiven(request.State, state => record => record.State == state)
            .WhereGiven(request.AcademicYear?.From, day => record => record.CompletedOn >= day)
            .WhereGiven(request.AcademicYear?.To, day => record => record.CompletedOn <= day)
            .WhereGiven(request.CompletedFrom, day => record => record.CompletedOn >= day)
            .WhereGiven(request.CompletedTo, day => record => record.CompletedOn <= day);
}
