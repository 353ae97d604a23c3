using MethodCenter.Domain.Improvement.SupportProgrammes;

namespace MethodCenter.Application.Improvement.SupportProgrammes;

/// <summary>One participation with its risk profile.</summary>
[Permission(ParticipationPermissions.Read)]
public sealed record GetParticipation(Guid SupportProgrammeId, Guid Id) : IQuery<ParticipationDetails>;

internal sealed class GetParticipationHandler(IReads reads) : IQueryHandler<GetParticipation, ParticipationDetails>
{
    public async Task<Result<ParticipationDetails>> Handle(
        GetParticipation request,
        CancellationToken cancellationToken
    ) =>
        await reads.FindAsync<Participation, ParticipationDetails>(request.Id, cancellationToken) is { } participation
        && participation.SupportProgrammeId == request.SupportProgrammeId
            ? participation
            : ParticipationErrors.NotFound;
}
