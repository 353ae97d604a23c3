using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Territory;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;

namespace MethodCenter.Application.Learning.Enrolments;

/// <summary>Learners of a course and its waiting list, in order of arrival.</summary>
[Permission(EnrolmentPermissions.Read)]
public sealed record ListEnrolments : ListQuery, IQuery<Page<EnrolmentListItem>>
{
    /// <summary>From the route.</summary>
    [FromRoute]
    public Guid CourseId { get; init; }

    public EnrolmentState? State { get; init; }

    public HalfYear? HalfYear { get; init; }

    /// <summary>Learners whom one organisation has sent.</summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>Members of one team.</summary>
    public Guid? TeamId { get; init; }
}

internal sealed class ListEnrolmentsHandler(ILearningStore store, ITerritoryStore territory)
    : IQueryHandler<ListEnrolments, Page<EnrolmentListItem>>
{
    internal static readonly SortFields<Enrolment> Sort = new SortFields<Enrolment>("arrival")
        .Add("arrival", enrolment => enrolment.Arrival)
        .Add("arrivedOn", enrolment => enrolment.ArrivedOn);

    public async Task<Result<Page<EnrolmentListItem>>> Handle(
        ListEnrolments request,
        CancellationToken cancellationToken
    )
    {
        if (!await store.Courses.AnyAsync(course => course.Id == request.CourseId, cancellationToken))
        {
            return CourseErrors.NotFound;
        }

        var rows = store.Enrolments.Where(enrolment => enrolment.CourseId == request.CourseId);
        rows = rows.WhereGiven(request.TeamId, id => enrolment => enrolment.TeamId == id);
        return await Filter(rows, request.State, request.HalfYear, request.OrganisationId)
            .ToPageAsync(request, Sort, EnrolmentItems.Projection(store, territory), cancellationToken);
    }

    /// <summary>The rows that the filters of the list let through.</summary>
    internal static IQueryable<Enrolment> Filter(
        IQueryable<Enrolment> enrolments,
        EnrolmentState? state,
        HalfYear? halfYear,
        Guid? organisationId
    ) =>
        enrolments
            .WhereGiven(state, value => enrolment => enrolment.State == value)
            .WhereGiven(halfYear, value => enrolment => enrolment.HalfYear == value)
            .WhereGiven(organisationId, id => enrolment => enrolment.OrganisationId == id);
}
