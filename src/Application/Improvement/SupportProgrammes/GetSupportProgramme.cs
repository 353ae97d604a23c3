using MethodCenter.Domain.Improvement.SupportProgrammes;

namespace MethodCenter.Application.Improvement.SupportProgrammes;

/// <summary>One support programme with its cycles.</summary>
[Permission(SupportProgrammePermissions.Read)]
public sealed record GetSupportProgramme(Guid Id) : IQuery<SupportProgrammeDetails>;

internal sealed class GetSupportProgrammeHandler(IReads reads)
    : IQueryHandler<GetSupportProgramme, SupportProgrammeDetails>
{
    public async Task<Result<SupportProgrammeDetails>> Handle(
        GetSupportProgramme request,
        CancellationToken cancellationToken
    ) =>
        await reads.FindAsync<SupportProgramme, SupportProgrammeDetails>(request.Id, cancellationToken) is { } programme
            ? programme
            : SupportProgrammeErrors.NotFound;
}
