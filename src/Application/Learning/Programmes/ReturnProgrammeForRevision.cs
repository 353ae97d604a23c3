using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Learning.Programmes;

namespace MethodCenter.Application.Learning.Programmes;

/// <summary>Returns a programme for revision after a review that did not recommend it.</summary>
[Permission(ProgrammePermissions.Approve)]
public sealed record ReturnProgrammeForRevision(Guid Id, int Version) : ICommand<ProgrammeDetails>;

internal sealed class ReturnProgrammeForRevisionHandler(ILearningStore store, IReads reads)
    : ICommandHandler<ReturnProgrammeForRevision, ProgrammeDetails>
{
    public async Task<Answer<ProgrammeDetails>> Handle(
        ReturnProgrammeForRevision request,
        CancellationToken cancellationToken
    )
    {
        var programme = await store
            .Programmes.Include(programme => programme.Reviews)
            .SingleOrDefaultAsync(programme => programme.Id == request.Id, cancellationToken);
        if (programme is null)
        {
            return ProgrammeErrors.NotFound;
        }

        return programme.CheckVersion(request.Version)
            ?? programme.ReturnForRevision().Error
            ?? reads.Answer<Programme, ProgrammeDetails>(programme);
    }
}
