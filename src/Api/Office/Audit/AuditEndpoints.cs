using MethodCenter.Application.Office.Audit;

namespace MethodCenter.Api.Office.Audit;

/// <summary>Audit.</summary>
internal static class AuditEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapArea("audit", new Heading("Audit", "Look up who changed or read what, and when.")).Get("", ListAudit);

    /// <summary>Audit</summary>
    /// <remarks>
    /// Who did what to which object and when, the latest first; every reading of protected personal data with its
    /// purpose. Values of personal fields are never kept. For auditors and administrators.
    /// </remarks>
    private static Task<OkOutcome<Page<AuditListItem>>> ListAudit(Query<ListAudit> query, Web web) =>
        web.Read(query.Value);
}
