namespace MethodCenter.Domain.Learning.Courses;

/// <summary>A course was registered.</summary>
public sealed record CourseRegistered(Guid SubjectId, Guid ProgrammeId, string AcademicYear, int Number) : IDomainEvent;

/// <summary>A course has ended as planned.</summary>
public sealed record CourseCompleted(Guid SubjectId) : IDomainEvent;

/// <summary>A course will not take place, or not to its end.</summary>
public sealed record CourseCancelled(Guid SubjectId) : IDomainEvent;
