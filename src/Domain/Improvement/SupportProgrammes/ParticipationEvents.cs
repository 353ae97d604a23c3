using System.Collections.Immutable;

namespace MethodCenter.Domain.Improvement.SupportProgrammes;

/// <summary>A school was taken into a cycle and given a coordinator and a curator.</summary>
public sealed record SchoolAssigned(
    Guid SubjectId,
    Guid SupportProgrammeId,
    Guid CycleId,
    Guid OrganisationId,
    Guid CoordinatorId,
    Guid CuratorId
) : IDomainEvent;

/// <summary>A school has another curator.</summary>
public sealed record CuratorReplaced(Guid SubjectId, Guid OrganisationId, Guid OldCuratorId, Guid NewCuratorId)
    : IDomainEvent;

/// <summary>A school has another coordinator.</summary>
public sealed record CoordinatorReplaced(
    Guid SubjectId,
    Guid OrganisationId,
    Guid OldCoordinatorId,
    Guid NewCoordinatorId
) : IDomainEvent;

/// <summary>The risk profile of a school was recorded, for the first time or anew.</summary>
public sealed record RiskProfileRecorded(Guid SubjectId, Guid OrganisationId, string EditionCode) : IDomainEvent;

/// <summary>A school chose its priority risks, for the first time or anew.</summary>
/// <param name="Factors">Numbers of the chosen factors in the edition of the cycle, rising.</param>
public sealed record PriorityRisksChosen(Guid SubjectId, Guid OrganisationId, ImmutableArray<int> Factors)
    : IDomainEvent;

/// <summary>A school began to carry out its measures.</summary>
public sealed record ParticipationStarted(Guid SubjectId, Guid OrganisationId) : IDomainEvent;

/// <summary>The participation of a school ended with an outcome.</summary>
public sealed record ParticipationClosed(Guid SubjectId, Guid OrganisationId, ParticipationOutcome Outcome)
    : IDomainEvent;
