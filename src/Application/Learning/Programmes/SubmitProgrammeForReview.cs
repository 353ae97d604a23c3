using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Learning.Programmes;

namespace MethodCenter.Application.Learning.Programmes;

/// <summary>Submits a draft, or what was revised, to the internal expertise.</summary>
[Permission(ProgrammePermissions.Write)]
public sealed record SubmitProgrammeForReview(Guid Id, int Version) : ICommand<ProgrammeDetails>;

internal sealed class SubmitProgrammeForReviewHandler(ILearningStore store, IReads reads, IClock clock)
    : ICommandHandler<SubmitProgrammeForReview, ProgrammeDetails>
{
    public async Task<Answer<ProgrammeDetails>> Handle(
        SubmitProgrammeForReview request,
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
            ?? programme.SubmitForReview(clock.Today).Error
            ?? reads.Answer<Programme, ProgrammeDetails>(programme);
    }
}
