using System.Linq.Expressions;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Domain.Territory.Contingents;

namespace MethodCenter.Application.Territory.Contingents;

/// <summary>Pupils by organisation, grade and academic year.</summary>
[Permission(ContingentPermissions.Read)]
public sealed record ListContingents : ListQuery, IQuery<Page<ContingentListItem>>
{
    /// <summary>Pupils of one organisation.</summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>Pupils of one academic year.</summary>
    public AcademicYear? AcademicYear { get; init; }

    /// <summary>Pupils of one grade.</summary>
    public int? Grade { get; init; }
}

internal sealed class ListContingentsHandler(ITerritoryStore store)
    : IQueryHandler<ListContingents, Page<ContingentListItem>>
{
    internal static readonly SortFields<Contingent> Sort = new SortFields<Contingent>("-academicYear,grade")
        .Add("academicYear", contingent => contingent.AcademicYear)
        .Add("grade", contingent => contingent.Grade)
        .Add("pupils", contingent => contingent.Pupils);

    public Task<Result<Page<ContingentListItem>>> Handle(ListContingents request, CancellationToken cancellationToken)
    {
        var organisations = store.Organisations.References();
        Expression<Func<Contingent, ContingentListItem>> projection = contingent => new ContingentListItem
        {
            Id = contingent.Id,
            Organisation = organisations.First(organisation => organisation.Id == contingent.OrganisationId),
            AcademicYear = contingent.AcademicYear,
            Grade = contingent.Grade,
            Pupils = contingent.Pupils,
            Classes = contingent.Classes,
            CountedOn = contingent.CountedOn,
            Version = contingent.Version,
        };
        return Filter(store.Contingents, request).ToPageAsync(request, Sort, projection, cancellationToken);
    }

    /// <summary>The rows that the filters of the list let through; the export takes the same.</summary>
    internal static IQueryable<Contingent> Filter(IQueryable<Contingent> contingents, ListContingents request) =>
        contingents
            .WhereGiven(request.OrganisationId, id => contingent => contingent.OrganisationId == id)
            .WhereGiven(request.AcademicYear, year => contingent => contingent.AcademicYear == year)
            .WhereGiven(request.Grade, grade => contingent => contingent.Grade == grade);
}
