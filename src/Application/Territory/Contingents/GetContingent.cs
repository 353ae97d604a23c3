using MethodCenter.Domain.Territory.Contingents;

namespace MethodCenter.Application.Territory.Contingents;

/// <summary>The pupils of one grade.</summary>
[Permission(ContingentPermissions.Read)]
public sealed record GetContingent(Guid Id) : IQuery<ContingentDetails>;

internal sealed class GetContingentHandler(IReads reads) : IQueryHandler<GetContingent, ContingentDetails>
{
    public async Task<Result<ContingentDetails>> Handle(GetContingent request, CancellationToken cancellationToken) =>
        await reads.FindAsync<Contingent, ContingentDetails>(request.Id, cancellationToken) is { } contingent
            ? contingent
            : ContingentErrors.NotFound;
}
