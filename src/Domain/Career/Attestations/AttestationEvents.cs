namespace MethodCenter.Domain.Career.Attestations;

/// <summary>A decision of a commission was entered.</summary>
public sealed record AttestationRecorded(Guid SubjectId, Guid EmployeeId, Guid OrganisationId, AttestationKind Kind)
    : IDomainEvent;

/// <summary>An attestation entered by mistake no longer counts.</summary>
public sealed record AttestationAnnulled(Guid SubjectId, Guid EmployeeId, Guid OrganisationId, AttestationKind Kind)
    : IDomainEvent;

/// <summary>A decision of the founder's commission about a head was entered.</summary>
public sealed record HeadAttestationRecorded(Guid SubjectId, Guid EmployeeId, Guid OrganisationId) : IDomainEvent;

/// <summary>An attestation of a head entered by mistake no longer counts.</summary>
public sealed record HeadAttestationAnnulled(Guid SubjectId, Guid EmployeeId, Guid OrganisationId) : IDomainEvent;
