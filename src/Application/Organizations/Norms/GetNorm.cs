using MethodCenter.Application.Common.Messaging;
using MethodCenter.Application.Common.Ports;
using MethodCenter.Application.Common.Security;
using MethodCenter.Domain.Common;
using MethodCenter.Domain.Organizations.Norms;

namespace MethodCenter.Application.Organizations.Norms;

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
