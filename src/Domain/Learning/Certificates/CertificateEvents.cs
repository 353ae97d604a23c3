namespace MethodCenter.Domain.Learning.Certificates;

/// <summary>A document was issued.</summary>
public sealed record CertificateIssued(Guid SubjectId, Guid CourseId, Guid EnrolmentId, int Year, int Number)
    : IDomainEvent;

/// <summary>A document was replaced by a new one.</summary>
public sealed record CertificateReplaced(Guid SubjectId, Guid ReplacementId) : IDomainEvent;

/// <summary>A document is valid no more.</summary>
public sealed record CertificateAnnulled(Guid SubjectId) : IDomainEvent;
