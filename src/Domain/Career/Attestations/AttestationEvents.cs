namespace MethodCenter.Domain.Career.Attestations;

/// <summary>A decision of a commission was entered.</summary>
public sealed record AttestationRecorded(Guid SubjectId, Guid EmployeeId, Guid OrganisationId, AttestationKind Kind)
    : IDomainEvent;

/// <summary>An attestation entered by mistake no longer counts.</summary>
public sealed record AttestationAnnulled(Guid SubjectId, Guid EmployeeId, Guid OrganisationId, AttestationKind Kind)
    : IDomainEvent;
