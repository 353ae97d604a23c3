using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;

namespace MethodCenter.Application.Learning.Enrolments;

/// <summary>Enrolments across courses, by course, learner, organisation, state or period.</summary>
[Permission(EnrolmentPermissions.Read)]
public sealed record FindEnrolments : ListQuery, IQuery<Page<EnrolmentListItem>>
{
    /// <summary>Learners of one course.</summary>
    public Guid? CourseId { get; init; }

    /// <summary>Enrolments of one person.</summary>
    public Guid? EmployeeId { get; init; }

    /// <summary>Learners whom one organisation has sent.</summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>Members of one team.</summary>
    public Guid? TeamId { get; init; }

    /// <summary>The same by code or number of the organisation, e.g. <c>300</c>.</summary>
    public string? Organisation { get; init; }

    /// <summary>Academic year, e.g. <c>2019-2020</c>.</summary>
    public AcademicYear? AcademicYear { get; init; }

    public EnrolmentState? State { get; init; }

    public HalfYear? HalfYear { get; init; }

    /// <summary>Who pays for the learner: by the enrolment, else by the course.</summary>
    public FundingSource? FundingSource { get; init; }

    /// <summary>Of courses that end on or after.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Of courses that begin on or before.</summary>
    public DateOnly? To { get; init; }
}

internal sealed class FindEnrolmentsHandler(ILearningStore store, ITerritoryStore territory)
    : IQueryHandler<FindEnrolments, Page<EnrolmentListItem>>
{
    internal static readonly SortFields<Enrolment> Sort = new SortFields<Enrolment>("-arrivedOn")
        .Add("arrivedOn", enrolment => enrolment.ArrivedOn)
        .Add("arrival", enrolment => enrolment.Arrival);

    public Task<Result<Page<EnrolmentListItem>>> Handle(FindEnrolments request, CancellationToken cancellationToken) =>
        Filter(store, territory, request)
            .ToPageAsync(request, Sort, EnrolmentItems.Projection(store, territory), cancellationToken);

    /// <summary>The rows that the filters of the list let through; the export takes the same.</summary>
    internal static IQueryable<Enrolment> Filter(
        ILearningStore store,
        ITerritoryStore territory,
        FindEnrolments request
    )
    {
        var (courses, organisations) = (store.Courses, territory.Organisations);
        var rows = ListEnrolmentsHandler
            .Filter(store.Enrolments, request.State, request.HalfYear, request.OrganisationId)
            .WhereGiven(request.CourseId, id => enrolment => enrolment.CourseId == id)
            .WhereGiven(request.EmployeeId, id => enrolment => enrolment.EmployeeId == id)
            .WhereGiven(request.TeamId, id => enrolment => enrolment.TeamId == id)
            .WhereGiven(
                request.AcademicYear,
                year =>
                    enrolment => courses.Any(course => course.Id == enrolment.CourseId && course.AcademicYear == year)
            )
            .WhereGiven(
                request.FundingSource,
                source =>
                    enrolment =>
                        enrolment.FundingSource == source
                        || (
                            enrolment.FundingSource == null
                            && courses.Any(course => course.Id == enrolment.CourseId && course.Funding.Source == source)
                        )
            )
            .WhereGiven(
                request.From,
                day => enrolment => courses.Any(course => course.Id == enrolment.CourseId && course.EndsOn >= day)
            )
            .WhereGiven(
                request.To,
                day => enrolment => courses.Any(course => course.Id == enrolment.CourseId && course.StartsOn <= day)
            );
        return request.Organisation is not { } named
            ? rows
            : rows.Where(enrolment =>
                organisations.Any(organisation =>
                    organisation.Id == enrolment.OrganisationId
                    && (organisation.Code == named || organisation.Number == named)
                )
            );
    }
}
