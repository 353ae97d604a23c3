using MethodCenter.Api.Learning.Orders;
using MethodCenter.Api.Security;
using MethodCenter.Application.Learning.Certificates;
using MethodCenter.Application.Learning.Courses;

namespace MethodCenter.Api.Learning.Certificates;

/// <summary>Certificates.</summary>
internal static class CertificateEndpoints
{
    private static readonly Heading Heading = new(
        "Certificates",
        "Issue certificates («удостоверения»), diplomas and references, keep the register book, print, replace and annul; anybody who holds one can verify it."
    );

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
        group.Post("{id:guid}/receipt", RecordCertificateReceipt);
        var ofCourse = routes.MapArea("courses/{courseId:guid}/certificates", Heading);
        ofCourse.Post("", IssueCourseCertificates);
        ofCourse.Get("ledger", GetIssueLedger).Refuses(StatusCodes.Status409Conflict);
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

    /// <summary>Issue a certificate to a learner</summary>
    /// <remarks>
    /// The kind follows from the outcome and the programme (DPO-5): a certificate of professional development, a
    /// diploma, a reference of study for those who left, a certificate of participation for other programmes. The
    /// number is the next of the register book of the year (DPO-8).
    /// </remarks>
    private static Task<CreatedOutcome<CertificateDetails>> IssueCertificate(Body<IssueCertificate> body, Web web) =>
        web.Create(body.Value, certificate => $"{Routes.Base}/certificates/{certificate.Id}");

    /// <summary>Issue certificates to all who completed a course</summary>
    /// <remarks>
    /// To everyone who has completed the course and has no valid certificate, in the order of their names; numbers and
    /// blanks are consecutive. Those still in education wait (DPO-4). A second call issues nothing.
    /// </remarks>
    private static Task<OkOutcome<IssuedCertificates>> IssueCourseCertificates(
        Guid courseId,
        Body<CertificateEntryBody> body,
        Web web
    ) => web.Change(new IssueCourseCertificates(courseId, body.Value));

    /// <summary>Issue ledger of a course (DOCX, HTML)</summary>
    /// <remarks>
    /// «Ведомость выдачи»: every document issued for the course with its number and day, whether and how the learner got
    /// it, and the signatures of head and secretary. What is not marked as received is left free to be signed by hand.
    /// As a table: <c>GET /exports/certificates</c> with the same <c>courseId</c>.
    /// </remarks>
    private static Task<PaperOutcome> GetIssueLedger(Guid courseId, Query<PaperQuery> query, Web web) =>
        web.Paper(new GetIssueLedger(courseId, query.Value.Format));

    /// <summary>Register book of certificates</summary>
    /// <remarks>By year, learner, course, organisation, kind, state or days of issue; sorted by number it is the book.</remarks>
    private static Task<OkOutcome<Page<CertificateListItem>>> ListCertificates(
        Query<ListCertificates> query,
        Web web
    ) => web.Read(query.Value);

    /// <summary>Certificate</summary>
    /// <remarks>One entry of the book; the ETag is its revision.</remarks>
    private static Task<OkOutcome<CertificateDetails>> GetCertificate(Guid id, Web web) =>
        web.Read(new GetCertificate(id));

    /// <summary>Issue a duplicate or exchange a certificate</summary>
    /// <remarks>
    /// A new entry with a new number; the former document is no longer valid (DPO-9). The name stays that of the day of
    /// issue, unless its change is the reason: then <c>basis</c> names the proof.
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

    /// <summary>Mark that a learner got a certificate</summary>
    /// <remarks>Day and mark of the ledger of issue (DPO-8); <c>?received=false</c> of the list names what is still to be handed over.</remarks>
    private static Task<OkOutcome<CertificateDetails>> RecordCertificateReceipt(
        Guid id,
        Body<CertificateReceiptBody> body,
        IfMatch ifMatch,
        Web web
    ) => web.Change(new RecordCertificateReceipt(id, ifMatch.Version, body.Value));

    /// <summary>Annul a certificate</summary>
    /// <remarks>The entry stays in the book; its numbers are never used again (DPO-8).</remarks>
    private static Task<OkOutcome<CertificateDetails>> AnnulCertificate(
        Guid id,
        Body<ReasonBody> body,
        IfMatch ifMatch,
        Web web
    ) => web.Change(new AnnulCertificate(id, ifMatch.Version, body.Value));

    /// <summary>Verify a certificate</summary>
    /// <remarks>
    /// For anybody who holds the paper, without signing in: what the paper shows, and whether it is valid. Codes cannot
    /// be guessed, and attempts to guess are slowed down.
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

    /// <summary>Printable form of a certificate (DOCX, HTML)</summary>
    /// <remarks>
    /// With all that the register shows, the mark «Дубликат» and a QR code that leads to the verification; without a
    /// public address of the service (<c>Public:Address</c>) the code is printed as text. Only for a valid document: a
    /// replaced or annulled one is not printed again.
    /// </remarks>
    private static Task<PaperOutcome> GetCertificateFile(Guid id, Query<PaperQuery> query, Web web) =>
        web.Paper(new GetCertificateFile(id, query.Value.Format));

    /// <summary>Open badge of a certificate (Open Badges 3.0)</summary>
    /// <remarks>
    /// A verifiable credential that learners keep in their wallets, as a JSON web token (ES256): what the paper shows
    /// and no more. Anybody can verify it without the service, with the key of <c>GET /public/keys</c> whose <c>kid</c>
    /// stands in the <c>jwk</c> of its header; the key in the header itself proves nothing. Its <c>id</c> tells whether
    /// the document is still valid, where the service knows its public address (<c>Public:Address</c>). Only for a
    /// valid document.
    /// </remarks>
    private static Task<TokenOutcome> GetCertificateCredential(Guid id, Web web) =>
        web.Token(new GetCertificateCredential(id));

    /// <summary>Public keys of the service</summary>
    /// <remarks>
    /// The keys with which open badges are verified (JSON Web Key Set, RFC 7517), without signing in: the current key
    /// first, then its predecessors, which are never removed. Whoever keeps a copy can verify badges without the
    /// service.
    /// </remarks>
    private static async Task<OkOutcome<PublicKeySet>> ListPublicKeys(ICredentialSigner signer, HttpContext http)
    {
        http.Response.Headers.CacheControl = "public, max-age=3600";
        return new OkOutcome<PublicKeySet>(await signer.PublicKeysAsync(http.RequestAborted));
    }
}
