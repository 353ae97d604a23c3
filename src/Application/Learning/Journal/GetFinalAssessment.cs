using MethodCenter.Application.Common.Messaging;
using MethodCenter.Application.Common.Ports;
using MethodCenter.Application.Common.Security;
using MethodCenter.Domain.Common;
using MethodCenter.Domain.Learning.Journal;

namespace MethodCenter.Application.Learning.Journal;

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
