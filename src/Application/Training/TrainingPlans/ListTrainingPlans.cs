using System.Linq.Expressions;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Domain.Training.TrainingPlans;

namespace MethodCenter.Application.Training.TrainingPlans;

/// <summary>Plan-schedules, by organisation and year.</summary>
[Permission(TrainingPlanPermissions.Read)]
public sealed record ListTrainingPlans : ListQuery, IQuery<Page<TrainingPlanListItem>>
{
    /// <summary>Plans of one organisation.</summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>Calendar year.</summary>
    public int? Year { get; init; }
}

internal sealed class ListTrainingPlansHandler(ITrainingStore store, ITerritoryStore territory)
    : IQueryHandler<ListTrainingPlans, Page<TrainingPlanListItem>>
{
    internal static readonly SortFields<TrainingPlan> Sort = new SortFields<TrainingPlan>("-year")
        .Add("year", plan => plan.Year)
        .Add("builtOn", plan => plan.BuiltOn);

    public Task<Result<Page<TrainingPlanListItem>>> Handle(
        ListTrainingPlans request,
        CancellationToken cancellationToken
    )
    {
        var organisations = territory.Organisations.References();
        Expression<Func<TrainingPlan, TrainingPlanListItem>> projection = plan => new TrainingPlanListItem
        {
            Id = plan.Id,
            Organisation = organisations.First(organisation => organisation.Id == plan.OrganisationId),
            Year = plan.Year,
            BuiltOn = plan.BuiltOn,
            Entries = plan.Entries.Count(entry => !entry.Dropped),
            Version = plan.Version,
        };
        return store
            .TrainingPlans.WhereGiven(request.OrganisationId, id => plan => plan.OrganisationId == id)
            .WhereGiven(request.Year, year => plan => plan.Year == year)
            .ToPageAsync(request, Sort, projection, cancellationToken);
    }
}
