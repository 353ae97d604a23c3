using MethodCenter.Domain.Learning.Programmes;

namespace MethodCenter.Application.Learning.Programmes;

/// <summary>One programme.</summary>
[Permission(ProgrammePermissions.Read)]
public sealed record GetProgramme(Guid Id) : IQuery<ProgrammeDetails>;

internal sealed class GetProgrammeHandler(IReads reads) : IQueryHandler<GetProgramme, ProgrammeDetails>
{
    public async Task<Result<ProgrammeDetails>> Handle(GetProgramme request, CancellationToken cancellationToken) =>
        await reads.FindAsync<Programme, ProgrammeDetails>(request.Id, cancellationToken) is { } programme
            ? programme
            : ProgrammeErrors.NotFound;
}
