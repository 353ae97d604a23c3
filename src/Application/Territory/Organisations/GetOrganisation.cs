using MethodCenter.Domain.Territory.Organisations;

namespace MethodCenter.Application.Territory.Organisations;

/// <summary>The card of an organisation.</summary>
[Permission(OrganisationPermissions.Read)]
public sealed record GetOrganisation(Guid Id) : IQuery<OrganisationDetails>;

internal sealed class GetOrganisationHandler(IReads reads) : IQueryHandler<GetOrganisation, OrganisationDetails>
{
    public async Task<Result<OrganisationDetails>> Handle(
        GetOrganisation request,
        CancellationToken cancellationToken
    ) =>
        await reads.FindAsync<Organisation, OrganisationDetails>(request.Id, cancellationToken) is { } organisation
            ? organisation
            : OrganisationErrors.NotFound;
}
