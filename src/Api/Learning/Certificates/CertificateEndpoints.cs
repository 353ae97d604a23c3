using MethodCenter.Api.Learning.Orders;
using MethodCenter.Api.Security;
using MethodCenter.Application.Learning.Certificates;
using MethodCenter.Application.Learning.Courses;

namespace MethodCenter.Api.Learning.Certificates;

/// <summary>Документы об обучении.</summary>
internal static class CertificateEndpoints
{
    private const string Heading = "Документы об обучении";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapArea("certificates", Heading);
        group.Post("", IssueCertificate);
        group.Get("", ListCertificates);
        group.Get("{id:guid}", GetCertificate);
        group.Get("{id:guid}/file", GetCertificateFile).Refuses(StatusCodes.Status409Conflict);
        group.Get("{id:guid}/credential", GetCertificateCredential).Refuses(StatusCodes.Status409Conflict);
        group.Post("{id:guid}/replacement", ReplaceCertificate);
        group.Post("{id:guid}/annulment", AnnulCertificate);
        routes.MapArea("courses/{courseId:guid}/certificates", Heading).Post("", IssueCourseCertificates);
        routes
            .MapArea("public/certificates", Heading)
            .MapGet("{code}", VerifyCertificate)
            .WithName(nameof(VerifyCertificate))
            .Refuses(StatusCodes.Status404NotFound)
            .AllowAnonymous();
        routes
            .MapArea("public/keys", Heading)
            .MapGet("", ListPublicKeys)
            .WithName(nameof(ListPublicKeys))
            .AllowAnonymous();
    }

    /// <summary>Выдать документ слушателю</summary>
    /// <remarks>
    /// The kind follows from the outcome and the programme (DPO-5): удостоверение, диплом, for who has left a справка,
    /// for other programmes a сертификат. The number is the next of the register book of the year (DPO-8).
    /// </remarks>
    private static Task<CreatedOutcome<CertificateDetails>> IssueCertificate(Body<IssueCertificate> body, Web web) =>
        web.Create(body.Value, certificate => $"{Routes.Base}/certificates/{certificate.Id}");

    /// <summary>Выдать документы всем, кто завершил курс</summary>
    /// <remarks>
    /// To everyone who has completed the course and has no valid document, in the order of their names; numbers and blanks
    /// follow each other. Who still gets his education waits (DPO-4). A second call issues nothing.
    /// </remarks>
    private static Task<OkOutcome<IssuedCertificates>> IssueCourseCertificates(
        Guid courseId,
        Body<CertificateEntryBody> body,
        Web web
    ) => web.Change(new IssueCourseCertificates(courseId, body.Value));

    /// <summary>Книга регистрации документов</summary>
    /// <remarks>By year, learner, course, organisation, kind, state or days of issue; sorted by number it is the book.</remarks>
    private static Task<OkOutcome<Page<CertificateListItem>>> ListCertificates(
        Query<ListCertificates> query,
        Web web
    ) => web.Read(query.Value);

    /// <summary>Документ об обучении</summary>
    /// <remarks>One entry of the book; the ETag is its revision.</remarks>
    private static Task<OkOutcome<CertificateDetails>> GetCertificate(Guid id, Web web) =>
        web.Read(new GetCertificate(id));

    /// <summary>Выдать дубликат или обменять документ</summary>
    /// <remarks>
    /// A new entry with a new number; the former is valid no more (DPO-9). The name stays that of the day of issue,
    /// except where its change is the reason: then <c>basis</c> names the proof.
    /// </remarks>
    private static Task<CreatedOutcome<CertificateDetails>> ReplaceCertificate(
        Guid id,
        Body<ReplacementBody> body,
        IfMatch ifMatch,
        Web web
    ) =>
        web.Create(
            new ReplaceCertificate(id, ifMatch.Version, body.Value),
            certificate => $"{Routes.Base}/certificates/{certificate.Id}"
        );

    /// <summary>Аннулировать документ</summary>
    /// <remarks>The entry stays in the book; its numbers are never used again (DPO-8).</remarks>
    private static Task<OkOutcome<CertificateDetails>> AnnulCertificate(
        Guid id,
        Body<ReasonBody> body,
        IfMatch ifMatch,
        Web web
    ) => web.Change(new AnnulCertificate(id, ifMatch.Version, body.Value));

    /// <summary>Проверить подлинность документа</summary>
    /// <remarks>
    /// For anybody who holds the paper, without signing in: what the paper shows, and whether it is valid. Codes cannot be
    /// guessed, and guessing is slowed down.
    /// </remarks>
    private static async Task<OkOutcome<VerifiedCertificate>> VerifyCertificate(
        string code,
        ICertificateVerification verification,
        VerificationLimiter limiter,
        HttpContext http
    )
    {
        if (!limiter.Allows(http))
        {
            http.Response.Headers.RetryAfter = "60";
            return new OkOutcome<VerifiedCertificate>(RequestErrors.TooMany.With("permits", limiter.Permits));
        }

        return new OkOutcome<VerifiedCertificate>(await verification.FindAsync(code, http.RequestAborted));
    }

    /// <summary>Бланк документа для печати (DOCX, HTML)</summary>
    /// <remarks>
    /// With all that the register shows, the mark «Дубликат» and a QR code that leads to the verification; without a public
    /// address of the service (<c>Public:Address</c>) the code is printed as text. Only of a valid document: a replaced or
    /// annulled one is not printed again.
    /// </remarks>
    private static Task<PaperOutcome> GetCertificateFile(Guid id, Query<PaperQuery> query, Web web) =>
        web.Paper(new GetCertificateFile(id, query.Value.Format));

    /// <summary>Открытый значок документа (Open Badges 3.0)</summary>
    /// <remarks>
    /// A verifiable credential that the learner keeps in his wallet, as a JSON web token (ES256): what the paper shows and no
    /// more. Anybody verifies it without the service, with the key of <c>GET /public/keys</c> whose <c>kid</c> stands in the
    /// <c>jwk</c> of its header; the key in the header itself proves nothing. Whether the document is valid still, its
    /// <c>id</c> tells, where the service knows its public address (<c>Public:Address</c>). Only of a valid document.
    /// </remarks>
    private static Task<TokenOutcome> GetCertificateCredential(Guid id, Web web) =>
        web.Token(new GetCertificateCredential(id));

    /// <summary>Открытые ключи службы</summary>
    /// <remarks>
    /// By which open badges are verified (JSON Web Key Set, RFC 7517), without signing in: the present key first, then those
    /// before it, which are never taken away. Keep them; badges are verified without the service then.
    /// </remarks>
    private static async Task<OkOutcome<PublicKeySet>> ListPublicKeys(ICredentialSigner signer, HttpContext http)
    {
        http.Response.Headers.CacheControl = "public, max-age=3600";
        return new OkOutcome<PublicKeySet>(await signer.PublicKeysAsync(http.RequestAborted));
    }
}
