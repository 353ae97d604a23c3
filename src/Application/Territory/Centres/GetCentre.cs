using MethodCenter.Domain.Territory.Centres;

namespace MethodCenter.Application.Territory.Centres;

/// <summary>The card of a centre, for those who work in it.</summary>
[Permission(CentrePermissions.Read)]
public sealed record GetCentre(Guid Id) : IQuery<CentreDetails>;

internal sealed class GetCentreHandler(IReads reads) : IQueryHandler<GetCentre, CentreDetails>
{
    public async Task<Result<CentreDetails>> Handle(GetCentre request, CancellationToken cancellationToken) =>
        await reads.FindAsync<Centre, CentreDetails>(request.Id, cancellationToken) is { } centre
            ? centre
            : CentreErrors.NotFound;
}
