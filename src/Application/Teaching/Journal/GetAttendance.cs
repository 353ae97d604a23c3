using MethodCenter.Domain.Teaching.Lessons;

namespace MethodCenter.Application.Teaching.Journal;

/// <summary>Who attended a lesson.</summary>
[Permission(JournalPermissions.Read)]
public sealed record GetAttendance(Guid Id) : IQuery<LessonAttendance>;

internal sealed class GetAttendanceHandler(IReads reads) : IQueryHandler<GetAttendance, LessonAttendance>
{
    public async Task<Result<LessonAttendance>> Handle(GetAttendance request, CancellationToken cancellationToken) =>
        await reads.FindAsync<Lesson, LessonAttendance>(request.Id, cancellationToken) is { } attendance
            ? attendance
            : LessonErrors.NotFound;
}
