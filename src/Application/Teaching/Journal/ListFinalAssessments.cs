using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Domain.Teaching.Journal;

namespace MethodCenter.Application.Teaching.Journal;

/// <summary>Protocols of final assessments, by course or days.</summary>
[Permission(JournalPermissions.Read)]
public sealed record ListFinalAssessments : ListQuery, IQuery<Page<FinalAssessmentListItem>>
{
    /// <summary>The protocol of this course.</summary>
    public Guid? CourseId { get; init; }

    /// <summary>Dated on or after.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Dated on or before.</summary>
    public DateOnly? To { get; init; }
}

internal sealed class ListFinalAssessmentsHandler(ITeachingStore store, IProjections projections)
    : IQueryHandler<ListFinalAssessments, Page<FinalAssessmentListItem>>
{
    internal static readonly SortFields<FinalAssessment> Sort = new SortFields<FinalAssessment>("-protocolDate").Add(
        "protocolDate",
        assessment => assessment.ProtocolDate
    );

    public Task<Result<Page<FinalAssessmentListItem>>> Handle(
        ListFinalAssessments request,
        CancellationToken cancellationToken
    ) =>
        store
            .FinalAssessments.WhereGiven(request.CourseId, id => assessment => assessment.CourseId == id)
            .WhereGiven(request.From, day => assessment => assessment.ProtocolDate >= day)
            .WhereGiven(request.To, day => assessment => assessment.ProtocolDate <= day)
            .ToPageAsync(
                request,
                Sort,
                projections.Of<FinalAssessment, FinalAssessmentListItem>().SeenBy(store.Scope),
                cancellationToken
            );
}
