namespace MethodCenter.Domain.Teaching.Lessons;

/// <summary>A lesson stands in the timetable.</summary>
public sealed record LessonPlanned(Guid SubjectId, Guid CourseId) : IDomainEvent;

/// <summary>A lesson has got another day, stream, place or teacher.</summary>
public sealed record LessonMoved(Guid SubjectId, Guid CourseId) : IDomainEvent;

/// <summary>A lesson will not be held.</summary>
public sealed record LessonCancelled(Guid SubjectId, Guid CourseId) : IDomainEvent;

/// <summary>It is on file who attended a lesson.</summary>
public sealed record AttendanceRecorded(Guid SubjectId, Guid CourseId) : IDomainEvent;
