using MethodCenter.Domain.Learning.Courses;

namespace MethodCenter.Application.Learning.Courses;

/// <summary>
/// What timetable and journal know of a course. Learning asks, Teaching answers: the arrow between the two contexts runs one
/// way. All answers are of all organisations, since seats, protocols and hours of a course are whole.
/// </summary>
public interface ICourseJournal
{
    /// <summary>Whether one of several employees gives lessons of the course.</summary>
    Task<bool> TeachAsync(IReadOnlyCollection<Guid> employeeIds, Guid courseId, CancellationToken cancellationToken);

    /// <summary>Those of several employees who give lessons of the course.</summary>
    Task<IReadOnlyList<Guid>> TeachersAmongAsync(
        IReadOnlyCollection<Guid> employeeIds,
        Guid courseId,
        CancellationToken cancellationToken
    );

    /// <summary>First and last day of the lessons that are still to be held; null: there are none.</summary>
    Task<LessonSpan?> PlannedAsync(Guid courseId, CancellationToken cancellationToken);

    /// <summary>Day of the first lesson that is not cancelled; null: there is none.</summary>
    Task<DateOnly?> FirstLessonAsync(Guid courseId, CancellationToken cancellationToken);

    /// <summary>Days and academic hours of the lessons whose attendance is recorded.</summary>
    Task<IReadOnlyList<(DateOnly Date, int Hours)>> HeldAsync(Guid courseId, CancellationToken cancellationToken);

    /// <summary>The protocol of the final assessment; null: there is none.</summary>
    Task<CourseProtocol?> ProtocolAsync(Guid courseId, CancellationToken cancellationToken);

    /// <summary>The last lesson after a day at which each of several learners was, by enrolment.</summary>
    Task<IReadOnlyDictionary<Guid, DateOnly>> AttendedAfterAsync(
        Guid courseId,
        DateOnly day,
        IReadOnlyCollection<Guid> enrolmentIds,
        CancellationToken cancellationToken
    );
}

/// <summary>The protocol of a final assessment as orders and the end of a course read it.</summary>
/// <param name="Date">Its date.</param>
/// <param name="Results">The result of each learner whom it names, by enrolment.</param>
public sealed record CourseProtocol(DateOnly Date, IReadOnlyDictionary<Guid, FinalResult> Results);
