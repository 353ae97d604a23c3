using MethodCenter.Application.Common.Messaging;
using MethodCenter.Application.Common.Ports;
using MethodCenter.Application.Common.Security;
using MethodCenter.Domain.Common;
using MethodCenter.Domain.Learning.Lessons;

namespace MethodCenter.Application.Learning.Journal;

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
