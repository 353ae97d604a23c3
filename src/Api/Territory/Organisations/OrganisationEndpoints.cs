using MethodCenter.Application.Common.Ports;
using MethodCenter.Application.Territory.Organisations;

namespace MethodCenter.Api.Territory.Organisations;

/// <summary>Organisations.</summary>
internal static class OrganisationEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapArea(
            "organisations",
            new Heading("Organisations", "Keep the cards of the schools and kindergartens that the centre supports.")
        );
        group.Post("", RegisterOrganisation);
        group.Get("", ListOrganisations);
        group.Get("{id:guid}", GetOrganisation);
        group.Patch("{id:guid}", UpdateOrganisation);
        group.Put("by-key/{source}/{key}", UpsertOrganisation);
        group.Post("{id:guid}/status", ChangeOrganisationStatus);
    }

    /// <summary>Register an organisation</summary>
    /// <remarks>Other spellings and former names are given as aliases and are searched too.</remarks>
    private static Task<CreatedOutcome<OrganisationDetails>> RegisterOrganisation(
        Body<RegisterOrganisation> body,
        Web web
    ) => web.Create(body.Value, organisation => $"{Routes.Base}/organisations/{organisation.Id}");

    /// <summary>List organisations</summary>
    /// <remarks>Searched by name, former name, alias, code or number: «Березовская» also finds «Берёзовская».</remarks>
    private static Task<OkOutcome<Page<OrganisationListItem>>> ListOrganisations(
        Query<ListOrganisations> query,
        Web web
    ) => web.Read(query.Value);

    /// <summary>Card of an organisation</summary>
    /// <remarks>One organisation with its other names; the ETag is its revision.</remarks>
    private static Task<OkOutcome<OrganisationDetails>> GetOrganisation(Guid id, Web web) =>
        web.Read(new GetOrganisation(id));

    /// <summary>Update the card of an organisation</summary>
    /// <remarks>A short name that was changed can still be found as a former one.</remarks>
    private static Task<OkOutcome<OrganisationDetails>> UpdateOrganisation(
        Guid id,
        Patch<OrganisationBody> patch,
        IfMatch ifMatch,
        Web web
    ) => web.Patch(new GetOrganisation(id), patch, ifMatch, body => new UpdateOrganisation(id, ifMatch.Version, body));

    /// <summary>Record an organisation by the key of a neighbouring system</summary>
    /// <remarks>Registers it, or changes the one known by that key. Equal content writes nothing.</remarks>
    private static Task<UpsertOutcome<OrganisationDetails>> UpsertOrganisation(
        string source,
        string key,
        Body<OrganisationBody> body,
        Web web
    ) =>
        web.Upsert(
            new UpsertOrganisation(new ExternalKey(source, key), body.Value),
            organisation => $"{Routes.Base}/organisations/{organisation.Id}"
        );

    /// <summary>Change the status of an organisation</summary>
    /// <remarks>Suspends, closes or reopens it as of a day.</remarks>
    private static Task<OkOutcome<OrganisationDetails>> ChangeOrganisationStatus(
        Guid id,
        Body<OrganisationStatusBody> body,
        IfMatch ifMatch,
        Web web
    ) => web.Change(new ChangeOrganisationStatus(id, ifMatch.Version, body.Value));
}
