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

/// <summary>A team has got its seats.</summary>
public sealed record TeamEnrolled(Guid SubjectId, Guid TeamId, int Members) : IDomainEvent;

/// <summary>Fewer seats were free than the team has members: it waits as a whole.</summary>
public sealed record TeamPutOnWaitingList(Guid SubjectId, Guid TeamId, int Members) : IDomainEvent;

/// <summary>Seats for a whole team fell free and went to it.</summary>
public sealed record TeamPromoted(Guid SubjectId, Guid TeamId, int Members) : IDomainEvent;
