using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Learning.Programmes;

namespace MethodCenter.Application.Learning.Programmes;

/// <summary>Takes a programme out of use: no new courses, the history stays.</summary>
[Permission(ProgrammePermissions.Write)]
public sealed record RetireProgramme(Guid Id, int Version) : ICommand<ProgrammeDetails>;

internal sealed class RetireProgrammeHandler(ILearningStore store, IReads reads)
    : ICommandHandler<RetireProgramme, ProgrammeDetails>
{
    public async Task<Answer<ProgrammeDetails>> Handle(RetireProgramme request, CancellationToken cancellationToken)
    {
        var programme = await store.Programmes.SingleOrDefaultAsync(
            programme => programme.Id == request.Id,
            cancellationToken
        );
        if (programme is null)
        {
            return ProgrammeErrors.NotFound;
        }

        return programme.CheckVersion(request.Version)
            ?? programme.Retire().Error
            ?? reads.Answer<Programme, ProgrammeDetails>(programme);
    }
}
