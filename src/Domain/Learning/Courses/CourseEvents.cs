namespace MethodCenter.Domain.Learning.Courses;

/// <summary>A course was registered.</summary>
public sealed record CourseRegistered(Guid SubjectId, Guid ProgrammeId, string AcademicYear, int Number) : IDomainEvent;

/// <summary>A course has ended as planned.</summary>
public sealed record CourseCompleted(Guid SubjectId) : IDomainEvent;

/// <summary>A course will not take place, or not to its end.</summary>
public sealed record CourseCancelled(Guid SubjectId) : IDomainEvent;

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
