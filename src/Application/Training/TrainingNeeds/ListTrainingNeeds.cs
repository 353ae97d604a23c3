using System.Linq.Expressions;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Learning.Programmes;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Domain.Training.TrainingNeeds;

namespace MethodCenter.Application.Training.TrainingNeeds;

/// <summary>Needs, by organisation, employee, programme, year, source or state.</summary>
[Permission(TrainingNeedPermissions.Read)]
public sealed record ListTrainingNeeds : ListQuery, IQuery<Page<TrainingNeedListItem>>
{
    /// <summary>Needs of one organisation.</summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>Needs of one person.</summary>
    public Guid? EmployeeId { get; init; }

    /// <summary>Needs of one programme.</summary>
    public Guid? ProgrammeId { get; init; }

    /// <summary>Calendar year in which the training is wanted.</summary>
    public int? Year { get; init; }

    public TrainingNeedSource? Source { get; init; }

    public TrainingNeedState? State { get; init; }
}

internal sealed class ListTrainingNeedsHandler(ITrainingStore store, ITerritoryStore territory)
    : IQueryHandler<ListTrainingNeeds, Page<TrainingNeedListItem>>
{
    internal static readonly SortFields<TrainingNeed> Sort = new SortFields<TrainingNeed>("-statedOn")
        .Add("statedOn", need => need.StatedOn)
        .Add("year", need => need.Year)
        .Add("people", need => need.People);

    public Task<Result<Page<TrainingNeedListItem>>> Handle(
        ListTrainingNeeds request,
        CancellationToken cancellationToken
    )
    {
        var (employees, organisations) = (territory.SeenEmployees, territory.Organisations.References());
        var programmes = store.Programmes;
        Expression<Func<TrainingNeed, TrainingNeedListItem>> projection = need => new TrainingNeedListItem
        {
            Id = need.Id,
            Organisation = organisations.First(organisation => organisation.Id == need.OrganisationId),
            EmployeeId = need.EmployeeId,
            FullName = employees
                .Where(employee => employee.Id == need.EmployeeId)
                .Select(employee => employee.FullName)
                .FirstOrDefault(),
            People = need.People,
            ProgrammeId = need.ProgrammeId,
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
            Version = need.Version,
        };
        return Filter(store.TrainingNeeds, request).ToPageAsync(request, Sort, projection, cancellationToken);
    }

    /// <summary>The rows that the filters of the list let through; the export takes the same.</summary>
    internal static IQueryable<TrainingNeed> Filter(IQueryable<TrainingNeed> needs, ListTrainingNeeds request) =>
        needs
            .WhereGiven(request.OrganisationId, id => need => need.OrganisationId == id)
            .WhereGiven(request.EmployeeId, id => need => need.EmployeeId == id)
            .WhereGiven(request.ProgrammeId, id => need => need.ProgrammeId == id)
            .WhereGiven(request.Year, year => need => need.Year == year)
            .WhereGiven(request.Source, source => need => need.Source == source)
            .WhereGiven(request.State, state => need => need.State == state);
}
