using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Teaching.Journal;

namespace MethodCenter.Application.Teaching.Journal;

/// <summary>Final works, by course, learner, organisation, result or words of the topic (POL-25).</summary>
[Permission(JournalPermissions.Read)]
public sealed record ListFinalWorks : ListQuery, IQuery<Page<FinalWorkListItem>>
{
    /// <summary>Part of the topic; neither case nor the Russian letters «ё» and «е» are distinguished.</summary>
    public string? Q { get; init; }

    /// <summary>Works of this course.</summary>
    public Guid? CourseId { get; init; }

    /// <summary>Works of this learner.</summary>
    public Guid? EmployeeId { get; init; }

    /// <summary>Works of learners whom this organisation sent.</summary>
    public Guid? OrganisationId { get; init; }

    public FinalResult? Result { get; init; }
}

internal sealed class ListFinalWorksHandler(ITeachingStore store, IProjections projections)
    : IQueryHandler<ListFinalWorks, Page<FinalWorkListItem>>
{
    internal static readonly SortFields<FinalWork> Sort = new SortFields<FinalWork>("topic").Add(
        "topic",
        work => work.TopicKey
    );

    public Task<Result<Page<FinalWorkListItem>>> Handle(ListFinalWorks request, CancellationToken cancellationToken) =>
        store
            .FinalWorks.Searched(request.Q, work => work.TopicKey)
            .WhereGiven(request.CourseId, id => work => work.CourseId == id)
            .WhereGiven(request.EmployeeId, id => work => work.EmployeeId == id)
            .WhereGiven(request.OrganisationId, id => work => work.OrganisationId == id)
            .WhereGiven(request.Result, result => work => work.Result == result)
            .ToPageAsync(
                request,
                Sort,
                projections.Of<FinalWork, FinalWorkListItem>().SeenBy(store.Scope),
                cancellationToken
            );
}
