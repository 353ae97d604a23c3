using System.Linq.Expressions;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;

namespace MethodCenter.Application.Learning.Enrolments;

/// <summary>Teams of a course.</summary>
[Permission(EnrolmentPermissions.Read)]
public sealed record ListTeams : ListQuery, IQuery<Page<TeamListItem>>
{
    /// <summary>From the route.</summary>
    [FromRoute]
    public Guid CourseId { get; init; }

    /// <summary>Teams that one organisation has sent.</summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>Part of the name; neither case nor the Russian letters «ё» and «е» are distinguished.</summary>
    public string? Q { get; init; }
}

internal sealed class ListTeamsHandler(ILearningStore store, ITerritoryStore territory)
    : IQueryHandler<ListTeams, Page<TeamListItem>>
{
    internal static readonly SortFields<Team> Sort = new SortFields<Team>("name").Add("name", team => team.NameKey);

    public async Task<Result<Page<TeamListItem>>> Handle(ListTeams request, CancellationToken cancellationToken)
    {
        if (!await store.Courses.AnyAsync(course => course.Id == request.CourseId, cancellationToken))
        {
            return CourseErrors.NotFound;
        }

        var (enrolments, organisations) = (store.Enrolments, territory.Organisations.References());
        Expression<Func<Team, TeamListItem>> projection = team => new TeamListItem
        {
            Id = team.Id,
            Name = team.Name,
            Organisation = organisations.First(organisation => organisation.Id == team.OrganisationId),
            Enrolled = enrolments.Count(one => one.TeamId == team.Id && one.State == EnrolmentState.Enrolled),
            Waiting = enrolments.Count(one => one.TeamId == team.Id && one.State == EnrolmentState.Waiting),
            Completed = enrolments.Count(one => one.TeamId == team.Id && one.State == EnrolmentState.Completed),
            Withdrawn = enrolments.Count(one => one.TeamId == team.Id && one.State == EnrolmentState.Withdrawn),
            Version = team.Version,
        };
        return await store
            .Teams.Where(team => team.CourseId == request.CourseId)
            .WhereGiven(request.OrganisationId, id => team => team.OrganisationId == id)
            .Searched(request.Q, team => team.NameKey)
            .ToPageAsync(request, Sort, projection, cancellationToken);
    }
}
