using MethodCenter.Domain.Territory.Norms;

namespace MethodCenter.Application.Territory.Norms;

/// <summary>A norm that the centre has set.</summary>
[Permission(NormPermissions.Read)]
public sealed record GetNorm(Guid Id) : IQuery<CentreNormDetails>;

internal sealed class GetNormHandler(IReads reads) : IQueryHandler<GetNorm, CentreNormDetails>
{
    public async Task<Result<CentreNormDetails>> Handle(GetNorm request, CancellationToken cancellationToken) =>
        await reads.FindAsync<CentreNorm, CentreNormDetails>(request.Id, cancellationToken) is { } norm
            ? norm
            : NormErrors.NotFound;
}
