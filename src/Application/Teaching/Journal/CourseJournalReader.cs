using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Teaching.Lessons;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Teaching.Lessons;

namespace MethodCenter.Application.Teaching.Journal;

/// <inheritdoc cref="ICourseJournal"/>
internal sealed class CourseJournalReader(ITeachingStore store) : ICourseJournal
{
    public Task<bool> TeachAsync(
        IReadOnlyCollection<Guid> employeeIds,
        Guid courseId,
        CancellationToken cancellationToken
    ) => store.TeachAsync(employeeIds, courseId, cancellationToken);

    public async Task<IReadOnlyList<Guid>> TeachersAmongAsync(
        IReadOnlyCollection<Guid> employeeIds,
        Guid courseId,
        CancellationToken cancellationToken
    ) =>
        await store
            .Lessons.Where(lesson =>
                lesson.CourseId == courseId
                && employeeIds.Contains(lesson.TeacherId)
                && lesson.State == LessonState.Planned
            )
            .Select(lesson => lesson.TeacherId)
            .Distinct()
            .ToListAsync(cancellationToken);

    public Task<LessonSpan?> PlannedAsync(Guid courseId, CancellationToken cancellationToken) =>
        store
            .Lessons.Where(lesson => lesson.CourseId == courseId && lesson.State == LessonState.Planned)
            .GroupBy(lesson => lesson.CourseId)
            .Select(lessons => new LessonSpan(lessons.Min(one => one.Date), lessons.Max(one => one.Date)))
            .SingleOrDefaultAsync(cancellationToken);

    public Task<DateOnly?> FirstLessonAsync(Guid courseId, CancellationToken cancellationToken) =>
        store
            .Lessons.Where(lesson => lesson.CourseId == courseId && lesson.State != LessonState.Cancelled)
            .MinAsync(lesson => (DateOnly?)lesson.Date, cancellationToken);

    public async Task<IReadOnlyList<(DateOnly Date, int Hours)>> HeldAsync(
        Guid courseId,
        CancellationToken cancellationToken
    )
    {
        var held = await store
            .Lessons.Where(lesson => lesson.CourseId == courseId && lesson.HeldRecordedOn != null)
            .Select(lesson => new { lesson.Date, lesson.Hours })
            .ToListAsync(cancellationToken);
        return [.. held.Select(lesson => (lesson.Date, lesson.Hours))];
    }

    public async Task<CourseProtocol?> ProtocolAsync(Guid courseId, CancellationToken cancellationToken)
    {
        var protocol = await store
            .FinalAssessments.IgnoreQueryFilters([QueryFilters.Organisations])
            .AsNoTracking()
            .Include(assessment => assessment.Results)
            .SingleOrDefaultAsync(assessment => assessment.CourseId == courseId, cancellationToken);
        return protocol is null
            ? null
            : new CourseProtocol(
                protocol.ProtocolDate,
                protocol.Results.ToDictionary(line => line.EnrolmentId, line => line.Result)
            );
    }

    public async Task<IReadOnlyDictionary<Guid, DateOnly>> AttendedAfterAsync(
        Guid courseId,
        DateOnly day,
        IReadOnlyCollection<Guid> enrolmentIds,
        CancellationToken cancellationToken
    ) =>
        await (
            from lesson in store.Lessons
            from mark in lesson.Marks
            where
                lesson.CourseId == courseId
                && lesson.Date > day
                && mark.MinutesAttended > 0
                && enrolmentIds.Contains(mark.EnrolmentId)
            group lesson.Date by mark.EnrolmentId into attended
            select new { attended.Key, Last = attended.Max() }
        )
            .IgnoreQueryFilters([QueryFilters.Organisations])
            .ToDictionaryAsync(one => one.Key, one => one.Last, cancellationToken);
}
