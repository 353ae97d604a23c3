using MethodCenter.Domain.Territory.Organisations;

namespace MethodCenter.Application.Territory.Organisations;

/// <summary>Organisations as other areas show them, to be composed into queries.</summary>
public static class OrganisationReferences
{
    public static IQueryable<OrganisationReference> References(this IQueryable<Organisation> organisations) =>
        organisations.Select(organisation => new OrganisationReference
        {
            Id = organisation.Id,
            Code = organisation.Code,
            ShortName = organisation.ShortName,
        });
}
