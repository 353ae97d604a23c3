using MethodCenter.Application.Career.Attestations;

namespace MethodCenter.Api.Career.Attestations;

/// <summary>Declined.</summary>
internal static class AttestationEndpoints
{
    private static readonly Heading Heading = new(
        "Attestation",
        "Record decisions of commissions, see whose category or conformity ends and when; each decision is judged by the norm in force on its date."
    );

    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapArea("attestations", Heading);
        group.Post("", RecordAttestation);
        group.Get("", ListAttestations);
        group.Get("{id:guid}", GetAttestation);
        group.Post("{id:guid}/annulment", AnnulAttestation);
        var heads = routes.MapArea("head-attestations", Heading);
        heads.Post("", RecordHeadAttestation);
        heads.Get("", ListHeadAttestations);
        heads.Get("{id:guid}", GetHeadAttestation);
        heads.Post("{id:guid}/annulment", AnnulHeadAttestation);
        routes.MapArea("employees/{id:guid}/qualification", Heading).Get("", GetQualification);
    }

    /// <summary>Record a decision of an attestation commission</summary>
    /// <remarks>
    /// The regulation in force on the day decides: who may claim by the day of application (ATT-12, ATT-13, ATT-18,
    /// ATT-22), the term by the day of decision (ATT-3, ATT-15, ATT-16, ATT-23). A refusal names the rule; what is
    /// doubtful is recorded with <c>warnings</c>. A refusal by the commission is recorded too.
    /// </remarks>
    private static Task<CreatedOutcome<AttestationDetails>> RecordAttestation(Body<RecordAttestation> body, Web web) =>
        web.Create(body.Value, attestation => $"{Routes.Base}/attestations/{attestation.Id}");

    /// <summary>List attestations</summary>
    /// <remarks>By employee, organisation, post, kind, outcome, state, academic year or days of decision.</remarks>
    private static Task<OkOutcome<Page<AttestationListItem>>> ListAttestations(
        Query<ListAttestations> query,
        Web web
    ) => web.Read(query.Value);

    /// <summary>Attestation</summary>
    /// <remarks>One decision with its term and the rules that set it; the ETag is its revision.</remarks>
    private static Task<OkOutcome<AttestationDetails>> GetAttestation(Guid id, Web web) =>
        web.Read(new GetAttestation(id));

    /// <summary>Annul a record made by mistake</summary>
    /// <remarks>
    /// The record is kept with the reason but no longer counts. Decisions that were admitted because of it are not
    /// changed: review those too.
    /// </remarks>
    private static Task<OkOutcome<AttestationDetails>> AnnulAttestation(
        Guid id,
        Body<AnnulmentBody> body,
        IfMatch ifMatch,
        Web web
    ) => web.Change(new AnnulAttestation(id, ifMatch.Version, body.Value));

    /// <summary>Record the attestation of a head by the founder</summary>
    /// <remarks>
    /// Heads and candidates are attested by the founder's commission, outside the procedure of teachers (ATT-25). The term
    /// is the norm <c>attestation.head-conformity-years</c> of the day of decision, which the centre sets to what the
    /// founder's act says.
    /// </remarks>
    private static Task<CreatedOutcome<HeadAttestationDetails>> RecordHeadAttestation(
        Body<RecordHeadAttestation> body,
        Web web
    ) => web.Create(body.Value, attestation => $"{Routes.Base}/head-attestations/{attestation.Id}");

    /// <summary>List attestations of heads</summary>
    /// <remarks>By employee, organisation, post, outcome, state or days of decision.</remarks>
    private static Task<OkOutcome<Page<HeadAttestationListItem>>> ListHeadAttestations(
        Query<ListHeadAttestations> query,
        Web web
    ) => web.Read(query.Value);

    /// <summary>Attestation of a head</summary>
    /// <remarks>One decision of the founder's commission with its term and the norm that set it.</remarks>
    private static Task<OkOutcome<HeadAttestationDetails>> GetHeadAttestation(Guid id, Web web) =>
        web.Read(new GetHeadAttestation(id));

    /// <summary>Annul an attestation of a head recorded by mistake</summary>
    /// <remarks>The record is kept with the reason but no longer counts.</remarks>
    private static Task<OkOutcome<HeadAttestationDetails>> AnnulHeadAttestation(
        Guid id,
        Body<AnnulmentBody> body,
        IfMatch ifMatch,
        Web web
    ) => web.Change(new AnnulHeadAttestation(id, ifMatch.Version, body.Value));

    /// <summary>Qualification of an employee on a day</summary>
    /// <remarks>
    /// Category, since and until when, the next conformity, and the rule that says so, as known on the day (today by
    /// default). Why a person is exempt from conformity is health data and is not shown.
    /// </remarks>
    private static Task<OkOutcome<QualificationModel>> GetQualification(
        Guid id,
        Query<GetQualification> query,
        Web web
    ) => web.Read(query.Value with { Id = id });
}
