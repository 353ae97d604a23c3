using MethodCenter.Domain.Teaching.Journal;

namespace MethodCenter.Application.Teaching.Journal;

/// <summary>One protocol of a final assessment.</summary>
[Permission(JournalPermissions.Read)]
public sealed record GetFinalAssessment(Guid Id) : IQuery<FinalAssessmentDetails>;

internal sealed class GetFinalAssessmentHandler(IReads reads)
    : IQueryHandler<GetFinalAssessment, FinalAssessmentDetails>
{
    public async Task<Result<FinalAssessmentDetails>> Handle(
        GetFinalAssessment request,
        CancellationToken cancellationToken
    ) =>
        await reads.FindAsync<FinalAssessment, FinalAssessmentDetails>(request.Id, cancellationToken) is { } assessment
            ? assessment
            : FinalAssessmentErrors.NotFound;
}
