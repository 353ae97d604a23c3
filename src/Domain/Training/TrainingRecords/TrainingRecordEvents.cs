using MethodCenter.Domain.Learning.Programmes;

namespace MethodCenter.Domain.Training.TrainingRecords;

/// <summary>Completed training was entered.</summary>
public sealed record TrainingRecorded(Guid SubjectId, Guid EmployeeId, Guid OrganisationId, ProgrammeKind Kind)
    : IDomainEvent;

/// <summary>Training entered by mistake no longer counts.</summary>
public sealed record TrainingRecordAnnulled(Guid SubjectId, Guid EmployeeId, Guid OrganisationId, ProgrammeKind Kind)
    : IDomainEvent;
