namespace MethodCenter.Domain.Learning.Enrolments;

/// <summary>An employee has got a seat.</summary>
public sealed record EmployeeEnrolled(Guid SubjectId, Guid EnrolmentId, Guid EmployeeId) : IDomainEvent;

/// <summary>No seat was free: an employee waits for one.</summary>
public sealed record EmployeePutOnWaitingList(Guid SubjectId, Guid EnrolmentId, Guid EmployeeId) : IDomainEvent;

/// <summary>A seat fell free and went to the first who waited.</summary>
public sealed record EmployeePromoted(Guid SubjectId, Guid EnrolmentId, Guid EmployeeId) : IDomainEvent;

/// <summary>A learner studies in the group of the other half-year from now on.</summary>
public sealed record EmployeeTransferred(Guid SubjectId, Guid EnrolmentId, Guid EmployeeId) : IDomainEvent;

/// <summary>An employee has left a course or its waiting list.</summary>
public sealed record EmployeeWithdrawn(Guid SubjectId, Guid EnrolmentId, Guid EmployeeId) : IDomainEvent;
