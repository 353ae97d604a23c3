namespace MethodCenter.Domain.Career.Attestations;

/// <summary>Refusals and warnings of the attestation of heads (ATT-25).</summary>
public static class HeadAttestationErrors
{
    public static readonly Error NotFound = Error.NotFound("head-attestation.not-found");

    /// <summary>Same employee, post, organisation and day of decision.</summary>
    public static readonly Error AlreadyRecorded = Error.Conflict("head-attestation.already-recorded");

    /// <summary>The decision is on file with other content; it is never changed, but annulled and entered anew.</summary>
    public static readonly Error RecordedOtherwise = Error.Conflict("head-attestation.recorded-otherwise");

    /// <summary>Teachers are attested by the procedure of teachers, not by the founder.</summary>
    public static readonly Error PositionNotManaging = Error
        .Unprocessable("head-attestation.position-not-managing")
        .At("/positionId")
        .By(AttestationNorms.Heads);

    public static readonly Error CommissionMissing = Error
        .Unprocessable("head-attestation.commission-missing")
        .At("/commission");

    public static Error CommissionTooLong(int most) =>
        Error.Unprocessable("head-attestation.commission-too-long").With("most", most).At("/commission");

    /// <summary>Candidates are attested before they are appointed; so this is only told.</summary>
    public static Warning Candidate(DateOnly decidedOn, RuleReference rule) =>
        new Warning("head-attestation.candidate").With("decidedOn", decidedOn).By(rule);
}
