using MethodCenter.Application.Common.Ports;
using MethodCenter.Application.Territory.Organisations;

namespace MethodCenter.Api.Territory.Organisations;

/// <summary>Организации.</summary>
internal static class OrganisationEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapArea("organisations", "Организации");
        group.Post("", RegisterOrganisation);
        group.Get("", ListOrganisations);
        group.Get("{id:guid}", GetOrganisation);
        group.Patch("{id:guid}", UpdateOrganisation);
        group.Put("by-key/{source}/{key}", UpsertOrganisation);
        group.Post("{id:guid}/status", ChangeOrganisationStatus);
    }

    /// <summary>Зарегистрировать организацию</summary>
    /// <remarks>Other spellings and former names are given as aliases and are searched as well.</remarks>
    private static Task<CreatedOutcome<OrganisationDetails>> RegisterOrganisation(
        Body<RegisterOrganisation> body,
        Web web
    ) => web.Create(body.Value, organisation => $"{Routes.Base}/organisations/{organisation.Id}");

    /// <summary>Список организаций</summary>
    /// <remarks>Searched by name, former name, alias, code or number: «Березовская» also finds «Берёзовская».</remarks>
    private static Task<OkOutcome<Page<OrganisationListItem>>> ListOrganisations(
        Query<ListOrganisations> query,
        Web web
    ) => web.Read(query.Value);

    /// <summary>Карточка организации</summary>
    /// <remarks>One organisation with its other names; the ETag is its revision.</remarks>
    private static Task<OkOutcome<OrganisationDetails>> GetOrganisation(Guid id, Web web) =>
        web.Read(new GetOrganisation(id));

    /// <summary>Изменить карточку организации</summary>
    /// <remarks>A changed short name stays findable as a former one.</remarks>
    private static Task<OkOutcome<OrganisationDetails>> UpdateOrganisation(
        Guid id,
        Patch<OrganisationBody> patch,
        IfMatch ifMatch,
        Web web
    ) => web.Patch(new GetOrganisation(id), patch, ifMatch, body => new UpdateOrganisation(id, ifMatch.Version, body));

    /// <summary>Записать организацию по ключу внешней системы</summary>
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

    /// <summary>Изменить состояние организации</summary>
    /// <remarks>Suspends, closes or reopens it as of a day.</remarks>
    private static Task<OkOutcome<OrganisationDetails>> ChangeOrganisationStatus(
        Guid id,
        Body<OrganisationStatusBody> body,
        IfMatch ifMatch,
        Web web
    ) => web.Change(new ChangeOrganisationStatus(id, ifMatch.Version, body.Value));
}
