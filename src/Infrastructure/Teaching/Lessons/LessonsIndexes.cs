using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Teaching.Lessons;

namespace MethodCenter.Infrastructure.Teaching.Lessons;

internal sealed class LessonsIndexes : IUniqueIndexes
{
    public IReadOnlyDictionary<string, Error?> Meanings { get; } =
        new Dictionary<string, Error?>
        {
            ["ux_lessons_room_id_date_stream"] = LessonErrors.RoomTaken,
            ["ux_lessons_teacher_id_date_stream"] = LessonErrors.TeacherTaken,
            ["ux_lessons_course_id_date_stream"] = LessonErrors.GroupTaken,
            // Two changes of one revision that both add the same part: the second is stale, as its version says too.
            ["ux_attendance_marks_lesson_id_enrolment_id"] = Versions.Stale,
        };
}
