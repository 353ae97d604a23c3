using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Territory.Employees;

namespace MethodCenter.Application.Learning.Enrolments;

/// <summary>On which courses a person is, waits or was, the latest first.</summary>
[Permission(EnrolmentPermissions.Read)]
public sealed record ListEnrolmentsOfEmployee : ListQuery, IQuery<Page<EnrolmentListItem>>
{
    /// <summary>From the route: the person.</summary>
    [FromRoute]
    public Guid Id { get; init; }

    /// <summary>Academic year, e.g. <c>2019-2020</c>.</summary>
    public AcademicYear? AcademicYear { get; init; }

    public EnrolmentState? State { get; init; }
}

internal sealed class ListEnrolmentsOfEmployeeHandler(ILearningStore store, ITerritoryStore territory)
    : IQueryHandler<ListEnrolmentsOfEmployee, Page<EnrolmentListItem>>
{
    internal static readonly SortFields<Enrolment> Sort = FindEnrolmentsHandler.Sort;

    public async Task<Result<Page<EnrolmentListItem>>> Handle(
        ListEnrolmentsOfEmployee request,
        CancellationToken cancellationToken
    )
    {
        if (!await territory.Employees.AnyAsync(employee => employee.Id == request.Id, cancellationToken))
        {
            return EmployeeErrors.NotFound;
        }

        var filter = new FindEnrolments
        {
            EmployeeId = request.Id,
            AcademicYear = request.AcademicYear,
            State = request.State,
        };
        return await FindEnrolmentsHandler
            .Filter(store, territory, filter)
            .ToPageAsync(request, Sort, EnrolmentItems.Projection(store, territory), cancellationToken);
    }
}
