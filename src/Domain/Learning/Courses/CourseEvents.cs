using MethodCenter.Domain.Common;

namespace MethodCenter.Domain.Learning.Courses;

public sealed record CourseRegistered(Guid SubjectId, Guid ProgrammeId, string AcademicYear, int Number) : IDomainEvent;

public sealed record CourseCompleted(Guid SubjectId) : IDomainEvent;

public sealed record CourseCancelled(Guid SubjectId) : IDomainEvent;

public sealed record EmployeeEnrolled(Guid SubjectId, Guid EnrolmentId, Guid EmployeeId) : IDomainEvent;

public sealed record EmployeePutOnWaitingList(Guid SubjectId, Guid EnrolmentId, Guid EmployeeId) : IDomainEvent;

public sealed record EmployeePromoted(Guid SubjectId, Guid EnrolmentId, Guid EmployeeId) : IDomainEvent;

public sealed record EmployeeWithdrawn(Guid SubjectId, Guid EnrolmentId, Guid EmployeeId) : IDomainEvent;
