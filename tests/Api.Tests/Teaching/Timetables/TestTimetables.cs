using MethodCenter.Api.Tests.Learning.Certificates;

namespace MethodCenter.Api.Tests.Teaching.Timetables;

/// <summary>Calendars, rooms and lessons, made over HTTP.</summary>
internal static class TestTimetables
{
    public const string Year = "2026-2027";

    public static readonly object Morning = Stream(1, "09:45:00", "13:00:00", "11:15:00", "11:30:00");
    public static readonly object Afternoon = Stream(2, "14:45:00", "18:00:00", "16:15:00", "16:30:00");

    public static object Stream(int number, string from, string to, string breakFrom, string breakTo, int hours = 4) =>
        new
        {
            number,
            from,
            to,
            breakFrom,
            breakTo,
            hours,
        };

    public static object Calendar(string year = Year, params object[] streams) =>
        new
        {
            startsOn = year[..4] + "-09-01",
            secondHalfFrom = year[5..] + "-02-01",
            endsOn = year[5..] + "-06-30",
            daysPerWeek = 5,
            breaks = new[] { new { from = year[..4] + "-12-30", to = year[5..] + "-01-08" } },
            streams = streams.Length == 0 ? [Morning, Afternoon] : streams,
        };

    public static async Task<Answer> SetCalendarAsync(this World world, string year = Year) =>
        (await world.Api.PutAsync($"/academic-calendars/{year}", Calendar(year))).Expect(HttpStatusCode.Created);

    public static async Task<Guid> RoomAsync(
        this World world,
        string name = "зал 2",
        int seats = 30,
        int computers = 0
    ) => (
            await world.Api.PostAsync(
                "/rooms",
                new
                {
                    site = "Невский, 154",
                    name,
                    seats,
                    computers,
                    equipment = new[] { "проектор" },
                }
            )
        ).Expect(HttpStatusCode.Created).Id;

    public static object Lesson(
        Guid courseId,
        Guid roomId,
        Guid teacherId,
        string date = "2026-10-05",
        int stream = 1,
        int hours = 4
    ) =>
        new
        {
            courseId,
            date,
            stream,
            hours,
            roomId,
            teacherId,
            topic = "Оценивание; критерии, уровни",
        };

    public static async Task<Answer> LessonAsync(
        this World world,
        Guid courseId,
        Guid roomId,
        Guid teacherId,
        string date = "2026-10-05",
        int stream = 1
    ) =>
        (await world.Api.PostAsync("/lessons", Lesson(courseId, roomId, teacherId, date, stream))).Expect(
            HttpStatusCode.Created
        );

    /// <summary>A completed course gets its final work and the protocol of its final assessment.</summary>
    public static async Task FinishAsync(this World world, Guid course)
    {
        var enrolments = await world.EnrolmentsAsync(course);
        (
            await world.Api.PutAsync(
                $"/courses/{course}/enrolments/{enrolments[0]}/final-work",
                new { topic = "Критериальное оценивание" }
            )
        ).Expect(HttpStatusCode.Created);
        var protocol = new
        {
            protocolNumber = "7",
            protocolDate = "2026-06-30",
            results = enrolments.Select(enrolmentId => new { enrolmentId, result = "passed" }),
        };
        (await world.Api.PutAsync($"/courses/{course}/final-assessment", protocol)).Expect(HttpStatusCode.Created);
    }
}
