using MethodCenter.Api.Tests.Teaching.Timetables;

namespace MethodCenter.Api.Tests.Teaching.Lessons;

public sealed class LessonTests
{
    [Fact]
    public async Task A_lesson_tells_when_it_begins_and_ends_wherever_it_is_shown()
    {
        var (world, course, room, teacher) = await CourseAsync();
        var body = TestTimetables.Lesson(course, room, teacher, hours: 2);

        var added = (await world.Api.PostAsync("/lessons", body)).Expect(HttpStatusCode.Created);
        var read = await world.Api.GetAsync($"/lessons/{added.Id}");
        var listed = (await world.Api.GetAsync($"/lessons?courseId={course}")).Json!["items"]![0]!;
        var cancelled = await world.Api.PostAsync(
            $"/lessons/{added.Id}/cancellation",
            new { reason = "болезнь" },
            ("If-Match", added.ETag)
        );

        foreach (var shown in new[] { added.Json!, read.Json!, listed, cancelled.Expect(HttpStatusCode.OK).Json! })
        {
            ((string?)shown["startsAt"], (string?)shown["endsAt"]).ShouldBe(("09:45:00", "11:15:00"));
        }
    }

    [Fact]
    public async Task A_date_alone_moves_a_lesson()
    {
        var (world, course, room, teacher) = await CourseAsync();
        var lesson = await world.LessonAsync(course, room, teacher);
        Task<Answer> PatchAsync(object patch, string? tag) =>
            world.Api.PatchAsync($"/lessons/{lesson.Id}", patch, tag is null ? [] : [("If-Match", tag)]);

        (await PatchAsync(new { date = "2026-10-06" }, null)).Code.ShouldBe(428);
        (await PatchAsync(new { date = "2026-10-06" }, "\"9\"")).Code.ShouldBe(412);
        (await PatchAsync(new { dat = "2026-10-06" }, lesson.ETag)).Code.ShouldBe(400);
        (await PatchAsync(new { date = "2026-10-04" }, lesson.ETag)).Code.ShouldBe(422);
        var moved = (await PatchAsync(new { date = "2026-10-06" }, lesson.ETag)).Expect(HttpStatusCode.OK);

        ((string?)moved["date"], (string?)moved["startsAt"]).ShouldBe(("2026-10-06", "09:45:00"));
        foreach (var member in new[] { "stream", "hours", "roomId", "teacherId", "topic", "venue", "kind" })
        {
            (moved[member]?.ToJsonString()).ShouldBe(lesson[member]?.ToJsonString(), member);
        }
    }

    private static async Task<(World World, Guid Course, Guid Room, Guid Teacher)> CourseAsync()
    {
        var world = await World.SharedAsync();
        await world.SetCalendarAsync();
        var teacher = await world.EmployeeAsync(await world.OrganisationAsync(), await world.PositionAsync());
        return (
            world,
            (await world.OpenCourseAsync(await world.ProgrammeAsync())).Id,
            await world.RoomAsync(),
            teacher
        );
    }
}
