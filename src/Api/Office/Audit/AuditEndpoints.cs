using MethodCenter.Application.Office.Audit;

namespace MethodCenter.Api.Office.Audit;

/// <summary>Аудит.</summary>
internal static class AuditEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapArea("audit", "Аудит").Get("", ListAudit);

    /// <summary>Аудит</summary>
    /// <remarks>
    /// Who did what to which object and when, the newest first; every reading of protected personal data with its
    /// purpose. Values of personal fields are never kept. For auditors and administrators.
    /// </remarks>
    private static Task<OkOutcome<Page<AuditListItem>>> ListAudit(Query<ListAudit> query, Web web) =>
        web.Read(query.Value);
}
